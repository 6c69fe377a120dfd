// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>

class QHBoxLayout;
class QListView;
class QStandardItemModel;
class QVBoxLayout;

namespace ambroise::uikit {

//! A page of the settings: the things of a list, beside it the form of the chosen one, above both
//! what was done or is wrong.
class ListEditor : public QWidget {
    Q_OBJECT
public:
    //! `how`: under the title. `fresh`: the word on the button that begins a new thing; empty: none
    //! is begun here.
    ListEditor(const QString &title, const QString &how, const QString &fresh, int listWidth,
               QWidget *parent = nullptr);

    //! The form and whatever stands under it, from above; then the acts, in one line.
    void addForm(QWidget *form, int stretch = 0);
    void addAct(Button *act);

    //! `chosen` -1: none, and a new thing is begun.
    void showRows(const QList<Row> &rows, int chosen);
    void chooseNone();

    //! Done; `undo` where it can be undone.
    void say(const QString &what, const QString &undoWord = {}, std::function<void()> undo = {});
    void tell(const QString &problem);
    void silence();

Q_SIGNALS:
    void chosen(int row);
    void freshRequested();

private:
    QListView *m_list;
    QStandardItemModel *m_rows;
    QVBoxLayout *m_right;
    QHBoxLayout *m_acts;
    MessageLine *m_told;
};

} // namespace ambroise::uikit
