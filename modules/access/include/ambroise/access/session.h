// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>

#include <QHash>
#include <QSet>

namespace ambroise::access {

//! Somebody signed in at a post: who they are and what they may do. Not copied: the shell holds the
//! one.
class Session {
public:
    Session(Account account, QString post, QDateTime since);

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] const QDateTime &since() const { return m_since; }
    [[nodiscard]] const audit::Actor &actor() const { return m_actor; }

    [[nodiscard]] bool may(Right right) const { return allows(m_account.person.role, right); }
    //! The same for one patient's record, with what bris de glace gave in this session.
    [[nodiscard]] bool may(Right right, PatientId patient) const;

    //! Bris de glace: the clinical record of this patient, to read, until the end of the session.
    //! The reason goes to the journal. Errors: Denied "access.break_glass" (not for this role),
    //! Invalid "access.reason" (fewer than 10 characters).
    Status breakGlass(PatientId patient, const QString &reason, audit::Journal &journal);

private:
    Account m_account;
    QDateTime m_since;
    audit::Actor m_actor;
    QSet<PatientId> m_opened;
};

//! Error: Denied "access.denied".
Status require(const Session &session, Right right);
Status require(const Session &session, Right right, PatientId patient);

} // namespace ambroise::access
