// SPDX-License-Identifier: GPL-3.0-or-later
#include "verificationround.h"

#include <ambroise/uikit/whendone.h>

#include <QtConcurrent>

#include <algorithm>

namespace ambroise::app {
namespace {

//! So many answers of which none is good speak of the configuration, not of the patients.
constexpr qsizetype fewestToDoubt = 10;

//! Never verified first, then the longest ago.
Result<QList<PatientId>> idsOf(const storage::Database &database,
                               const std::shared_ptr<const crypto::SecretBytes> &auditKey,
                               patient::IdentityQueue queue)
{
    const SystemClock clock;
    AMBROISE_TRY(const auto db, database.connect());
    audit::Journal journal(*db, *auditKey, clock);
    const patient::PatientRepository patients(*db, journal, clock);
    AMBROISE_TRY(auto ids, patients.allIdentities(queue));
    AMBROISE_TRY(const auto verified, identity::IdentityTrace(*db, clock).verifications());
    std::stable_sort(ids.begin(), ids.end(), [&verified](PatientId a, PatientId b) {
        return verified.value(a) < verified.value(b);
    });
    return ids;
}

//! Says something of one record, nothing of the next.
bool isOfOneRecord(const Error &error)
{
    return error.subject.startsWith(u"patient.") || error.subject == u"insi.no_ins" ||
           error.subject == u"insi.blocked" || error.subject == u"insi.sex" ||
           error.subject == u"insi.throttled";
}

} // namespace

VerificationRound::VerificationRound(Practice &practice, const access::Session &session,
                                     InsiSource insi, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_one(practice, session, std::move(insi))
{
}

QFuture<Result<patient::ui::VerifiedIns>> VerificationRound::run(patient::IdentityQueue queue)
{
    if (m_promise)
        stop();
    m_verified = {};
    m_lost.clear();
    m_left.clear();
    m_promise.emplace();
    m_promise->start();
    const auto auditKey =
        std::make_shared<const crypto::SecretBytes>(DerivedKeys::audit(m_practice.key()));
    uikit::whenDone(this, QtConcurrent::run(idsOf, m_practice.database(), auditKey, queue),
                    [this, round = ++m_round](const Result<Ids> &ids) {
                        if (round == m_round)
                            begin(ids);
                    });
    return m_promise->future();
}

void VerificationRound::begin(const Result<Ids> &ids)
{
    if (!ids.ok()) {
        m_promise->addResult(Result<Verified>(ids.error()));
        m_promise->finish();
        m_promise.reset();
        return;
    }
    m_left = *ids;
    m_verified.wanted = ids->size();
    m_promise->setProgressRange(0, int(ids->size()));
    next();
}

void VerificationRound::next()
{
    if (m_left.isEmpty()) {
        end({});
        return;
    }
    const auto asked = m_verified.wanted - m_left.size() + 1;
    m_promise->setProgressValueAndText(int(asked),
                                       tr("%1 sur %2").arg(asked).arg(m_verified.wanted));
    const PatientId patient = m_left.takeFirst();
    m_call = m_one.verify(patient);
    uikit::whenDone(this, m_call, [this, patient, round = m_round](const Result<bool> &holds) {
        if (round == m_round)
            took(patient, holds);
    });
}

void VerificationRound::took(PatientId patient, const Result<bool> &holds)
{
    if (!holds.ok() && !isOfOneRecord(holds.error())) {
        end(holds.error());
        return;
    }
    if (holds.ok()) {
        ++m_verified.verified;
        if (!*holds)
            m_lost << patient;
    }
    if (m_lost.size() >= fewestToDoubt && m_verified.verified == m_lost.size())
        end(Error{ErrorCode::Conflict, u"insi.all_lost"_qs, {}});
    else
        next();
}

void VerificationRound::stop()
{
    if (!m_promise)
        return;
    ++m_round;
    m_call.cancel();
    end(Error{ErrorCode::Cancelled, u"insi.cancelled"_qs, {}});
}

void VerificationRound::end(const std::optional<Error> &stoppedBy)
{
    m_verified.stoppedBy = stoppedBy;
    const auto lost = m_practice.patients().summaries(m_lost);
    if (lost.ok())
        m_verified.lost = *lost;
    else
        m_verified.stoppedBy = lost.error();
    m_promise->addResult(Result<Verified>(m_verified));
    m_promise->finish();
    m_promise.reset();
}

} // namespace ambroise::app
