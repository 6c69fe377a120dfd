// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/reader.h>
#include <ambroise/labs/recheck.h>

#include "rows.h"

#include <algorithm>

namespace ambroise::labs {
namespace {

const Error unknown{ErrorCode::NotFound, QStringLiteral("lab.unknown"), {}};

//! Told to every post: of the patient, or of nobody's.
storage::Change changeOf(PatientId patient)
{
    return {u"lab"_qs, patient.value};
}

int countOf(const LabReport &report, bool (*counts)(Flag))
{
    return int(std::count_if(report.results.begin(), report.results.end(),
                             [&](const LabResult &result) { return counts(result.flag); }));
}

} // namespace

Result<Received> LabRepository::receive(const QByteArray &bytes, const QList<LabReport> &reports,
                                        const patient::PatientMatcher &matcher,
                                        const audit::Actor &actor)
{
    AMBROISE_TRY(const auto content, m_vault.put(bytes));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    Received received;
    for (int part = 0; part < reports.size(); ++part) {
        AMBROISE_TRY(const bool known, isKnown(content, part));
        if (known) {
            ++received.known;
            continue;
        }
        AMBROISE_TRY(const Place place, placeOf(reports.at(part), matcher));
        AMBROISE_TRY(const auto id, insert(content, part, reports.at(part), place, actor));
        (place.patient.isStored() ? received.filed : received.waiting) << id;
        AMBROISE_CHECK(m_db.announce(changeOf(place.patient)));
    }
    AMBROISE_CHECK(transaction.commit());
    return received;
}

Result<bool> LabRepository::isKnown(const storage::ContentId &content, int part) const
{
    AMBROISE_TRY(const qint64 rows,
                 m_db.run("SELECT id FROM lab_report WHERE content = ? AND part = ?",
                          {content.toString(), part}, [](const storage::Row &) {}));
    return rows > 0;
}

Result<LabRepository::Place> LabRepository::placeOf(const LabReport &report,
                                                    const patient::PatientMatcher &matcher) const
{
    using Verdict = patient::Match::Verdict;
    AMBROISE_TRY(const auto match, matcher.match(report.patient));
    if (match.verdict == Verdict::Certain)
        return Place{match.candidates.first().summary.id, {}};
    Place place;
    if (match.verdict == Verdict::TestPerson)
        place.reasons << u"test_person"_qs;
    else if (match.candidates.isEmpty())
        place.reasons << u"nobody"_qs;
    else
        for (const patient::MatchReason reason : match.candidates.first().reasons)
            place.reasons << code(reason);
    return place;
}

Result<LabReportId> LabRepository::insert(const storage::ContentId &content, int part,
                                          const LabReport &report, const Place &place,
                                          const audit::Actor &actor)
{
    AMBROISE_TRY(
        const qint64 number,
        m_db.insert(
            "INSERT INTO lab_report (content, part, patient_id, reasons, format, identifier,"
            " replaces, superseded_by, title, laboratory, told_patient, day, partial,"
            " doubts, results, abnormal, critical, received_at, received_by,"
            " received_name, seen_at, seen_by, seen_name, version) VALUES (?, ?, ?, ?, ?, ?,"
            " ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', 1) RETURNING id",
            {content.toString(), part, place.patient.value, place.reasons.join(u','),
             code(report.format), report.identifier, report.replaces, report.title,
             report.laboratory, report.patientText, report.day.toString(Qt::ISODate),
             report.partial, textOf(report.doubts), int(report.results.size()),
             countOf(report, isAbnormal), countOf(report, isCritical),
             storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    const LabReportId id{number};
    AMBROISE_CHECK(insertResults(id, report));
    AMBROISE_TRY(const KeptReport kept, find(id));
    AMBROISE_CHECK(supersede(kept));
    AMBROISE_CHECK(answerRechecks(kept));
    AMBROISE_CHECK(journal(audit::Action::Import, kept,
                           place.patient.isStored() ? u"filed"_qs : u"waiting"_qs, actor));
    return id;
}

Status LabRepository::insertResults(LabReportId id, const LabReport &report)
{
    const QByteArray places = storage::placeholders(23);
    for (int position = 0; position < report.results.size(); ++position)
        AMBROISE_CHECK(
            m_db.run("INSERT INTO lab_result (" + resultColumns + ") VALUES (" + places + ")",
                     storage::Values{id.value} + valuesOf(position, report.results.at(position))));
    return done();
}

//! The links of corrections within the record of one patient, whichever came first.
Status LabRepository::supersede(const KeptReport &report)
{
    if (!report.patient.isStored())
        return done();
    if (!report.replaces.isEmpty())
        AMBROISE_CHECK(
            m_db.run("UPDATE lab_report SET superseded_by = ?, version = version + 1"
                     " WHERE identifier = ? AND patient_id = ? AND id <> ?"
                     " AND superseded_by = 0",
                     {report.id.value, report.replaces, report.patient.value, report.id.value}));
    if (report.identifier.isEmpty())
        return done();
    qint64 later = 0;
    AMBROISE_CHECK(m_db.run("SELECT id FROM lab_report WHERE replaces = ? AND patient_id = ? AND"
                            " id <> ? ORDER BY id DESC LIMIT 1",
                            {report.identifier, report.patient.value, report.id.value},
                            [&](const storage::Row &row) { later = row.integer(0); }));
    if (later == 0)
        return done();
    AMBROISE_CHECK(m_db.run("UPDATE lab_report SET superseded_by = ?, version = version + 1"
                            " WHERE id = ?",
                            {later, report.id.value}));
    return done();
}

Status LabRepository::forgetSuperseding(LabReportId id)
{
    AMBROISE_CHECK(m_db.run("UPDATE lab_report SET superseded_by = 0, version = version + 1"
                            " WHERE superseded_by = ?",
                            {id.value}));
    return done();
}

Status LabRepository::answerRechecks(const KeptReport &report)
{
    if (!report.patient.isStored())
        return done();
    AMBROISE_TRY(const auto patient, m_patients.recordIds(report.patient));
    AMBROISE_TRY(const auto found, results(report.id));
    return RecheckRepository(m_db, m_journal, m_clock)
        .answer(patient, report.id, report.day, report.receivedAt, found);
}

Status LabRepository::file(LabReportId id, qint64 version, PatientId patient,
                           const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const KeptReport before, find(id));
    if (before.patient.isStored() && before.patient != patient)
        return Error{ErrorCode::Conflict, u"lab.filed"_qs, {}};
    AMBROISE_TRY(const patient::Patient of, m_patients.reload(patient));
    if (of.mergedInto.isStored())
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_CHECK(m_db.updateOne("UPDATE lab_report SET patient_id = ?, reasons = '',"
                                  " version = version + 1 WHERE id = ? AND version = ?",
                                  {patient.value, id.value, version}));
    AMBROISE_TRY(const KeptReport filed, find(id));
    AMBROISE_CHECK(supersede(filed));
    AMBROISE_CHECK(answerRechecks(filed));
    AMBROISE_CHECK(journal(audit::Action::Update, filed, u"filed"_qs, actor));
    return transaction.commit();
}

Status LabRepository::takeOut(LabReportId id, qint64 version, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const KeptReport before, find(id));
    AMBROISE_CHECK(forgetSuperseding(id));
    AMBROISE_CHECK(RecheckRepository(m_db, m_journal, m_clock).forget(id));
    // Whoever saw it saw it as another one's.
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE lab_report SET patient_id = 0, reasons = 'taken_out', superseded_by = 0,"
        " seen_at = '', seen_by = 0, seen_name = '', version = version + 1"
        " WHERE id = ? AND version = ?",
        {id.value, version}));
    AMBROISE_CHECK(journal(audit::Action::Update, before, u"taken_out"_qs, actor));
    AMBROISE_CHECK(m_db.announce(changeOf({})));
    return transaction.commit();
}

