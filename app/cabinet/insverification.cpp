// SPDX-License-Identifier: GPL-3.0-or-later
#include "insverification.h"

#include "mandate.h"

#include <ambroise/identity/insisearch.h>
#include <ambroise/net/promised.h>

namespace ambroise::app {

using identity::InsiVerification;

InsVerification::InsVerification(Practice &practice, const access::Session &session,
                                 InsiSource insi, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_insi(std::move(insi))
{
}

InsVerification::~InsVerification()
{
    m_call.cancel();
}

QFuture<Result<bool>> InsVerification::verify(PatientId patient)
{
    const net::Promised<bool> promised(u"insi.cancelled"_qs);
    const auto question = questionAbout(patient);
    if (!question.ok()) {
        promised.give(question.error());
        return promised.future();
    }
    m_call = question->insi->verify({{question->ins, question->traits}});
    promised.whenCancelled(this, [this] { m_call.cancel(); });
    net::whenKept(m_call, this, [this, asked = *question, promised](const Answers &answers) {
        promised.give(conclude(asked, answers));
    });
    return promised.future();
}

Result<InsVerification::Question> InsVerification::questionAbout(PatientId patient) const
{
    AMBROISE_TRY(auto mandate, mandateOf(m_practice, m_session));
    AMBROISE_TRY(const auto record, m_practice.patients().reload(patient));
    const identity::Identity &known = record.details.identity;
    if (!known.ins())
        return Error{ErrorCode::Conflict, u"insi.no_ins"_qs, {}};
    AMBROISE_TRY(auto wanted, identity::InsiSearch::wanted(known));
    AMBROISE_TRY(auto *const insi, m_insi());
    return Question{
        record.id,
        *known.ins(),
        {wanted.surname, wanted.firstGivenName, wanted.sex, wanted.birthDate, wanted.birthPlace},
        std::move(mandate),
        insi};
}

Result<bool> InsVerification::conclude(const Question &question, const Answers &answers)
{
    if (!answers.ok() && answers.error().code == ErrorCode::Invalid)
        return answers.error(); // nobody was asked
    AMBROISE_TRY(const auto call, keep(question, answers));
    if (!answers.ok())
        return answers.error();
    if (answers->size() != 1 || answers->first().ins != question.ins)
        return Error{ErrorCode::Corrupt, u"insi.answer"_qs, {}};
    if (!answers->first().holds)
        AMBROISE_CHECK(dropIns(question, call));
    return answers->first().holds;
}

Result<identity::InsiCallId> InsVerification::keep(const Question &question, const Answers &answers)
{
    using Verdict = identity::InsiAnswer::Verdict;
    identity::InsiCall kept;
    kept.kind = identity::InsiCall::Kind::Verification;
    kept.mandate = question.mandate;
    kept.asked = question.ins.matricule.grouped();
    if (answers.ok() && !answers->isEmpty()) {
        const InsiVerification &answer = answers->first();
        kept.verdict = code(answer.holds ? Verdict::Found : Verdict::Nobody);
        kept.messageId = answer.messageId;
        kept.answer = answer.raw;
    } else {
        kept.verdict = answers.ok() ? u"insi.answer"_qs : answers.error().subject;
    }
    return m_practice.patients().trace().recordCall(question.patient, kept, m_session.actor());
}

Status InsVerification::dropIns(const Question &question, identity::InsiCallId call)
{
    AMBROISE_TRY(const auto record, m_practice.patients().reload(question.patient));
    const identity::Identity &known = record.details.identity;
    if (known.ins() != question.ins)
        return done(); // another post dropped or replaced it meanwhile
    const auto version = m_practice.patients().decide(record.id, record.version,
                                                      {{.cause = identity::Cause::InsLost,
                                                        .after = known.withoutIns(),
                                                        .call = call,
                                                        .mandate = question.mandate}},
                                                      m_session.actor());
    return version.ok() ? done() : Status(version.error());
}

} // namespace ambroise::app
