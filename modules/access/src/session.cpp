// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/session.h>

namespace ambroise::access {

Session::Session(Account account, QString post, QDateTime since)
    : m_account(std::move(account))
    , m_since(std::move(since))
    , m_actor(m_account.id, m_account.person.displayName(), code(m_account.person.role),
              std::move(post))
{
}

bool Session::may(Right right, PatientId patient) const
{
    const bool opened = right == Right::ReadClinical && m_opened.contains(patient);
    return opened || may(right);
}

Status Session::breakGlass(PatientId patient, const QString &reason, audit::Journal &journal)
{
    if (!may(Right::BreakGlass))
        return Error{ErrorCode::Denied, u"access.break_glass"_qs, {}};
    const QString words = reason.simplified();
    if (words.size() < 10)
        return Error{ErrorCode::Invalid, u"access.reason"_qs, {}};
    AMBROISE_CHECK(journal.record(
        {audit::Action::BreakGlass, audit::Subject::Patient, patient.value, patient, {}, words},
        m_actor));
    m_opened.insert(patient);
    return done();
}

Status require(const Session &session, Right right)
{
    return session.may(right) ? done() : Status(Error{ErrorCode::Denied, u"access.denied"_qs, {}});
}

Status require(const Session &session, Right right, PatientId patient)
{
    return session.may(right, patient) ? done()
                                       : Status(Error{ErrorCode::Denied, u"access.denied"_qs, {}});
}

} // namespace ambroise::access
