// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/repository.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/sampleordonnance.h>

//! A practice that may sign ordonnances, over a fresh database.
namespace ambroise::test {

inline const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs,
                                 u"Cabinet 1"_qs);
inline const PatientId whose{7};

inline QList<storage::Schema> ordonnanceSchemas()
{
    return {storage::schema(), audit::schema(), drugs::schema(), prescription::schema()};
}

inline Result<prescription::PrintedOrdonnance> plainPaper(const prescription::OrdonnanceContent &,
                                                          const QString &)
{
    return prescription::PrintedOrdonnance{"paper", 1, {}};
}

struct SigningPractice {
    SigningPractice(storage::Connection &db, Engines &engines)
        : journal(db, engines.key(), engines.clock())
        , certificates(db, journal, engines.key(), engines.clock())
        , vault(storage::Vault::inDatabase(db, engines.key()))
        , ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'), engines.clock())
    {
    }
    Result<prescription::Ordonnance> sign(const prescription::OrdonnanceContent::Parts &parts)
    {
        return ordonnances.sign(whose, parts, plainPaper, doctor);
    }

    audit::Journal journal;
    prescription::CertificateRepository certificates;
    std::unique_ptr<storage::Vault> vault;
    prescription::OrdonnanceRepository ordonnances;
};

} // namespace ambroise::test