Status LabRepository::setSeen(LabReportId id, qint64 version, bool seen, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const KeptReport report, find(id));
    if (!report.patient.isStored())
        return Error{ErrorCode::Conflict, u"lab.waiting"_qs, {}};
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE lab_report SET seen_at = ?, seen_by = ?, seen_name = ?, version = version + 1"
        " WHERE id = ? AND version = ?",
        {seen ? storage::toText(m_clock.now()) : QString(), seen ? actor.user().value : 0,
         seen ? actor.name() : QString(), id.value, version}));
    AMBROISE_CHECK(journal(audit::Action::Update, report, seen ? u"seen"_qs : u"unseen"_qs, actor));
    return transaction.commit();
}

Status LabRepository::markSeen(LabReportId id, qint64 version, const audit::Actor &actor)
{
    return setSeen(id, version, true, actor);
}

Status LabRepository::markUnseen(LabReportId id, qint64 version, const audit::Actor &actor)
{
    return setSeen(id, version, false, actor);
}

Status LabRepository::journal(audit::Action action, const KeptReport &report, const QString &detail,
                              const audit::Actor &actor)
{
    AMBROISE_CHECK(m_journal.record(
        {action, audit::Subject::LabReport, report.id.value, report.patient, detail}, actor));
    return m_db.announce(changeOf(report.patient));
}

