// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>

#include <algorithm>

class QHBoxLayout;
class QListView;
class QStandardItemModel;
class QVBoxLayout;

namespace ambroise::uikit {

class FormField;

//! The row to choose: of the thing that is meant, else the first; -1: there is none.
template <class Things, class IsMeant>
int rowToChoose(const Things &things, IsMeant isMeant)
{
    const auto found = std::find_if(things.cbegin(), things.cend(), isMeant);
    if (found != things.cend())
        return int(found - things.cbegin());
    return things.isEmpty() ? -1 : 0;
}

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
    //! At the field that it is about; null: above.
    void tellAt(FormField *field, const QString &problem);
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
