// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"

namespace ambroise::app {
namespace {

Status findBrokenDocuments(Practice &practice, QList<Finding> &findings)
{
    AMBROISE_TRY(const auto documents, practice.vault().all());
    for (const auto &id : documents)
        if (!practice.vault().get(id).ok())
            findings.append({u"document"_qs, id.toString()});
    return done();
}

Status findLostDocuments(Practice &practice, QList<Finding> &findings)
{
    AMBROISE_TRY(const auto contents, practice.documents().contents());
    for (const storage::ContentId &id : contents)
        if (const auto kept = practice.vault().get(id);
            !kept.ok() && kept.error().code == ErrorCode::NotFound)
            findings.append({u"document"_qs, id.toString()});
    return done();
}

Status findBrokenOrdonnances(Practice &practice, QList<Finding> &findings)
{
    AMBROISE_TRY(const QStringList damaged, practice.ordonnances().damaged());
    for (const QString &number : damaged)
        findings.append({u"ordonnance"_qs, number});
    AMBROISE_TRY(const QStringList missigned, practice.cardSignatures().damaged());
    for (const QString &number : missigned)
        if (!damaged.contains(number))
            findings.append({u"ordonnance"_qs, number});
    return done();
}

Status findBrokenReports(Practice &practice, QList<Finding> &findings)
{
    AMBROISE_TRY(const QStringList damaged, practice.labs().damaged());
    for (const QString &id : damaged)
        findings.append({u"lab_report"_qs, id});
    return done();
}

Status findLostPatients(Practice &practice, QList<Finding> &findings)
{
    AMBROISE_TRY(const auto written, practice.records().patientsNamed());
    AMBROISE_TRY(const auto tested, practice.labs().patientsNamed());
    QSet<PatientId> named(written.begin(), written.end());
    named.unite({tested.begin(), tested.end()});
    for (const PatientId patient : named)
        if (!practice.patients().reload(patient).ok())
            findings.append({u"reference"_qs, patient.toString()});
    return done();
}

} // namespace

Result<QList<Finding>> checkPractice(Practice &practice, const Progress &progress)
{
    QList<Finding> findings;
    const auto step = [&](int done) {
        return !progress || progress(done, 5);
    };
    const Error cancelled{ErrorCode::Cancelled, u"practice.cancelled"_qs, {}};
    if (const Status sound = practice.database().verify(); !sound.ok())
        findings.append({u"database"_qs, sound.error().subject});
    if (!step(1))
        return cancelled;
    AMBROISE_TRY(const auto verdict, practice.journal().verify());
    if (!verdict.ok)
        findings.append({u"journal"_qs, QString::number(verdict.firstBad.value_or(0))});
    if (!step(2))
        return cancelled;
    AMBROISE_CHECK(findBrokenDocuments(practice, findings));
    AMBROISE_CHECK(findLostDocuments(practice, findings));
    if (!step(3))
        return cancelled;
    AMBROISE_CHECK(findBrokenOrdonnances(practice, findings));
    if (!step(4))
        return cancelled;
    AMBROISE_CHECK(findBrokenReports(practice, findings));
    AMBROISE_CHECK(findLostPatients(practice, findings));
    if (!practice.certificates().own().ok())
        findings.append({u"certificate"_qs, {}});
    (void)step(5);
    return findings;
}

} // namespace ambroise::app
