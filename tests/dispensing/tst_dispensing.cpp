// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/dispensing/scan.h>
#include <ambroise/dispensing/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

using namespace ambroise;
using namespace ambroise::dispensing;
using namespace std::chrono_literals;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor pharmacist(UserId{3}, u"Sylvie Keraudren"_qs, u"pharmacien"_qs,
                              u"Comptoir 2"_qs);

struct Counter {
    Counter(storage::Connection &db, test::Engines &engines)
        : journal(db, engines.key(), engines.clock())
        , certificates(db, journal, engines.key(), engines.clock())
        , vault(storage::Vault::inDatabase(db, engines.key()))
        , ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'), engines.clock())
        , dispensations(db, journal, engines.clock())
        , scanner(ordonnances, certificates, dispensations, journal, engines.clock())
    {
        engines.clock().set(test::sampleInstant());
        (void)certificates.createOwn(u"Cabinet des Tilleuls"_qs, doctor);
    }

    prescription::Ordonnance sign(int renewals = 0, int boxes = 0)
    {
        auto parts = test::sampleParts();
        parts.lines.first().renewals = renewals;
        parts.lines.first().boxes = boxes;
        parts.lines << parts.lines.first();
        const auto paper = [](const auto &,
                              const QString &) -> Result<prescription::PrintedOrdonnance> {
            return prescription::PrintedOrdonnance{"paper", 1, {}};
        };
        return *ordonnances.sign(PatientId{7}, parts, paper, doctor);
    }
    Status give(const prescription::Ordonnance &ordonnance, const QList<LineOutcome> &lines,
                int seen, const QString &token)
    {
        const auto recorded = dispensations.record(token, ordonnance, lines, seen,
                                                   u"Pharmacie du Marché"_qs, pharmacist);
        return recorded.ok() ? done() : Status(recorded.error());
    }

    audit::Journal journal;
    prescription::CertificateRepository certificates;
    std::unique_ptr<storage::Vault> vault;
    prescription::OrdonnanceRepository ordonnances;
    DispensationRepository dispensations;
    OrdonnanceScanner scanner;
};

LineOutcome given(int line, int boxes = 1, Outcome outcome = Outcome::Dispensed)
{
    LineOutcome one;
    one.line = line;
    one.outcome = outcome;
    one.label = u"PARACETAMOL 1000 mg"_qs;
    one.boxes = boxes;
    return one;
}

} // namespace

class TestDispensing : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(), drugs::schema(),
                                              prescription::schema(), dispensing::schema()};

