// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/delegation.h>

#include <algorithm>

namespace ambroise::access {
namespace {

bool isDoctor(Role role)
{
    return role == Role::Medecin || role == Role::Remplacant;
}

Error denied(const QString &subject)
{
    return {ErrorCode::Denied, subject, {}};
}

audit::Deed deed(audit::Action action, UserId delegate)
{
    return {action, audit::Subject::User, delegate.value, {}, u"delegation"_qs};
}

const QByteArray columns = "id, mandator_id, delegate_id, starts_on, ends_on, ended_at";

Delegation delegationOf(const storage::Row &row)
{
    return {DelegationId{row.integer(0)},
            UserId{row.integer(1)},
            UserId{row.integer(2)},
            row.date(3),
            row.date(4),
            row.instant(5)};
}

} // namespace

bool mayBeDelegate(Role role)
{
    return role == Role::Secretaire || role == Role::Infirmier;
}

Result<DelegationId> DelegationRepository::give(const Session &mandator, const Account &delegate,
                                                QDate startsOn, QDate endsOn)
{
    if (mandator.account().id == delegate.id)
        return Error{ErrorCode::Invalid, u"delegation.self"_qs, {}};
    if (mandator.account().person.role != Role::Medecin || !mayBeDelegate(delegate.person.role))
        return denied(u"delegation.role"_qs);
    if (!startsOn.isValid() || endsOn < startsOn || endsOn < m_clock.today() ||
        endsOn > startsOn.addYears(1))
        return Error{ErrorCode::Invalid, u"delegation.period"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 id,
        m_db.insert("INSERT INTO delegation (mandator_id, delegate_id, starts_on, ends_on,"
                    " ended_at, given_at) VALUES (?, ?, ?, ?, '', ?) RETURNING id",
                    {mandator.account().id.value, delegate.id.value, startsOn.toString(Qt::ISODate),
                     endsOn.toString(Qt::ISODate), storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record(deed(audit::Action::Create, delegate.id), mandator.actor()));
    AMBROISE_CHECK(transaction.commit());
    return DelegationId{id};
}

Status DelegationRepository::end(DelegationId id, const Session &by)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    std::optional<Delegation> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM delegation WHERE id = ?", {id.value},
                            [&](const storage::Row &row) { found = delegationOf(row); }));
    if (!found)
        return Error{ErrorCode::NotFound, u"delegation.none"_qs, {}};
    if (by.account().id != found->mandator && !by.may(Right::ManageAccounts))
        return denied(u"access.denied"_qs);
    if (found->endedAt.isValid())
        return done();
    AMBROISE_CHECK(m_db.run("UPDATE delegation SET ended_at = ? WHERE id = ?",
                            {storage::toText(m_clock.now()), id.value}));
    AMBROISE_CHECK(m_journal.record(deed(audit::Action::Revoke, found->delegate), by.actor()));
    return transaction.commit();
}

Result<QList<Delegation>> DelegationRepository::all() const
{
    QList<Delegation> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM delegation ORDER BY id DESC", {},
                            [&](const storage::Row &row) { found << delegationOf(row); }));
    return found;
}

Result<std::optional<Delegation>> DelegationRepository::of(UserId delegate) const
{
    std::optional<Delegation> found;
    const QString today = m_clock.today().toString(Qt::ISODate);
    AMBROISE_CHECK(m_db.run("SELECT " + columns +
                                " FROM delegation WHERE delegate_id = ? AND ended_at = ''"
                                " AND starts_on <= ? AND ends_on >= ? ORDER BY ends_on",
                            {delegate.value, today, today},
                            [&](const storage::Row &row) { found = delegationOf(row); }));
    return found;
}

Result<std::optional<Account>>
DelegationRepository::mandateOf(const Session &session, const AccountRepository &accounts) const
{
    const Role role = session.account().person.role;
    if (isDoctor(role))
        return std::optional<Account>();
    if (!mayBeDelegate(role))
        return denied(u"access.denied"_qs);
    AMBROISE_TRY(const auto held, of(session.account().id));
    if (!held) {
        AMBROISE_TRY(const auto given, all());
        const bool ever = std::any_of(given.begin(), given.end(), [&](const Delegation &one) {
            return one.delegate == session.account().id;
        });
        return denied(ever ? u"delegation.expired"_qs : u"delegation.none"_qs);
    }
    AMBROISE_TRY(const Account mandator, accounts.byId(held->mandator));
    if (!mandator.active)
        return denied(u"delegation.expired"_qs);
    return std::optional(mandator);
}

} // namespace ambroise::access
