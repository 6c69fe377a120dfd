// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/changefeed.h>

#include <support/engines.h>
#include <support/result.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace ambroise;
using namespace std::chrono_literals;
using storage::Change;

namespace {
const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs, u"CREATE TABLE sample (n BIGINT NOT NULL PRIMARY KEY);\n"_qs}}}};
} // namespace

//! One post writes, the other hears of it.
class TestChangeFeed : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    //! What a feed has heard so far.
    class Listener {
    public:
        explicit Listener(const storage::Database &database)
            : m_feed(database, 20ms)
            , m_following(&m_feed, &storage::ChangeFeed::following)
        {
            QObject::connect(&m_feed, &storage::ChangeFeed::changed, &m_feed,
                             [this](const Change &change) { m_heard << change.toText(); });
        }
        bool isFollowing(int times = 1)
        {
            while (m_following.size() < times)
                if (!m_following.wait(20'000))
                    return false;
            return true;
        }
        [[nodiscard]] const QStringList &heard() const { return m_heard; }

    private:
        storage::ChangeFeed m_feed;
        QSignalSpy m_following;
        QStringList m_heard;
    };

private Q_SLOTS:
    void whatIsKeptIsHeardAndWhatIsUndoneIsNot_data() { m_engines.addRows(); }
    void whatIsKeptIsHeardAndWhatIsUndoneIsNot()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        Listener listener(*database);
        QVERIFY(listener.isFollowing());
        {
            auto undone = storage::Transaction::begin(db);
            QVERIFY_OK(db.announce({u"undone"_qs, 1}));
        }
        {
            auto outer = storage::Transaction::begin(db);
            {
                auto inner = storage::Transaction::begin(db);
                QVERIFY_OK(db.announce({u"undone"_qs, 2}));
            }
            {
                auto inner = storage::Transaction::begin(db);
                QVERIFY_OK(db.announce({u"patient"_qs, 42}));
                QVERIFY_OK(inner->commit());
            }
            QVERIFY_OK(db.run("INSERT INTO sample (n) VALUES (1)"));
            QCOMPARE(listener.heard(), QStringList());
            QVERIFY_OK(outer->commit());
        }
        QVERIFY_OK(db.announce({u"record"_qs, 7})); // outside any: at once
        QTRY_COMPARE(listener.heard(), (QStringList{u"patient 42"_qs, u"record 7"_qs}));
    }

    void everyPostHears()
    {
        NEEDS_SERVER(m_engines);
        const auto practice = m_engines.practice(storage::Engine::Server, schemas);
        QVERIFY(practice);
        const auto writer = practice->connect();
        QVERIFY_OK(writer);
        Listener first(*practice);
        Listener second(*practice);
        QVERIFY(first.isFollowing() && second.isFollowing());
        QVERIFY_OK((*writer)->announce({u"patient"_qs, 1}));
        for (const Listener *listener : {&first, &second})
            QTRY_COMPARE(listener->heard(), QStringList{u"patient 1"_qs});
    }

    void aServerThatComesBackIsHeardAgain()
    {
        NEEDS_SERVER(m_engines);
        const auto practice = m_engines.practice(storage::Engine::Server, schemas);
        QVERIFY(practice);
        const auto writer = practice->connect();
        QVERIFY_OK(writer);
        Listener listener(*practice);
        QVERIFY(listener.isFollowing());
        m_engines.cluster().kill();
        QVERIFY(m_engines.cluster().start());
        QVERIFY(listener.isFollowing(2)); // and says that something may have been missed
        auto transaction = storage::Transaction::begin(**writer);
        QVERIFY_OK(transaction);
        QVERIFY_OK((*writer)->announce({u"patient"_qs, 2}));
        QVERIFY_OK(transaction->commit());
        QTRY_COMPARE(listener.heard(), QStringList{u"patient 2"_qs});
    }

    void aFeedMayEndWhileItsServerIsAway()
    {
        NEEDS_SERVER(m_engines);
        const auto practice = m_engines.practice(storage::Engine::Server, schemas);
        QVERIFY(practice);
        {
            Listener listener(*practice);
            QVERIFY(listener.isFollowing());
            m_engines.cluster().kill();
        }
        QVERIFY(m_engines.cluster().start());
    }

    void aFeedMayEndWhileItsServerDoesNotAnswer()
    {
        QTcpServer silent; // accepts, never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto feed = std::make_unique<storage::ChangeFeed>(
            storage::Database::server(u"host=127.0.0.1 user=ambroise dbname=practice port="_qs +
                                      QString::number(silent.serverPort())));
        QVERIFY(silent.waitForNewConnection(10'000));
        QElapsedTimer timer;
        timer.start();
        feed.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        silent.close();
    }

    void onlyWhatWeAnnounceIsAChange_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("ours") << u"patient 42"_qs << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("no number") << u"patient"_qs << false;
        QTest::newRow("no topic") << u" 42"_qs << false;
        QTest::newRow("more") << u"patient 42 VASSEUR"_qs << false;
        QTest::newRow("a number too long") << u"patient 99999999999999999999"_qs << false;
        QTest::newRow("an end of line") << u"patient 42\n"_qs << false;
    }
    void onlyWhatWeAnnounceIsAChange()
    {
        QFETCH(QString, text);
        const auto change = Change::fromText(text);
        QTEST(change.has_value(), "good");
        if (change)
            QCOMPARE(change->toText(), text);
    }
};
QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_changefeed.moc"
