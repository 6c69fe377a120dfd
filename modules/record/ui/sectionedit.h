// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/note.h>
#include <ambroise/record/notetemplate.h>
#include <ambroise/uikit/blanksedit.h>

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
class SectionEdit final : public uikit::BlanksEdit {
    Q_OBJECT
public:
    //! Above it nothing more is pasted.
    static constexpr qsizetype longestText = 100'000;

    using Templates = std::function<QList<NoteTemplate>()>;
    //! `spelling` may be null; it outlives this.
    SectionEdit(NoteSection section, Templates templates, const uikit::Spelling *spelling,
                QWidget *parent = nullptr);

    [[nodiscard]] NoteSection section() const { return m_section; }
    //! As that of BlanksEdit, with the caret at the end.
    void setText(const QString &text);
    //! Adds on a line of its own, which may be undone.
    void append(const QString &text);
    void insertTemplate(const NoteTemplate &one);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {uikitMinimum, sizeHint().height()};
    }

Q_SIGNALS:
    void focused(bool has);
    void sectionsWanted(const ambroise::record::NoteTemplate &one); //!< a whole note
    void wordLearnt(const QString &word);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] QString pasted(const QString &text) const override;

private:
    static constexpr int uikitMinimum = 120;

    bool handleVertical(bool down);
    //! The word after a slash before the caret; nothing: none is being typed.
    [[nodiscard]] std::optional<QString> typedName() const;
    bool expand(const QString &name);
    void proposeNames();
    void forgetWordBefore();

    NoteSection m_section;
    Templates m_templates;
    const uikit::Spelling *m_spelling;
    class NoteHighlighter *m_highlighter;
    QCompleter *m_completer;
    QStandardItemModel *m_names;
    int m_blockBefore = 0;
};

} // namespace ambroise::record::ui
