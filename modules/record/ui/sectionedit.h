// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/note.h>
#include <ambroise/record/notetemplate.h>

#include <QTextEdit>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace ambroise::uikit {
class Spelling;
}

namespace ambroise::record::ui {

//! One part of a note, as high as its text. Plain text; « /hta » and a space, Tab or ↵ put the
//! template of that name in its place; Tab goes to the next field to be filled in, then to the next
//! part; ↑ and ↓ go from part to part.
class SectionEdit final : public QTextEdit {
    Q_OBJECT
public:
    //! Above it nothing more is pasted.
    static constexpr qsizetype longestText = 100'000;

    using Templates = std::function<QList<NoteTemplate>()>;
    //! `spelling` may be null; it outlives this.
    SectionEdit(NoteSection section, Templates templates, const uikit::Spelling *spelling,
                QWidget *parent = nullptr);

    [[nodiscard]] NoteSection section() const { return m_section; }
    [[nodiscard]] QString text() const;
    //! Without telling; what was undone before is forgotten.
    void setText(const QString &text);
    //! Adds on a line of its own, which may be undone.
    void append(const QString &text);
    //! Selects the first field to be filled in; false: there is none.
    bool selectFirstField();
    void insertTemplate(const NoteTemplate &one);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {uikitMinimum, sizeHint().height()};
    }

Q_SIGNALS:
    void edited();
    void leftForward();
    void leftBackward();
    void focused(bool has);
    void sectionsWanted(const ambroise::record::NoteTemplate &one); //!< a whole note
    void tooLong();                                                 //!< nothing was pasted
    void wordLearnt(const QString &word);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int uikitMinimum = 120;

    void layOutLines();
    bool handleTab(bool forward);
    bool handleVertical(bool down);
    bool selectField(bool forward);
    //! The word after a slash before the caret; nothing: none is being typed.
    [[nodiscard]] std::optional<QString> typedName() const;
    bool expand(const QString &name);
    void proposeNames();
    void toggleBold();
    void forgetWordBefore();

    NoteSection m_section;
    Templates m_templates;
    const uikit::Spelling *m_spelling;
    class NoteHighlighter *m_highlighter;
    QCompleter *m_completer;
    QStandardItemModel *m_names;
    int m_blockBefore = 0;
    bool m_told = true; //!< changes are
};

} // namespace ambroise::record::ui
