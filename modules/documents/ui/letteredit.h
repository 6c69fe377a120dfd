// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextEdit>

namespace ambroise::documents::ui {

//! Shows what is left to be filled in, bold text, the marks of the small Markdown.
class LetterHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit LetterHighlighter(QTextEdit &edit); //!< which outlives it

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextEdit &m_edit;
};

//! The text of a letter, plain, as letterbody.h reads it. Tab goes from field to field to be filled
//! in, then on; Ctrl+B makes bold.
class LetterEdit final : public QTextEdit {
    Q_OBJECT
public:
    explicit LetterEdit(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    //! Without telling; what was undone before is forgotten.
    void setText(const QString &text);
    //! False: there is none.
    bool selectFirstField();

Q_SIGNALS:
    void edited();
    void leftForward();
    void leftBackward();
    void tooLong(); //!< nothing was pasted

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    bool selectField(bool forward);
    void toggleBold();
    void layOutLines();

    LetterHighlighter *m_highlighter;
    bool m_told = true; //!< changes are
};

} // namespace ambroise::documents::ui
