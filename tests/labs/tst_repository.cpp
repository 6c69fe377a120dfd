// SPDX-License-Identifier: GPL-3.0-or-later
#include "../documents/cdasample.h"
#include "../patient/people.h"
#include "told.h"

#include <ambroise/labs/reader.h>
#include <ambroise/labs/recheck.h>
#include <ambroise/labs/repository.h>
#include <ambroise/labs/schema.h>

#include <support/folders.h>

using namespace ambroise;
using namespace ambroise::labs;
using test::brunel;
using test::fontanel;

namespace {

const QDate today(2026, 11, 27);

//! Of Madeleine, whose INS is one of tests; a potassium of that value.
QByteArray potassium(const QByteArray &value, const QByteArray &version = "2",
                     const QByteArray &more = {})
{
    QByteArray bytes = test::cdaAround(
        test::sectionWith(
            "<paragraph>Ionogramme</paragraph>",
            "<entry><act><code code=\"18719-5\"/><entryRelationship><observation><code "
            "code=\"2823-3\" displayName=\"Potassium\" codeSystem=\"2.16.840.1.113883.6.1\"/>"
            "<effectiveTime value=\"20261124\"/><value xsi:type=\"PQ\" value=\"" +
                value +
                "\" unit=\"mmol/L\"/><referenceRange><observationRange><value xsi:type=\"IVL_PQ\">"
                "<low value=\"3.5\" unit=\"mmol/L\"/><high value=\"5.1\" unit=\"mmol/L\"/></value>"
                "</observationRange></referenceRange></observation></entryRelationship></act>"
                "</entry>"),
        more);
    return bytes.replace("extension=\"2\"/><code code=\"11502-2\"",
                         "extension=\"" + version + "\"/><code code=\"11502-2\"");
}

QByteArray replacing(const QByteArray &version)
{
    return "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.2.250.1.999.7\" "
           "extension=\"" +
           version + "\"/></parentDocument></relatedDocument>";
}

//! Madeleine, qualified, with the INS of the sample.
patient::NewPatient madeleine(const QString &surname = u"VASSEUR"_qs)
{
    using namespace identity;
    const auto traits =
        *StrictTraits::make({*BirthSurname::parse(surname), *GivenNames::parse(u"MADELEINE JEANNE"),
                             *GivenNames::parse(u"MADELEINE"), *BirthDate::of(QDate(1958, 3, 14)),
                             Sex::Female, *BirthPlace::make(u"63113", u"Clermont"_qs)});
    return {.identity = *Identity::make(
                traits, Ins{*InsMatricule::fromInsi(u"258036311398155"), InsAuthority::TestNir},
                {true, true}, {})};
}

} // namespace

//! The reports of the practice, on both engines.
class TestRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = test::patientSchemas() + QList{labs::schema()};
    int m_vaults = 0;

    //! Everything that a repository needs, for one row.
    struct Bench {
        Bench(storage::Connection &db, test::Engines &engines, const QString &vaultFolder)
            : journal(db, engines.key(), engines.clock())
            , patients(db, journal, engines.clock())
            , matcher(db, patients, {true, {}})
            , vault(storage::Vault::inFolder(vaultFolder, engines.key()))
            , labs(db, *vault, journal, patients, engines.clock())
        {
        }
        Result<Received> receive(const QByteArray &bytes)
        {
            AMBROISE_TRY(const auto reports, readLabFile(bytes, today));
            return labs.receive(bytes, reports, matcher, brunel);
        }
        PatientId add(const patient::NewPatient &patient)
        {
            const auto id = patients.add(patient, brunel);
            return id.ok() ? *id : PatientId{};
        }

        audit::Journal journal;
        patient::PatientRepository patients;
        patient::PatientMatcher matcher;
        std::unique_ptr<storage::Vault> vault;
        LabRepository labs;
    };
    QString vaultFolder() { return m_engines.path(u"vault"_qs + QString::number(++m_vaults)); }