Result<QList<KeptReport>> LabRepository::list(const QByteArray &where,
                                              const storage::Values &values) const
{
    QList<KeptReport> found;
    std::optional<Error> broken;
    AMBROISE_CHECK(m_db.run("SELECT " + reportColumns + " FROM lab_report " + where, values,
                            [&](const storage::Row &row) {
                                const auto report = reportOf(row);
                                if (report.ok())
                                    found << *report;
                                else
                                    broken = report.error();
                            }));
    if (broken)
        return *broken;
    return found;
}

Result<KeptReport> LabRepository::find(LabReportId id) const
{
    AMBROISE_TRY(const auto found, list("WHERE id = ?", {id.value}));
    if (found.isEmpty())
        return unknown;
    return found.first();
}

Result<QList<KeptReport>> LabRepository::of(const patient::RecordIds &patient) const
{
    return list("WHERE patient_id IN (" + storage::placeholders(patient.all().size()) +
                    ") ORDER BY day DESC, received_at DESC, id DESC",
                patient.values());
}

Result<QList<KeptReport>> LabRepository::unseen() const
{
    return list("WHERE seen_at = '' AND patient_id > 0 AND superseded_by = 0"
                " ORDER BY CASE WHEN critical > 0 THEN 0 WHEN abnormal > 0 THEN 1 ELSE 2 END,"
                " received_at, id",
                {});
}

Result<QList<KeptReport>> LabRepository::waiting() const
{
    return list("WHERE patient_id = 0 ORDER BY received_at, id", {});
}

Result<int> LabRepository::count(const QByteArray &where) const
{
    qint64 rows = 0;
    AMBROISE_CHECK(m_db.run("SELECT COUNT(*) FROM lab_report " + where, {},
                            [&](const storage::Row &row) { rows = row.integer(0); }));
    return int(rows);
}

Result<int> LabRepository::unseenCount() const
{
    return count("WHERE seen_at = '' AND patient_id > 0 AND superseded_by = 0");
}

Result<int> LabRepository::waitingCount() const
{
    return count("WHERE patient_id = 0");
}

Result<QList<KeptResult>> LabRepository::resultsOf(const patient::RecordIds &patient) const
{
    QList<KeptResult> found;
    AMBROISE_CHECK(m_db.run("SELECT " + resultColumns +
                                " FROM lab_result WHERE report_id IN (SELECT id FROM lab_report"
                                " WHERE superseded_by = 0 AND patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ")) ORDER BY report_id, position",
                            patient.values(), [&](const storage::Row &row) {
                                found.append({LabReportId{row.integer(0)}, resultOf(row)});
                            }));
    return found;
}

Result<QList<LabResult>> LabRepository::results(LabReportId report) const
{
    QList<LabResult> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT " + resultColumns + " FROM lab_result WHERE report_id = ? ORDER BY position",
        {report.value}, [&](const storage::Row &row) { found << resultOf(row); }));
    return found;
}

Result<LabReport> LabRepository::read(const KeptReport &report) const
{
    AMBROISE_TRY(const QByteArray bytes, m_vault.get(report.content));
    AMBROISE_TRY(const auto reports, readLabFile(bytes, report.receivedAt.date()));
    if (report.part >= reports.size())
        return unknown;
    return reports.at(report.part);
}

Result<QList<PatientId>> LabRepository::patientsNamed() const
{
    QList<PatientId> found;
    AMBROISE_CHECK(m_db.run("SELECT patient_id FROM lab_report WHERE patient_id > 0"
                            " UNION SELECT patient_id FROM lab_recheck",
                            {},
                            [&](const storage::Row &row) { found << PatientId{row.integer(0)}; }));
    return found;
}

Result<QStringList> LabRepository::damaged() const
{
    AMBROISE_TRY(const auto all, list("ORDER BY id", {}));
    QStringList found;
    for (const KeptReport &report : all)
        if (!m_vault.get(report.content).ok())
            found << report.id.toString();
    return found;
}

} // namespace ambroise::labs
