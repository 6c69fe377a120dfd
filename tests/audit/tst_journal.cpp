// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>

#include <support/engines.h>
#include <support/result.h>

#include <QBuffer>

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
        QCOMPARE(journal.find({.user = UserId{2}})->size(), 2);
        QCOMPARE(journal.find({.userName = u"FONTANEL"_qs})->size(), 2);
        QCOMPARE(journal.find({.until = start.addSecs(1)})->size(), 1);
        QCOMPARE(journal.find({.since = start.addSecs(1)})->size(), 3);
        QCOMPARE(journal.find({.action = Action::Read})->size(), 1);
        QCOMPARE(journal.find({.before = 3})->first().seq, 2);
        QCOMPARE(journal.find({.limit = 1})->size(), 1);
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

    void aSpreadsheetReadsTheCsvWithoutRunningIt()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        QVERIFY_OK(journal.record({Action::Search, Subject::Patient, 0, {}, u"=HYPERLINK(1)"_qs},
                                  fontanel));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY_OK(journal.exportCsv(out, {}));
        const QString csv = QString::fromUtf8(out.data());
        QVERIFY(out.data().startsWith("\xEF\xBB\xBFseq,at,"));
        QVERIFY(csv.contains(u"\"Nadia \"\"Nad\"\" Brunel]\""_qs));
        QVERIFY(csv.contains(u"\"'=HYPERLINK(1)\""_qs));
    }

    void syslogLinesKeepToTheStandard()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(tellAStory(journal, m_engines.clock()));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY_OK(journal.exportSyslog(out, {}));
        const QStringList lines = QString::fromUtf8(out.data()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        static const QRegularExpression shape(
            u"^<1(08|10)>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [!-~]+ ambroise - "
            u"[!-~]+ "
            "\\[audit@32473( [a-z_]+=\"([^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")+\\]$"_qs);
        for (const QString &line : lines)
            QVERIFY2(shape.match(line).hasMatch(), qPrintable(line));
    }
};
QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