private Q_SLOTS:
    void aGenuineCodeShowsItsOrdonnance_data() { m_engines.addRows(); }
    void aGenuineCodeShowsItsOrdonnance()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        const auto scanned = counter.scanner.scan(ordonnance.code, pharmacist);
        QVERIFY_OK(scanned);
        QCOMPARE(scanned->issuer, u"Cabinet des Tilleuls"_qs);
        QVERIFY(scanned->ordonnance.has_value());
        QCOMPARE(scanned->ordonnance->content.canonical(), ordonnance.content.canonical());
        QCOMPARE(counter.journal.find({.action = audit::Action::Verify})->size(), 1);
    }

    void whatWasGivenIsShownToTheNextOne_data() { m_engines.addRows(); }
    void whatWasGivenIsShownToTheNextOne()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        QVERIFY_OK(counter.give(ordonnance, {given(0)}, 0, u"a"_qs));
        const auto scanned = counter.scanner.scan(ordonnance.code, pharmacist);
        QCOMPARE(scanned->history.size(), 1);
        QCOMPARE(scanned->history.first().authorName, u"Sylvie Keraudren"_qs);
        QCOMPARE(stateOf(ordonnance, scanned->history, 0), LineState::Dispensed);
        QCOMPARE(stateOf(ordonnance, scanned->history, 1), LineState::Open);
    }

    void theSameDispensationIsRecordedOnce_data() { m_engines.addRows(); }
    void theSameDispensationIsRecordedOnce()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        QVERIFY_OK(counter.give(ordonnance, {given(0)}, 0, u"same"_qs));
        QCOMPARE_SUBJECT(counter.give(ordonnance, {given(0)}, 0, u"same"_qs), "dispensation.twice");
        QCOMPARE(counter.dispensations.of(ordonnance.content.number())->size(), 1);
    }

    void twoPharmaciesAtOnceDoNotBothGive_data() { m_engines.addRows(); }
    void twoPharmaciesAtOnceDoNotBothGive()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        QVERIFY_OK(counter.give(ordonnance, {given(0)}, 0, u"here"_qs));
        QCOMPARE_SUBJECT(counter.give(ordonnance, {given(0)}, 0, u"there"_qs),
                         "dispensation.meanwhile");
    }

    void renewalsAllowAsManyDeliveriesAndNoMore_data() { m_engines.addRows(); }
    void renewalsAllowAsManyDeliveriesAndNoMore()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign(2);
        for (int i = 0; i < 3; ++i)
            QVERIFY_OK(counter.give(ordonnance, {given(0)}, i, QString::number(i)));
        QCOMPARE_SUBJECT(counter.give(ordonnance, {given(0)}, 3, u"4"_qs), "dispensation.complete");
    }

    void aPartialDeliveryLeavesTheRest_data() { m_engines.addRows(); }
    void aPartialDeliveryLeavesTheRest()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        QVERIFY_OK(counter.give(ordonnance, {given(0, 1, Outcome::Partly)}, 0, u"1"_qs));
        QCOMPARE(stateOf(ordonnance, *counter.dispensations.of(ordonnance.content.number()), 0),
                 LineState::PartlyDispensed);
        QVERIFY_OK(counter.give(ordonnance, {given(0)}, 1, u"2"_qs));
    }

    void partsThatReachWhatIsPrescribedAreADelivery_data() { m_engines.addRows(); }
    void partsThatReachWhatIsPrescribedAreADelivery()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign(1, 3);
        const auto history = [&] {
            return *counter.dispensations.of(ordonnance.content.number());
        };
        QCOMPARE(boxesDue(ordonnance, history(), 0), 3);
        QVERIFY_OK(counter.give(ordonnance, {given(0, 1, Outcome::Partly)}, 0, u"1"_qs));
        QCOMPARE(boxesDue(ordonnance, history(), 0), 2);
        QVERIFY_OK(counter.give(ordonnance, {given(0, 2, Outcome::Partly)}, 1, u"2"_qs));
        QCOMPARE(deliveriesMade(ordonnance, history(), 0), 1);
        QCOMPARE(boxesDue(ordonnance, history(), 0), 3); // of the renewal
        QVERIFY_OK(counter.give(ordonnance, {given(0, 1, Outcome::Partly)}, 2, u"3"_qs));
        QVERIFY_OK(counter.give(ordonnance, {given(0, 2)}, 3, u"4"_qs));
        QCOMPARE(stateOf(ordonnance, history(), 0), LineState::Dispensed);
    }

    void partsOfALineWithoutANumberOfBoxesNeverEndIt_data() { m_engines.addRows(); }
    void partsOfALineWithoutANumberOfBoxesNeverEndIt()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Counter counter(db, m_engines);
        const auto ordonnance = counter.sign();
        QVERIFY_OK(counter.give(ordonnance, {given(0, 5, Outcome::Partly)}, 0, u"1"_qs));
        const auto history = *counter.dispensations.of(ordonnance.content.number());
        QCOMPARE(stateOf(ordonnance, history, 0), LineState::PartlyDispensed);
        QCOMPARE(boxesDue(ordonnance, history, 0), 1);
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("boxes");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("subject");
        QTest::newRow("a line that is not there")
            << 2 << 1 << int(Outcome::Dispensed) << u"dispensation.line"_qs;
        QTest::newRow("no box") << 0 << 0 << int(Outcome::Dispensed) << u"dispensation.boxes"_qs;
        QTest::newRow("a thousand boxes")
            << 0 << 1000 << int(Outcome::Dispensed) << u"dispensation.boxes"_qs;
        QTest::newRow("a refusal without its reason")
            << 0 << 0 << int(Outcome::NotDispensed) << u"dispensation.reason"_qs;
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(int, line);
        QFETCH(int, boxes);
        QFETCH(int, outcome);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Counter counter(**db, m_engines);
        const auto ordonnance = counter.sign();
        const Status recorded =
            counter.give(ordonnance, {given(line, boxes, Outcome(outcome))}, 0, u"t"_qs);
        QVERIFY(!recorded.ok());
        QTEST(recorded.error().subject, "subject");
        QVERIFY(counter.dispensations.of(ordonnance.content.number())->isEmpty());
        QCOMPARE_SUBJECT(counter.give(ordonnance, {}, 0, u"u"_qs), "dispensation.empty");
        QCOMPARE_SUBJECT(counter.give(ordonnance, {given(0), given(0)}, 0, u"v"_qs),
                         "dispensation.line");
    }

    void aCancelledOrdonnanceIsRefused()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Counter counter(**db, m_engines);
        auto ordonnance = counter.sign();
        QVERIFY_OK(counter.ordonnances.cancel(ordonnance.content.number(), u"Erreur"_qs, doctor));
        QCOMPARE_SUBJECT(counter.scanner.scan(ordonnance.code, pharmacist), "ordonnance.cancelled");
        ordonnance = *counter.ordonnances.byNumber(ordonnance.content.number());
        QCOMPARE_SUBJECT(counter.give(ordonnance, {given(0)}, 0, u"t"_qs), "ordonnance.cancelled");
    }

    void timeRunsOut()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Counter counter(**db, m_engines);
        const auto ordonnance = counter.sign();
        m_engines.clock().set(test::sampleInstant().addMonths(4));
        QVERIFY(counter.scanner.scan(ordonnance.code, pharmacist)->tooOldForFirst);
        m_engines.clock().set(test::sampleInstant().addMonths(13));
        QCOMPARE_SUBJECT(counter.scanner.scan(ordonnance.code, pharmacist), "ordonnance.expired");
        m_engines.clock().set(test::sampleInstant().addDays(-1));
        QCOMPARE_SUBJECT(counter.scanner.scan(ordonnance.code, pharmacist), "ordonnance.future");
    }

    void anOrdonnanceOfATrustedOtherPracticeIsProvedWithoutItsContent()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto otherDatabase = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        const auto otherDb = otherDatabase->connect();
        Counter here(**db, m_engines);
        Counter there(**otherDb, m_engines);
        const auto ordonnance = there.sign();
        QCOMPARE_SUBJECT(here.scanner.scan(ordonnance.code, pharmacist), "code.unknown_issuer");
        QVERIFY_OK(
            here.certificates.trust(there.certificates.own()->certificate.toPem(), pharmacist));
        const auto scanned = here.scanner.scan(ordonnance.code, pharmacist);
        QVERIFY_OK(scanned);
        QVERIFY(!scanned->ordonnance.has_value());
    }
};
QTEST_GUILESS_MAIN(TestDispensing)
#include "tst_dispensing.moc"
