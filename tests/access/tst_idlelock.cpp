// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/idlelock.h>

#include <support/manualclock.h>

#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::access;
using namespace std::chrono_literals;

//! No test waits: the clock is moved, and look() is what the timer would call.
class TestIdleLock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoDoesNothingIsWarnedAndThenLockedOut()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy warned(&lock, &IdleLock::warned);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(10min);
        clock.advance(9min + 29s);
        lock.look();
        QVERIFY(!lock.isWarning());
        clock.advance(1s);
        lock.look();
        QVERIFY(lock.isWarning());
        QCOMPARE(warned.last().first().toInt(), 30);
        clock.advance(29'100ms);
        lock.look();
        QCOMPARE(warned.last().first().toInt(), 1);
        QVERIFY(expired.isEmpty());
        clock.advance(900ms);
        lock.look();
        QCOMPARE(expired.size(), 1);
        QVERIFY(!lock.isRunning());
        QVERIFY(!lock.isWarning());
    }

    void aKeyAtTheLastMomentGoesOn()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy calmed(&lock, &IdleLock::calmed);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(1min);
        clock.advance(59s);
        lock.look();
        QVERIFY(lock.isWarning());
        lock.touch();
        QCOMPARE(calmed.size(), 1);
        QVERIFY(!lock.isWarning());
        clock.advance(29s);
        lock.look();
        QVERIFY(!lock.isWarning()); // a whole minute again
        QVERIFY(expired.isEmpty());
    }

    void aPostThatSleptLocksAsItWakes()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy warned(&lock, &IdleLock::warned);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(10min);
        clock.advance(8h);
        lock.look();
        QCOMPARE(expired.size(), 1);
        QVERIFY(warned.isEmpty());
    }

    void theFirstKeyAfterASleepComesTooLate()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(10min);
        clock.advance(8h); // the timer slept too: the key is first
        lock.touch();
        QCOMPARE(expired.size(), 1);
        QVERIFY(!lock.isRunning());
    }

    void aClockSetBackMakesNothingLonger()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(10min);
        clock.advance(6min);
        lock.look();
        clock.set(clock.now().addSecs(-3600));
        lock.look();
        clock.advance(4min - 1s);
        lock.look();
        QVERIFY(expired.isEmpty());
        clock.advance(1s);
        lock.look();
        QCOMPARE(expired.size(), 1);
    }

    void whatIsStartedAgainBeginsAnew()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(1min);
        clock.advance(8h);
        lock.start(2min);
        QVERIFY(expired.isEmpty());
        clock.advance(119s);
        lock.look();
        QVERIFY(expired.isEmpty());
    }

    void whatIsStoppedNeitherWarnsNorLocks()
    {
        test::ManualClock clock;
        IdleLock lock(clock);
        QSignalSpy calmed(&lock, &IdleLock::calmed);
        QSignalSpy expired(&lock, &IdleLock::expired);
        lock.start(1min);
        clock.advance(40s);
        lock.look();
        lock.stop();
        QCOMPARE(calmed.size(), 1);
        clock.advance(1h);
        lock.look();
        lock.touch();
        QVERIFY(expired.isEmpty());
        QVERIFY(!lock.isRunning());
    }
};
QTEST_GUILESS_MAIN(TestIdleLock)
#include "tst_idlelock.moc"
