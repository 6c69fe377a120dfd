// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/dispensing/repository.h>

namespace ambroise::dispensing {

//! What a scanned code turned out to be.
struct ScannedOrdonnance {
    prescription::OrdonnanceCode code;
    QString issuer; //!< name on the practice's certificate
    //! The content, where this practice holds it and it is the one that was signed.
    std::optional<prescription::Ordonnance> ordonnance;
    QList<Dispensation> history; //!< oldest first
    //! More than three months old and never dispensed: CSP R.5132-22 lets the first delivery be
    //! refused.
    bool tooOldForFirst = false;
};

//! From the text of a code to an ordonnance whose authenticity is proved; the reading is journaled.
//! Errors: those of OrdonnanceCode::parse and verify; Denied "ordonnance.cancelled" (withdrawn by
//! the prescriber), "ordonnance.expired" (signed more than twelve months ago, CSP R.5132-21),
//! "ordonnance.future" (signed later than now); Corrupt "code.other_content".
class OrdonnanceScanner {
public:
    OrdonnanceScanner(prescription::OrdonnanceRepository &ordonnances,
                      prescription::CertificateRepository &certificates,
                      DispensationRepository &dispensations, audit::Journal &journal,
                      const Clock &clock)
        : m_ordonnances(ordonnances)
        , m_certificates(certificates)
        , m_dispensations(dispensations)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    Result<ScannedOrdonnance> scan(QStringView codeText, const audit::Actor &actor);

private:
    Result<ScannedOrdonnance> examine(QStringView codeText) const;

    prescription::OrdonnanceRepository &m_ordonnances;
    prescription::CertificateRepository &m_certificates;
    DispensationRepository &m_dispensations;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

//! Whether an ordonnance signed at `signedAt` may still be acted on at `now`; see
//! OrdonnanceScanner's errors.
Status inForce(const QDateTime &signedAt, const QDateTime &now);

} // namespace ambroise::dispensing
