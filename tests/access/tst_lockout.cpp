// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/lockout.h>

#include <support/manualclock.h>
#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using access::Lockout;
using namespace std::chrono_literals;

namespace {

const QString claire = u"claire.fontanel"_qs;
const QString nadia = u"nadia.brunel"_qs;

void fail(Lockout &lockout, int times, const QString &login = claire)
{
    for (int i = 0; i < times; ++i)
        QVERIFY_OK(lockout.failed(login));
}

} // namespace

class TestLockout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"attempts.json"_qs);
        m_clock = test::ManualClock();
    }

    void theWaitGrowsWithTheFailures_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("three") << 3 << 0;
        QTest::newRow("four") << 4 << 5;
        QTest::newRow("five") << 5 << 10;
        QTest::newRow("eight") << 8 << 80;
        QTest::newRow("eleven") << 11 << 640;
        QTest::newRow("twelve: a quarter of an hour at most") << 12 << 900;
        QTest::newRow("forty") << 40 << 900;
    }
    void theWaitGrowsWithTheFailures()
    {
        QFETCH(int, failures);
        Lockout lockout(m_file, m_clock);
        fail(lockout, failures);
        QCOMPARE(lockout.failures(claire), failures);
        QTEST(int(lockout.wait(claire).count()), "seconds");
    }

    void theWaitGoesByAndNeverForGood()
    {
        Lockout lockout(m_file, m_clock);
        fail(lockout, 40);
        m_clock.advance(899s);
        QCOMPARE(lockout.wait(claire), 1s);
        m_clock.advance(1s);
        QCOMPARE(lockout.wait(claire), 0s);
    }

    void onePersonsFailuresDoNotSlowAnother()
    {
        Lockout lockout(m_file, m_clock);
        fail(lockout, 6);
        QCOMPARE(lockout.wait(nadia), 0s);
    }

    void aSuccessForgetsTheFailures()
    {
        Lockout lockout(m_file, m_clock);
        fail(lockout, 6);
        QVERIFY_OK(lockout.succeeded(claire));
        QCOMPARE(lockout.failures(claire), 0);
        QCOMPARE(Lockout(m_file, m_clock).failures(claire), 0);
    }

    void aRestartDoesNotHelp()
    {
        {
            Lockout lockout(m_file, m_clock);
            fail(lockout, 6);
        }
        m_clock.advance(5s);
        QCOMPARE(Lockout(m_file, m_clock).wait(claire), 15s);
    }

    void aClockSetBackDoesNotMakeTheWaitLonger()
    {
        Lockout lockout(m_file, m_clock);
        fail(lockout, 4);
        m_clock.advance(-24h);
        QCOMPARE(lockout.wait(claire), 5s);
    }

    void aDamagedFileCountsAsNoFailure_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff nonsense", 11);
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("a number for a login") << QByteArray(R"({"claire.fontanel": 12})");
        QTest::newRow("no date") << QByteArray(R"({"claire.fontanel": {"failures": 9}})");
        QTest::newRow("a date that is none")
            << QByteArray(R"({"claire.fontanel": {"failures": 9, "last": "yesterday"}})");
    }
    void aDamagedFileCountsAsNoFailure()
    {
        QFETCH(QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        Lockout lockout(m_file, m_clock);
        QCOMPARE(lockout.failures(claire), 0);
        fail(lockout, 4); // and it is written anew
        QCOMPARE(Lockout(m_file, m_clock).wait(claire), 5s);
    }

    void aCountBeyondReasonStaysAWaitOfAQuarterOfAnHour()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"claire.fontanel": {"failures": 2000000000, "last": ")" +
                   m_clock.now().toString(Qt::ISODateWithMs).toLatin1() + R"("}})");
        file.close();
        QCOMPARE(Lockout(m_file, m_clock).wait(claire), 900s);
    }

    void aFolderThatTakesNoWritingIsSaid()
    {
        Lockout lockout(m_folder->filePath(u"missing/attempts.json"_qs), m_clock);
        QCOMPARE_SUBJECT(lockout.failed(claire), "lockout.write");
        QCOMPARE(lockout.failures(claire), 1); // counted all the same until the program ends
    }

private:
    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};
QTEST_GUILESS_MAIN(TestLockout)
#include "tst_lockout.moc"
