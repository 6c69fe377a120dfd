// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using audit::Action;
using audit::Journal;
using audit::Subject;

namespace ambroise::audit {
storage::Schema schema();
}

namespace {

const audit::Actor fontanel(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor brunel(UserId{2}, u"Nadia \"Nad\" Brunel]"_qs, u"secretaire"_qs,
                          u"Accueil é"_qs);

Status tellAStory(Journal &journal, test::ManualClock &clock)
{
    using namespace std::chrono_literals;
    AMBROISE_CHECK(journal.record({Action::SignIn, Subject::User, 1}, fontanel));
    clock.advance(1h);
    AMBROISE_CHECK(journal.record({Action::Read, Subject::Patient, 7, PatientId{7}}, fontanel));
    AMBROISE_CHECK(
        journal.record({Action::Update, Subject::Patient, 7, PatientId{7}, u"phone"_qs}, brunel));
    AMBROISE_CHECK(journal.record({Action::BreakGlass,
                                   Subject::Patient,
                                   9,
                                   PatientId{9},
                                   {},
                                   u"Urgence, \"malaise\"\r\n=1+1"_qs},
                                  brunel));
    return done();
}

} // namespace

Q_DECLARE_METATYPE(ambroise::audit::Filter)

class TestJournal : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema()};

