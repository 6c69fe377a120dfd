// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/accountspage.h>

#include <QAbstractTableModel>

namespace ambroise::access::ui {

//! The people as a table: who, role, login, last sign-in, card, state.
class AccountModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, RoleColumn, LoginColumn, LastSignIn, Card, State, ColumnCount };

    //! The clock outlives the model.
    AccountModel(std::function<QString(Role)> roleWord, const Clock &clock, QObject *parent);

    void set(const QList<AccountsPage::Entry> &entries);
    [[nodiscard]] const AccountsPage::Entry *at(int row) const; //!< null: no such row
    [[nodiscard]] int rowOf(const QString &login) const;        //!< -1: nobody

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const AccountsPage::Entry &entry, int column) const;
    [[nodiscard]] QString cardWord(const AccountsPage::Entry &entry) const;
    [[nodiscard]] QString sentence(const AccountsPage::Entry &entry) const;

    std::function<QString(Role)> m_roleWord;
    const Clock &m_clock;
    QList<AccountsPage::Entry> m_entries;
};

} // namespace ambroise::access::ui
