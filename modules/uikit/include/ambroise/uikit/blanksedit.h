// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextEdit>

namespace ambroise::uikit {

//! Shows bold text with its marks, and the blanks to be filled in.
class BlanksHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit BlanksHighlighter(QTextEdit &edit); //!< which outlives it

protected:
    //! A line of a pasted text may be a whole file: what is longer is shown as it is.
    [[nodiscard]] static bool isTooLong(const QString &line);
    void markBold(const QString &line);
    void markBlanks(const QString &line);
    [[nodiscard]] QTextEdit &edit() const { return m_edit; }

private:
    QTextEdit &m_edit;
};

//! A plain text with blanks to be filled in (text::blanksIn). Tab goes from one to the next, then
//! on; Ctrl+B makes bold with two asterisks; Ctrl+↵ is left to the page.
class BlanksEdit : public QTextEdit {
    Q_OBJECT
public:
    //! Nothing more is pasted above so many characters.
    explicit BlanksEdit(qsizetype longestText, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    //! Without telling; what was undone before is forgotten. The caret at the start.
    void setText(const QString &text);
    //! False: there is none.
    bool selectFirstBlank();
    //! The words in heavier letters.
    void setStrong(bool strong);

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

    bool selectBlank(bool forward);
    //! Whether a key was one of these.
    bool takeKey(const QKeyEvent &event);
    //! What becomes of a text that is pasted.
    [[nodiscard]] virtual QString pasted(const QString &text) const { return text; }

private:
    void toggleBold();
    void layOutLines();

    qsizetype m_longest;
    bool m_strong = false;
    bool m_told = true; //!< changes are
};

} // namespace ambroise::uikit