private Q_SLOTS:
    void theStoryIsToldNewestFirst_data() { m_engines.addRows(); }
    void theStoryIsToldNewestFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        const auto events = journal.find({});
        QVERIFY_OK(events);
        QCOMPARE(events->size(), 4);
        QCOMPARE(events->first().deed.action, Action::BreakGlass);
        QCOMPARE(events->last().actor, fontanel);
        QCOMPARE(events->at(1).deed.detail, u"phone"_qs);
    }

    void eventsAreFoundByEachCriterion_data() { m_engines.addRows(); }
    void eventsAreFoundByEachCriterion()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        const QDateTime start = m_engines.clock().now();
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        QCOMPARE(journal.find({.patient = PatientId{7}})->size(), 2);
        QCOMPARE(journal.find({.patient = PatientId{8}, .merged = {PatientId{7}}})->size(), 2);
        QCOMPARE(journal.find({.user = UserId{2}})->size(), 2);
        QCOMPARE(journal.find({.userName = u"FONTANEL"_qs})->size(), 2);
        QCOMPARE(journal.find({.until = start.addSecs(1)})->size(), 1);
        QCOMPARE(journal.find({.since = start.addSecs(1)})->size(), 3);
        QCOMPARE(journal.find({.action = Action::Read})->size(), 1);
        QCOMPARE(journal.find({.before = 3})->first().seq, 2);
        QCOMPARE(journal.find({.limit = 1})->size(), 1);
        QCOMPARE(journal.find({.userName = u"nad"_qs, .action = Action::Update})->size(), 1);
        QCOMPARE(journal.find({.patient = PatientId{7}, .user = UserId{1}})->size(), 1);
        QVERIFY(journal.find({.userName = u"personne"_qs})->isEmpty());
    }

    void aNameIsFoundWithoutItsAccents_data() { m_engines.addRows(); }
    void aNameIsFoundWithoutItsAccents()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        for (const QString &name : {u"Hélène Noël"_qs, u"Helena Novak"_qs, u"Dr Œdipe Roy"_qs})
            QVERIFY_OK(journal.record({Action::SignIn, Subject::User},
                                      audit::Actor(UserId{3}, name, u"medecin"_qs, u"P"_qs)));
        QCOMPARE(journal.find({.userName = u"hele"_qs})->size(), 2);
        QCOMPARE(journal.find({.userName = u"HELENE NOEL"_qs})->size(), 1);
        QCOMPARE(journal.find({.userName = u"oedipe"_qs})->size(), 1);
        QCOMPARE(*journal.people(),
                 (QStringList{u"Dr Œdipe Roy"_qs, u"Helena Novak"_qs, u"Hélène Noël"_qs}));
    }

    void aClockPutBackDoesNotHideAnEvent_data() { m_engines.addRows(); }
    void aClockPutBackDoesNotHideAnEvent()
    {
        using namespace std::chrono_literals;
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        const QDateTime start = m_engines.clock().now();
        for (const auto step : {0h, 48h, -24h}) {
            m_engines.clock().advance(step);
            QVERIFY_OK(journal.record({Action::Read, Subject::Patient}, fontanel));
        }
        QList<qint64> seen;
        for (qint64 before = 0;;) {
            const auto page = journal.find({.before = before, .limit = 1});
            QVERIFY_OK(page);
            if (page->isEmpty())
                break;
            before = page->first().seq;
            seen << before;
        }
        QCOMPARE(seen, (QList<qint64>{2, 3, 1}));
        QCOMPARE(journal.find({.until = start.addSecs(30 * 3600)})->size(), 2);
        QVERIFY(journal.verify()->ok);
    }

    void everyEventIsReachedPageByPage_data() { m_engines.addRows(); }
    void everyEventIsReachedPageByPage()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        auto together = storage::Transaction::begin(db);
        for (int i = 0; i < 25; ++i)
            QVERIFY_OK(
                journal.record({Action::Read, Subject::Patient, i}, i % 3 ? fontanel : brunel));
        QVERIFY_OK(together->commit());
        const auto walk = [&](audit::Filter filter) {
            filter.limit = 4;
            QList<qint64> seen;
            for (;;) {
                const auto page = journal.find(filter);
                if (!page.ok() || page->isEmpty())
                    return seen;
                for (const audit::Event &event : *page)
                    seen << event.seq;
                filter.before = seen.last();
            }
        };
        QList<qint64> all;
        for (qint64 seq = 25; seq > 0; --seq)
            all << seq;
        QCOMPARE(walk({}), all);
        QCOMPARE(walk({.userName = u"n"_qs}), all); // both of them, merged
        QCOMPARE(walk({.user = UserId{2}}).size(), 9);
    }

    //! Whatever is asked for, the events come out of an index in their order: nothing is sorted,
    //! and nothing else is read.
    void everyCriterionHasItsIndex_data()
    {
        QTest::addColumn<audit::Filter>("filter");
        const QDateTime day(QDate(2026, 11, 24), QTime(0, 0), Qt::UTC);
        QTest::newRow("everything") << audit::Filter{};
        QTest::newRow("further") << audit::Filter{.before = 2};
        QTest::newRow("dates") << audit::Filter{.since = day, .until = day.addDays(1)};
        QTest::newRow("action") << audit::Filter{.action = Action::Read};
        QTest::newRow("action, further") << audit::Filter{.action = Action::Read, .before = 2};
        QTest::newRow("person") << audit::Filter{.userName = u"fontanel"_qs, .before = 2};
        QTest::newRow("account") << audit::Filter{.user = UserId{1}, .before = 2};
        QTest::newRow("person's rare action")
            << audit::Filter{.userName = u"fontanel"_qs, .action = Action::Read, .before = 3};
        QTest::newRow("account's rare action")
            << audit::Filter{.user = UserId{1}, .action = Action::Read, .before = 3};
        QTest::newRow("patient, person")
            << audit::Filter{.patient = PatientId{7}, .userName = u"fontanel"_qs, .before = 3};
        QTest::newRow("patient") << audit::Filter{
            .patient = PatientId{7}, .user = UserId{1}, .action = Action::Read, .before = 2};
    }
    void everyCriterionHasItsIndex()
    {
        QFETCH(const audit::Filter, filter);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        QByteArray sql;
        storage::Values values;
        (*db)->setObserver([&](const QByteArray &statement, const storage::Values &bound) {
            if (statement.contains("ORDER BY")) {
                sql = statement;
                values = bound;
            }
        });
        QVERIFY_OK(journal.find(filter));
        (*db)->setObserver({});
        QStringList plan;
        for (const QVariant &value : std::as_const(values))
            sql.replace(sql.indexOf('?'), 1, "'" + value.toString().toUtf8() + "'");
        QVERIFY_OK((*db)->run("EXPLAIN QUERY PLAN " + sql, {},
                              [&](const storage::Row &row) { plan << row.text(3); }));
        QCOMPARE(plan.size(), 1);
        QVERIFY2(plan.first().contains(u"USING INDEX audit_event_by_"), qPrintable(plan.first()));
        if (filter.action && !filter.patient.isStored())
            QVERIFY2(plan.first().contains(u"by_action"), qPrintable(plan.first()));
        if (filter.patient.isStored())
            QVERIFY2(plan.first().contains(u"by_patient"), qPrintable(plan.first()));
    }

    void whatOthersWriteMeanwhileIsNoTampering_data() { m_engines.addRows(); }
    void whatOthersWriteMeanwhileIsNoTampering()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const auto other = database->connect();
        QVERIFY_OK(other);
        Journal here(db, m_engines.key(), m_engines.clock());
        Journal there(**other, m_engines.key(), m_engines.clock());
        auto together = storage::Transaction::begin(db);
        for (int i = 0; i < 1500; ++i)
            QVERIFY_OK(here.record({Action::Read, Subject::Patient, i}, fontanel));
        QVERIFY_OK(together->commit());
        int written = 0;
        const auto verdict = here.verify([&](qint64, qint64) {
            written += there.record({Action::Read, Subject::Patient}, brunel).ok() ? 1 : 0;
            return true;
        });
        QVERIFY_OK(verdict);
        QVERIFY(written > 0);
        QVERIFY(verdict->ok);
        QCOMPARE(verdict->events, 1500);
    }

    void aVerificationIsGivenUpOnDemand_data() { m_engines.addRows(); }
    void aVerificationIsGivenUpOnDemand()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        QCOMPARE_SUBJECT(journal.verify([](qint64, qint64) { return false; }), "journal.verify");
    }

    void anUntouchedJournalIsWhole_data() { m_engines.addRows(); }
    void anUntouchedJournalIsWhole()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        QVERIFY(journal.verify()->ok);
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        const auto verdict = journal.verify();
        QVERIFY(verdict->ok);
        QCOMPARE(verdict->events, 4);
        QCOMPARE(verdict->firstBad, std::nullopt);
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QByteArrayList>("tampering");
        QTest::addColumn<qint64>("firstBad");
        for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server}) {
            const char *name = engine == storage::Engine::Embedded ? "embedded" : "server";
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::addRow("%s: %s", name, what) << int(engine);
            };
            row("an edited event")
                << QByteArrayList{"UPDATE audit_event SET detail = '' WHERE seq = 3"} << 3LL;
            row("another author")
                << QByteArrayList{"UPDATE audit_event SET user_name = 'X' WHERE seq = 2"} << 2LL;
            row("another time") << QByteArrayList{"UPDATE audit_event SET at = "
                                                  "'2020-01-01T00:00:00.000Z' WHERE seq = 1"}
                                << 1LL;
            row("a deleted event")
                << QByteArrayList{"DELETE FROM audit_event WHERE seq = 2"} << 2LL;
            row("two events in the other order")
                << QByteArrayList{"UPDATE audit_event SET seq = 99 WHERE seq = 2",
                                  "UPDATE audit_event SET seq = 2 WHERE seq = 3",
                                  "UPDATE audit_event SET seq = 3 WHERE seq = 99"}
                << 2LL;
            row("cut at the end") << QByteArrayList{"DELETE FROM audit_event WHERE seq = 4"} << 4LL;
            row("cut at the end, the head too")
                << QByteArrayList{"DELETE FROM audit_event WHERE seq = 4",
                                  "UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM "
                                  "audit_event WHERE seq = 3)"}
                << 4LL;
            row("emptied") << QByteArrayList{"DELETE FROM audit_event"} << 1LL;
            row("an event that nobody wrote")
                << QByteArrayList{"INSERT INTO audit_event (seq, at, user_id, user_name, role, "
                                  "post, action, subject, subject_id, patient_id, detail, reason, "
                                  "hash) SELECT 5, at, user_id, user_name, role, post, action, "
                                  "subject, subject_id, patient_id, detail, reason, hash FROM "
                                  "audit_event WHERE seq = 4"}
                << 5LL;
            row("an event before the first")
                << QByteArrayList{"INSERT INTO audit_event (seq, at, user_id, user_name, role, "
                                  "post, action, subject, subject_id, patient_id, detail, reason, "
                                  "hash) SELECT -1, at, user_id, user_name, role, post, action, "
                                  "subject, subject_id, patient_id, detail, reason, hash FROM "
                                  "audit_event WHERE seq = 1"}
                << 1LL;
            row("a text moved to the next field")
                << QByteArrayList{"UPDATE audit_event SET post = post || action, action = '' WHERE "
                                  "seq = 2"}
                << 2LL;
        }
    }
    void tamperingIsFound()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        QFETCH(QByteArrayList, tampering);
        Journal journal(db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        for (const QByteArray &sql : tampering)
            QVERIFY_OK(db.run(sql));
        const auto verdict = journal.verify();
        QVERIFY_OK(verdict);
        QVERIFY(!verdict->ok);
        QTEST(verdict->firstBad.value_or(-1), "firstBad");
    }

    void anEventIsUndoneWithTheDeedItTells_data() { m_engines.addRows(); }
    void anEventIsUndoneWithTheDeedItTells()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        {
            auto abandoned = storage::Transaction::begin(db);
            QVERIFY_OK(journal.record({Action::Create, Subject::Patient, 1}, fontanel));
        }
        QVERIFY(journal.find({})->isEmpty());
        QVERIFY(journal.verify()->ok);
    }

    void twoPostsWriteOneChain_data() { m_engines.addRows(); }
    void twoPostsWriteOneChain()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const auto other = database->connect();
        QVERIFY_OK(other);
        Journal here(db, m_engines.key(), m_engines.clock());
        Journal there(**other, m_engines.key(), m_engines.clock());
        for (int i = 0; i < 10; ++i) {
            QVERIFY_OK(here.record({Action::Read, Subject::Patient, i}, fontanel));
            QVERIFY_OK(there.record({Action::Read, Subject::Patient, i}, brunel));
        }
        QVERIFY(here.verify()->ok);
        QCOMPARE(here.find({})->size(), 20);
    }
};
QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
