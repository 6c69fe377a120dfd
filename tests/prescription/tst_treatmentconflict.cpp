// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/repository.h>
#include <ambroise/prescription/schema.h>
#include <ambroise/prescription/treatmentstops.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

#include <QtConcurrent>

using namespace ambroise;
using namespace ambroise::prescription;
using record::StopReason;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor other(UserId{2}, u"Dr Hugo Lestienne"_qs, u"medecin"_qs, u"Cabinet 2"_qs);
const patient::RecordIds whose(PatientId{7});

//! Signed, for a stop is told of a line that is there. Answers its first line.
Result<StoppedLine> prescribed(storage::Connection &db, test::Engines &engines)
{
    audit::Journal journal(db, engines.key(), engines.clock());
    CertificateRepository certificates(db, journal, engines.key(), engines.clock());
    const auto vault = storage::Vault::inDatabase(db, engines.key());
    OrdonnanceRepository ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'),
                                     engines.clock());
    AMBROISE_CHECK(certificates.createOwn(u"Cabinet"_qs, doctor));
    AMBROISE_TRY(const auto one,
                 ordonnances.sign(
                     whose.record(), test::sampleParts(),
                     [](const OrdonnanceContent &, const QString &) -> Result<PrintedOrdonnance> {
                         return PrintedOrdonnance{"paper", 1, {}};
                     },
                     doctor));
    return StoppedLine{one.content.number().value(), 0, u"PARACETAMOL"_qs};
}

} // namespace

//! Two posts that stop the same treatment at the same instant.
class TestTreatmentConflict : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(), drugs::schema(),
                                              prescription::schema()};

    [[nodiscard]] record::TreatmentStop stop(StopReason reason)
    {
        return {m_engines.clock().today(), reason, {}};
    }
    //! By another post, a connection and a thread of its own.
    Status stopElsewhere(const storage::Database &practice, const StoppedLine &line)
    {
        AMBROISE_TRY(const auto db, practice.connect());
        audit::Journal journal(*db, m_engines.key(), m_engines.clock());
        const auto kept = TreatmentStops(*db, journal, m_engines.clock())
                              .add(whose.record(), line, stop(StopReason::Ineffective),
                                   m_engines.clock().today(), other);
        return kept.ok() ? done() : Status(kept.error());
    }

private Q_SLOTS:
    void whoComesSecondIsToldAndNothingIsLost_data() { m_engines.addRows(); }
    void whoComesSecondIsToldAndNothingIsLost()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const auto line = prescribed(db, m_engines);
        QVERIFY_OK(line);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        TreatmentStops stops(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();

        auto transaction = storage::Transaction::begin(db);
        QVERIFY_OK(transaction);
        const auto first =
            stops.add(whose.record(), *line, stop(StopReason::SideEffect), today, doctor);
        QVERIFY_OK(first); // not to be seen by anybody yet
        auto second = QtConcurrent::run([&] { return stopElsewhere(*database, *line); });
        (void)QTest::qWaitFor([&] { return second.isFinished(); }, 400); // it has to wait
        QVERIFY_OK(transaction->commit());
        second.waitForFinished();
        QCOMPARE_SUBJECT(second.result(), "treatment.stopped");
        QCOMPARE(stops.of(whose)->size(), 1);
        QVERIFY(stops.of(whose)->first().stop.reason == StopReason::SideEffect);

        // Theirs instead: the first one stays in the history.
        QVERIFY_OK(stops.takeBack(*first, other));
        QVERIFY_OK(stopElsewhere(*database, *line));
        const auto both = stops.of(whose);
        QCOMPARE(both->size(), 2);
        QVERIFY(both->first().isTakenBack());
        QCOMPARE(both->first().takenBackBy, u"Dr Hugo Lestienne"_qs);
        QVERIFY(!both->last().isTakenBack());
        QVERIFY(journal.verify()->ok);
    }

    void ofThoseThatWereKeptTogetherBeforeTheLastOneHolds_data() { m_engines.addRows(); }
    void ofThoseThatWereKeptTogetherBeforeTheLastOneHolds()
    {
        QFETCH(int, engine);
        NEEDS_ENGINE(m_engines, engine);
        QList<storage::Schema> before = m_schemas;
        before.last().migrations.removeIf(
            [](const storage::Migration &step) { return step.number > 10; });
        const auto database = m_engines.practice(storage::Engine(engine), before);
        QVERIFY(database);
        {
            const auto db = database->connect();
            QVERIFY_OK(db);
            const auto keep = [&](const QString &number, const QString &at, const QString &who,
                                  const QString &takenBack) {
                return (*db)->run("INSERT INTO treatment_stop (patient_id, number, place,"
                                  " substances, stopped_on, reason, words, said_at, author_id,"
                                  " author_name, taken_back_at, taken_back_by)"
                                  " VALUES (7, ?, 0, 'X', '2026-11-24', 'other', 'x', ?, 1, ?, ?,"
                                  " '')",
                                  {number, at, who, takenBack});
            };
            const QString nine = u"2026-11-24T09:00:00.000Z"_qs;
            QVERIFY_OK(keep(u"A"_qs, nine, u"first"_qs, {}));
            QVERIFY_OK(keep(u"A"_qs, nine, u"second"_qs, {}));
            QVERIFY_OK(keep(u"A"_qs, u"2026-11-24T08:00:00.000Z"_qs, u"earlier"_qs, {}));
            QVERIFY_OK(keep(u"A"_qs, u"2026-11-24T10:00:00.000Z"_qs, u"gone"_qs, nine));
            QVERIFY_OK(keep(u"B"_qs, nine, u"another's"_qs, {}));
        }
        QVERIFY_OK(storage::Migrator(*database, m_schemas, m_engines.clock()).migrate());
        const auto db = database->connect();
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        const auto kept = TreatmentStops(**db, journal, m_engines.clock()).of(whose);
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 5);
        QStringList holding;
        for (const KeptStop &one : *kept)
            if (!one.isTakenBack())
                holding << one.saidBy;
        QCOMPARE(holding, (QStringList{u"second"_qs, u"another's"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestTreatmentConflict)
#include "tst_treatmentconflict.moc"
