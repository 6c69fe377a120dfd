// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountmodel.h"

#include "moments.h"

#include <ambroise/core/clock.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <algorithm>

namespace ambroise::access::ui {

AccountModel::AccountModel(std::function<QString(Role)> roleWord, const Clock &clock,
                           QObject *parent)
    : QAbstractTableModel(parent)
    , m_roleWord(std::move(roleWord))
    , m_clock(clock)
{
}

void AccountModel::set(const QList<AccountsPage::Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    // Those who come in first, then those who do not any more; each as they were made.
    std::stable_partition(m_entries.begin(), m_entries.end(),
                          [](const AccountsPage::Entry &entry) { return entry.account.active; });
    endResetModel();
}

const AccountsPage::Entry *AccountModel::at(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

int AccountModel::rowOf(const QString &login) const
{
    for (int row = 0; row < m_entries.size(); ++row)
        if (m_entries.at(row).account.login.value() == login)
            return row;
    return -1;
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AccountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccountModel::cardWord(const AccountsPage::Entry &entry) const
{
    if (entry.cards.isEmpty())
        return tr("aucune");
    const bool valid =
        std::any_of(entry.cards.begin(), entry.cards.end(), [&](const EnrolledCard &card) {
            return !card.expiry.isValid() || card.expiry >= m_clock.today();
        });
    if (!valid)
        return tr("expirée");
    return entry.cards.size() == 1 ? tr("enregistrée")
                                   : tr("%n carte(s)", nullptr, int(entry.cards.size()));
}

QString AccountModel::text(const AccountsPage::Entry &entry, int column) const
{
    switch (column) {
    case Name:
        return entry.account.person.displayName();
    case RoleColumn:
        return m_roleWord(entry.account.person.role);
    case LoginColumn:
        return entry.account.login.value();
    case LastSignIn:
        return entry.lastSignIn.isValid() ? momentWords(entry.lastSignIn, m_clock) : tr("jamais");
    case Card:
        return cardWord(entry);
    case State:
        return entry.account.active ? tr("actif") : tr("fermé");
    default:
        return {};
    }
}

QString AccountModel::sentence(const AccountsPage::Entry &entry) const
{
    return tr("%1, %2, identifiant %3, dernière session : %4, carte : %5, compte %6")
        .arg(text(entry, Name), text(entry, RoleColumn), text(entry, LoginColumn),
             text(entry, LastSignIn), text(entry, Card), text(entry, State));
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    const AccountsPage::Entry *entry = at(index.row());
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, index.column());
    case Qt::ToolTipRole:
        return uikit::plainTip(text(*entry, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Name ? sentence(*entry) : text(*entry, index.column());
    case Qt::FontRole:
        return uikit::font(uikit::TextRole::Body, index.column() == Name && entry->account.active);
    case Qt::ForegroundRole:
        return entry->account.active && index.column() == Name
                   ? QVariant()
                   : QVariant(QPalette().brush(QPalette::PlaceholderText));
    default:
        return {};
    }
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Personne");
    case RoleColumn:
        return tr("Rôle");
    case LoginColumn:
        return tr("Identifiant");
    case LastSignIn:
        return tr("Dernière session");
    case Card:
        return tr("Carte");
    case State:
        return tr("Compte");
    default:
        return {};
    }
}

} // namespace ambroise::access::ui