private Q_SLOTS:
    void aCertainPatientsReportIsFiledAtOnce_data() { m_engines.addRows(); }
    void aCertainPatientsReportIsFiledAtOnce()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId id = bench.add(madeleine());
        const auto received = bench.receive(potassium("5.6"));
        QVERIFY_OK(received);
        QCOMPARE(received->filed.size(), 1);
        const auto kept = bench.labs.find(received->filed.first());
        QVERIFY_OK(kept);
        QCOMPARE(kept->patient, id);
        QCOMPARE(kept->laboratory, u"Laboratoire des Volcans"_qs);
        QCOMPARE(kept->abnormal, 1);
        QVERIFY(!kept->isSeen());
        QCOMPARE(*bench.labs.unseenCount(), 1);
        QCOMPARE(bench.journal.find({.patient = id})->first().deed.subject,
                 audit::Subject::LabReport);
    }

    void aFiledReportAnswersWhatWasAskedForAgain_data() { m_engines.addRows(); }
    void aFiledReportAnswersWhatWasAskedForAgain()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const patient::RecordIds patient(bench.add(madeleine()));
        RecheckRepository rechecks(db, bench.journal, m_engines.clock());
        // The sample's day is the day of the clock: it comes after the asking.
        QVERIFY_OK(rechecks.ask(patient,
                                {{u"2823-3"_qs, loincSystem, {}},
                                 u"Kaliémie"_qs,
                                 m_engines.clock().today().addDays(15),
                                 {}},
                                fontanel));
        m_engines.clock().advance(std::chrono::hours(1));
        const auto received = bench.receive(potassium("4.4"));
        QVERIFY_OK(received);
        QVERIFY(rechecks.of(patient)->isEmpty());
        const auto kept = bench.labs.find(received->filed.first());
        QVERIFY_OK(bench.labs.takeOut(kept->id, kept->version, fontanel));
        QCOMPARE(rechecks.of(patient)->size(), 1);
        QVERIFY_OK(bench.labs.file(kept->id, kept->version + 1, patient.record(), fontanel));
        QVERIFY(rechecks.of(patient)->isEmpty());
    }

    void theTableHoldsWhatTheFileTold_data() { m_engines.addRows(); }
    void theTableHoldsWhatTheFileTold()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId id = bench.add(madeleine());
        const QByteArray bytes = potassium("5.6");
        QVERIFY_OK(bench.receive(bytes));
        const auto results = bench.labs.resultsOf(patient::RecordIds(id));
        QVERIFY_OK(results);
        QCOMPARE(results->size(), 1);
        QCOMPARE(test::told(results->first().result),
                 test::told(readLabFile(bytes, today)->first().results.first()));
        const auto whole = bench.labs.read(*bench.labs.find(results->first().report));
        QVERIFY_OK(whole);
        QCOMPARE(whole->sections.first().lines, QStringList{u"Ionogramme"_qs});
    }

    void whoIsNotCertainWaitsForAPerson_data() { m_engines.addRows(); }
    void whoIsNotCertainWaitsForAPerson()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId other = bench.add(madeleine(u"VASSEUR-DURAND"_qs));
        const auto received = bench.receive(potassium("5.6"));
        QVERIFY_OK(received);
        QVERIFY(received->filed.isEmpty());
        const auto waiting = bench.labs.waiting();
        QVERIFY_OK(waiting);
        QCOMPARE(waiting->size(), 1);
        const KeptReport report = waiting->first();
        QVERIFY(report.reasons.contains(u"traits_differ"_qs));
        QCOMPARE(report.toldPatient, u"VASSEUR (MERCADIER) MADELEINE JEANNE, 1958-03-14, F"_qs);
        QVERIFY(bench.labs.resultsOf(patient::RecordIds(other))->isEmpty());
        QCOMPARE_SUBJECT(bench.labs.markSeen(report.id, report.version, fontanel), "lab.waiting");
        QVERIFY_OK(bench.labs.file(report.id, report.version, other, brunel));
        QCOMPARE(bench.labs.resultsOf(patient::RecordIds(other))->size(), 1);
        QCOMPARE(*bench.labs.waitingCount(), 0);
    }

    void aReportOfNobodyHereWaits_data() { m_engines.addRows(); }
    void aReportOfNobodyHereWaits()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        QVERIFY_OK(bench.receive(potassium("5.6")));
        QVERIFY_OK(bench.receive("%PDF-1.4\n"));
        const auto waiting = bench.labs.waiting();
        QCOMPARE(waiting->size(), 2);
        QCOMPARE(waiting->first().reasons, QStringList{u"nobody"_qs});
    }

    void theSameFileIsKeptOnce_data() { m_engines.addRows(); }
    void theSameFileIsKeptOnce()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        bench.add(madeleine());
        QVERIFY_OK(bench.receive(potassium("5.6")));
        const auto again = bench.receive(potassium("5.6"));
        QVERIFY_OK(again);
        QCOMPARE(again->known, 1);
        QVERIFY(again->filed.isEmpty());
        QCOMPARE(*bench.labs.unseenCount(), 1);
    }

    void aCorrectionSupersedesWhatItReplaces_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<bool>("inOrder");
        for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server})
            for (const bool inOrder : {true, false})
                QTest::addRow("%d %d", int(engine), int(inOrder)) << int(engine) << inOrder;
    }
    void aCorrectionSupersedesWhatItReplaces()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        QFETCH(const bool, inOrder);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId id = bench.add(madeleine());
        const QByteArray first = potassium("6.5", "1");
        const QByteArray corrected = potassium("5.6", "2", replacing("1"));
        QVERIFY_OK(bench.receive(inOrder ? first : corrected));
        QVERIFY_OK(bench.receive(inOrder ? corrected : first));
        const auto results = bench.labs.resultsOf(patient::RecordIds(id));
        QCOMPARE(results->size(), 1);
        QCOMPARE(results->first().result.value.text, u"5.6"_qs);
        QCOMPARE(bench.labs.of(patient::RecordIds(id))->size(), 2); // the former stays readable
        QCOMPARE(*bench.labs.unseenCount(), 1);
    }

    void aCorrectionTakenOutGivesTheFormerBack_data() { m_engines.addRows(); }
    void aCorrectionTakenOutGivesTheFormerBack()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId id = bench.add(madeleine());
        QVERIFY_OK(bench.receive(potassium("6.5", "1")));
        const auto received = bench.receive(potassium("5.6", "2", replacing("1")));
        QVERIFY_OK(received);
        const auto correction = bench.labs.find(received->filed.first());
        QVERIFY_OK(bench.labs.takeOut(correction->id, correction->version, fontanel));
        const auto results = bench.labs.resultsOf(patient::RecordIds(id));
        QCOMPARE(results->size(), 1);
        QCOMPARE(results->first().result.value.text, u"6.5"_qs);
        QCOMPARE(bench.labs.waiting()->first().reasons, QStringList{u"taken_out"_qs});
    }

    void aCorrectionOfAnotherPatientHidesNothing_data() { m_engines.addRows(); }
    void aCorrectionOfAnotherPatientHidesNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        const PatientId id = bench.add(madeleine());
        QVERIFY_OK(bench.receive(potassium("6.5", "1")));
        QVERIFY_OK(bench.receive(
            potassium("5.6", "2", replacing("1")).replace("258036311398155", "187076912345675")));
        QCOMPARE(bench.labs.resultsOf(patient::RecordIds(id))->size(), 1);
        QCOMPARE(*bench.labs.waitingCount(), 1);
    }

    void whatIsSeenIsSeenByOneAndOnce_data() { m_engines.addRows(); }
    void whatIsSeenIsSeenByOneAndOnce()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        bench.add(madeleine());
        const auto received = bench.receive(potassium("5.6"));
        const auto report = bench.labs.find(received->filed.first());
        QVERIFY_OK(bench.labs.markSeen(report->id, report->version, fontanel));
        const auto seen = bench.labs.find(report->id);
        QCOMPARE(seen->seenName, u"Dr Claire Fontanel"_qs);
        QCOMPARE(seen->seenAt, m_engines.clock().now());
        QCOMPARE(*bench.labs.unseenCount(), 0);
        // Another post had it open.
        QCOMPARE_SUBJECT(bench.labs.markSeen(report->id, report->version, brunel),
                         "storage.version");
        QVERIFY_OK(bench.labs.markUnseen(report->id, seen->version, fontanel));
        QCOMPARE(*bench.labs.unseenCount(), 1);
    }

    void criticalResultsComeFirst_data() { m_engines.addRows(); }
    void criticalResultsComeFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        bench.add(madeleine());
        QVERIFY_OK(bench.receive(potassium("4.5", "1")));
        QVERIFY_OK(bench.receive(potassium("5.6", "2")));
        QVERIFY_OK(bench.receive(
            potassium("7.2", "3")
                .replace("<referenceRange>", "<interpretationCode code=\"HH\"/><referenceRange>")));
        const auto unseen = bench.labs.unseen();
        QVERIFY_OK(unseen);
        QStringList order;
        for (const KeptReport &report : *unseen)
            order << report.identifier.section(u'^', 1);
        QCOMPARE(order, (QStringList{u"3"_qs, u"2"_qs, u"1"_qs}));
    }

    void whatIsFiledIsNotFiledToAnother_data() { m_engines.addRows(); }
    void whatIsFiledIsNotFiledToAnother()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Bench bench(db, m_engines, vaultFolder());
        bench.add(madeleine());
        const PatientId other = bench.add(test::Person{.surname = u"DIALLO"_qs}.details());
        const auto received = bench.receive(potassium("5.6"));
        const auto report = bench.labs.find(received->filed.first());
        QCOMPARE_SUBJECT(bench.labs.file(report->id, report->version, other, brunel), "lab.filed");
        QVERIFY_OK(bench.labs.takeOut(report->id, report->version, brunel));
        const auto waiting = bench.labs.find(report->id);
        QCOMPARE_SUBJECT(bench.labs.file(report->id, waiting->version, PatientId{99}, brunel),
                         "patient.missing");
        QVERIFY_OK(bench.labs.file(report->id, waiting->version, other, brunel));
        QCOMPARE(bench.labs.find(report->id)->patient, other);
    }

    void aLostFileIsFound()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        QVERIFY_OK(db);
        const QString folder = vaultFolder();
        Bench bench(**db, m_engines, folder);
        const auto received = bench.receive(potassium("5.6"));
        QVERIFY_OK(received);
        QVERIFY(bench.labs.damaged()->isEmpty());
        QVERIFY(QDir(folder).removeRecursively());
        QCOMPARE(*bench.labs.damaged(), QStringList{received->waiting.first().toString()});
    }

    void everyExampleOfTheAnsIsKeptWhole()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        QVERIFY_OK(db);
        Bench bench(**db, m_engines, vaultFolder());
        const QDir examples(test::sharedFolder() + u"/data/interop/cda-ans-examples"_qs);
        const QStringList names = examples.entryList({u"BIO-*.xml"_qs});
        if (names.isEmpty())
            QSKIP("the examples of the ANS are not on this machine");
        for (const QString &name : names) {
            QFile file(examples.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto received = bench.receive(bytes);
            QVERIFY_OK(received);
            const auto kept = bench.labs.results(received->waiting.first());
            QVERIFY_OK(kept);
            const auto read = readLabFile(bytes, today);
            QCOMPARE(kept->size(), read->first().results.size());
            for (qsizetype i = 0; i < kept->size(); ++i) {
                LabResult told = read->first().results.at(i);
                told.method.clear(); // these stand in the file alone
                told.priors.clear();
                told.otherReferences.clear();
                told.other.reset();
                told.value.code = {};
                QCOMPARE(test::told(kept->at(i)), test::told(told));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
