// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/dispensing/scan.h>

namespace ambroise::dispensing {
namespace {

constexpr int validMonths = 12;      // CSP R.5132-21
constexpr int firstWithinMonths = 3; // CSP R.5132-22
constexpr int clockToleranceSeconds = 600;

} // namespace

Status inForce(const QDateTime &signedAt, const QDateTime &now)
{
    if (signedAt > now.addSecs(clockToleranceSeconds))
        return Error{ErrorCode::Denied, u"ordonnance.future"_qs, {}};
    if (signedAt.addMonths(validMonths) < now)
        return Error{ErrorCode::Denied, u"ordonnance.expired"_qs, {}};
    return done();
}

Result<ScannedOrdonnance> OrdonnanceScanner::examine(QStringView codeText) const
{
    AMBROISE_TRY(const auto code, prescription::OrdonnanceCode::parse(codeText));
    AMBROISE_TRY(const auto trust, m_certificates.trusted());
    AMBROISE_TRY(const auto certificate, code.verify(trust));
    ScannedOrdonnance scanned{code, certificate.subjectName(), {}, {}};
    const auto kept = m_ordonnances.byNumber(code.number());
    if (kept.ok()) {
        AMBROISE_CHECK(code.matches(kept->content));
        if (kept->isCancelled())
            return Error{ErrorCode::Denied, u"ordonnance.cancelled"_qs, {}};
        scanned.ordonnance = *kept;
    } else if (kept.error().code != ErrorCode::NotFound) {
        return kept.error();
    }
    AMBROISE_CHECK(inForce(code.signedAt(), m_clock.now()));
    AMBROISE_TRY(scanned.history, m_dispensations.of(code.number()));
    scanned.tooOldForFirst =
        scanned.history.isEmpty() && code.signedAt().addMonths(firstWithinMonths) < m_clock.now();
    return scanned;
}

Result<ScannedOrdonnance> OrdonnanceScanner::scan(QStringView codeText, const audit::Actor &actor)
{
    auto scanned = examine(codeText);
    const bool held = scanned.ok() && scanned->ordonnance;
    audit::Deed deed{audit::Action::Verify, audit::Subject::Ordonnance};
    deed.subjectId = held ? scanned->ordonnance->id.value : 0;
    deed.patient = held ? scanned->ordonnance->patient : PatientId{};
    deed.detail = scanned.ok() ? scanned->code.number().value() : scanned.error().subject;
    AMBROISE_CHECK(m_journal.record(deed, actor));
    return scanned;
}

} // namespace ambroise::dispensing
