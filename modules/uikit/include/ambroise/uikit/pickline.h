// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;

namespace ambroise::uikit {

//! A line in which something known is looked for as it is typed: what is found stands under it, ↑ ↓
//! choose while the caret stays in the line, ↵ takes.
class PickLine : public QWidget {
    Q_OBJECT
public:
    //! `find` answers the lines of what is found, best first. `name`: of the list, for a screen
    //! reader.
    PickLine(std::function<QStringList(const QString &typed)> find, const QString &name,
             QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] bool isOpen() const; //!< something found can be taken
    void open();                       //!< the list, of what stands in the line
    void close();                      //!< the list
    //! Whether ↵ takes the first one at once; else only what ↓ chose, for a line that may be kept
    //! as it is typed. True unless told.
    void setProposesFirst(bool proposes) { m_proposesFirst = proposes; }
    void setText(const QString &text); //!< without looking for it

Q_SIGNALS:
    void edited();        //!< what was taken before holds no longer
    void taken(int row);  //!< of what `find` answered last
    void keepRequested(); //!< ↵ where nothing is chosen

private:
    void look();

    std::function<QStringList(const QString &typed)> m_find;
    QLineEdit *m_line;
    QListView *m_found;
    QStringListModel *m_names;
    bool m_proposesFirst = true;
};

} // namespace ambroise::uikit
