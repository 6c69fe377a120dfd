// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/filecontent.h>

#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;

namespace ambroise::uikit {
class Button;
class Label;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::documents::ui {

class PagesView;

//! A file of a record to be read: pages as wide as the view, one under the other, drawn on a thread
//! as they come in sight. + and − enlarge, R turns, the line at the top searches in its text.
class DocumentView final : public QWidget {
    Q_OBJECT
public:
    explicit DocumentView(QWidget *parent = nullptr);

    void open(const FileContent &content);
    void clear();
    void zoom(double factor);            //!< times what it is
    void turn();                         //!< a quarter to the right
    void setComparable(bool comparable); //!< its act is shown
    void focusSearch();
    [[nodiscard]] int pages() const;
    [[nodiscard]] int hits() const; //!< of what is searched

Q_SIGNALS:
    void compareRequested(); //!< with another one
    void drawn();            //!< what is in sight is there

private:
    void search(const QString &text);

    uikit::SearchField *m_search;
    uikit::Label *m_state;
    uikit::Button *m_compare = nullptr;
    QStackedLayout *m_kinds;
    PagesView *m_pages;
    QPlainTextEdit *m_text;
};

} // namespace ambroise::documents::ui
