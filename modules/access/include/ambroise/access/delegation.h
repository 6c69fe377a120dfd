// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/session.h>
#include <ambroise/core/clock.h>

#include <QDate>

namespace ambroise::access {

using DelegationId = Id<struct DelegationTag>;

//! A doctor has somebody of the practice qualify identities in their name: call INSi and check the
//! documents. Both days belong to it.
struct Delegation {
    DelegationId id{};
    UserId mandator{};
    UserId delegate{};
    QDate startsOn{};
    QDate endsOn{};
    QDateTime endedAt{}; //!< valid: ended before its time

    [[nodiscard]] bool holdsOn(QDate day) const
    {
        return !endedAt.isValid() && startsOn <= day && day <= endsOn;
    }
};

//! Whether somebody of that role may be given a delegation: secretaries and nurses.
[[nodiscard]] bool mayBeDelegate(Role role);

//! Who may qualify identities, and in whose name. Giving and ending go to the journal.
class DelegationRepository {
public:
    DelegationRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! By the mandator. Errors: Denied "delegation.role" (the mandator is no doctor, or the
    //! delegate neither secretary nor nurse); Invalid "delegation.self", "delegation.period" (ends
    //! before it starts, before today, or lasts more than a year).
    Result<DelegationId> give(const Session &mandator, const Account &delegate, QDate startsOn,
                              QDate endsOn);
    //! By the mandator or who manages accounts. Errors: NotFound "delegation.none"; Denied
    //! "access.denied".
    Status end(DelegationId id, const Session &by);

    //! Newest first, those that ended too.
    Result<QList<Delegation>> all() const;
    //! What holds today for somebody; the one that ends last.
    Result<std::optional<Delegation>> of(UserId delegate) const;
    //! Whether somebody may qualify identities today: a doctor or a locum in their own name,
    //! secretaries and nurses under a delegation of a doctor whose account is open. Answers the
    //! mandator; none: in their own name. Errors: Denied "delegation.none", "delegation.expired",
    //! "access.denied" (a pharmacist, an administrator).
    Result<std::optional<Account>> mandateOf(const Session &session,
                                             const AccountRepository &accounts) const;

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::access
