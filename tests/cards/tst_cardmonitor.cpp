// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardmonitor.h>

#include "cardfixture.h"

#include <support/result.h>

#include <QtTest>

#include <memory>

using namespace ambroise;
using namespace ambroise::cards;
using namespace ambroise::test;
using namespace std::chrono_literals;

namespace {

constexpr CardMonitor::Timing brisk{5ms, 20ms, 60s, 5s};

//! A monitor and everything that it says, in order: "reader+", "card+ 1234", "library-"…
class Watch {
public:
    explicit Watch(const QString &path = CardShim::modulePath(), CardMonitor::Timing timing = brisk)
        : m_monitor(std::make_unique<CardMonitor>(path, m_clock, timing))
    {
        auto *monitor = m_monitor.get();
        note(&CardMonitor::readerFound, u"reader+"_qs);
        note(&CardMonitor::readerLost, u"reader-"_qs);
        note(&CardMonitor::moduleAvailable, u"library+"_qs);
        QObject::connect(monitor, &CardMonitor::moduleUnavailable, monitor,
                         [this](const Error &error) { said << u"library- "_qs + error.subject; });
        QObject::connect(monitor, &CardMonitor::cardInserted, monitor,
                         [this](const CardInfo &card) { said << u"card+ "_qs + card.serial; });
        QObject::connect(monitor, &CardMonitor::cardChanged, monitor,
                         [this](const CardInfo &card) { said << u"card~ "_qs + card.serial; });
        QObject::connect(monitor, &CardMonitor::cardRemoved, monitor,
                         [this](const QString &serial) { said << u"card- "_qs + serial; });
    }

    CardMonitor *operator->() { return m_monitor.get(); }
    void close() { m_monitor.reset(); }
    [[nodiscard]] bool hears(const QStringList &expected)
    {
        return QTest::qWaitFor([&] { return said == expected; }, 10'000);
    }
    //! From here on.
    void forget() { said.clear(); }

    QStringList said;

private:
    void note(void (CardMonitor::*signal)(), const QString &word)
    {
        QObject::connect(m_monitor.get(), signal, m_monitor.get(), [this, word] { said << word; });
    }

    ManualClock m_clock;
    std::unique_ptr<CardMonitor> m_monitor;
};

#define QVERIFY_HEARS(watch, ...)                                                                  \
    QVERIFY2((watch).hears(QStringList{__VA_ARGS__}), qPrintable((watch).said.join(u", "_qs)))

} // namespace

class TestCardMonitor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_box = std::make_unique<SoftCardBox>();
        MAKE_CARD(m_card, *m_box);
        SoftCardSpec other;
        other.label = u"AUTRE CPS"_qs;
        MAKE_CARD(m_other, *m_box, other);
    }
    void init()
    {
        m_shim = std::make_unique<CardShim>();
        m_shim->take(m_other);
    }
    void cleanup()
    {
        m_shim->openGate();
        QTRY_COMPARE(m_shim->initialised(), 0);
        m_shim.reset();
    }

    void whatIsThereAtTheStartIsTold()
    {
        Watch watch;
        QVERIFY(watch->cards().isEmpty());
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader+"_qs, in(m_card));
        QCOMPARE(watch->cards().size(), 1);
        QCOMPARE(watch->cards().first().holderName, u"KIT DOC0021889"_qs);
        QVERIFY(watch->hasReader());
        QVERIFY(!watch->trouble());
    }

    void aCardPutInIsTold()
    {
        Watch watch;
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader+"_qs, in(m_card));
        watch.forget();
        m_shim->put(m_other);
        QVERIFY_HEARS(watch, in(m_other));
        QCOMPARE(watch->cards().size(), 2);
    }

    void aCardTakenOutWhileItsHolderIsSignedInIsTold()
    {
        Watch watch;
        auto secret = watch->unlock(m_card.serial, pin(), salt);
        QTRY_VERIFY(secret.isFinished());
        QVERIFY_OK(secret.takeResult());
        QTRY_COMPARE(watch->cards().size(), 1);
        watch.forget();
        m_shim->take(m_card);
        QVERIFY_HEARS(watch, out(m_card));
        QVERIFY(watch->cards().isEmpty());
        QVERIFY(watch->hasReader());
    }

    void theSecretDoesNotDependOnTheSession()
    {
        QByteArray first;
        {
            Watch watch;
            auto secret = watch->unlock(m_card.serial, pin(), salt);
            QTRY_VERIFY(secret.isFinished());
            first = secret.takeResult()->view().toByteArray();
        }
        Watch watch;
        auto secret = watch->unlock(m_card.serial, pin(), salt);
        QTRY_VERIFY(secret.isFinished());
        QCOMPARE(secret.takeResult()->view().toByteArray(), first);
    }

    void aWrongCodeIsToldWithWhatIsLeft()
    {
        Watch watch;
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader+"_qs, in(m_card));
        watch.forget();
        m_shim->change([](ShimState &shim) { shim.pinTries = 2; });
        auto refused = watch->unlock(m_card.serial, pin(u"9999"_qs), salt);
        QTRY_VERIFY(refused.isFinished());
        const auto result = refused.takeResult();
        QCOMPARE_SUBJECT(result, "card.pin_last_try");
        QVERIFY_HEARS(watch, u"card~ "_qs + m_card.serial);
        QCOMPARE(watch->cards().first().pin, PinState::LastTry);
    }

    void aReaderMayBeUnpluggedAndPluggedAgain()
    {
        Watch watch;
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader+"_qs, in(m_card));
        watch.forget();
        m_shim->unplugReaders();
        QVERIFY_HEARS(watch, out(m_card), u"reader-"_qs);
        QVERIFY(!watch->hasReader());
        watch.forget();
        m_shim->plugReaders();
        QVERIFY_HEARS(watch, u"reader+"_qs, in(m_card));
    }

    void aReaderMayComeAfterTheProgram()
    {
        m_shim->unplugReaders();
        Watch watch;
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader-"_qs);
        watch.forget();
        m_shim->plugReaders();
        QVERIFY_HEARS(watch, u"reader+"_qs, in(m_card));
    }

    void aLibraryThatFailsComesBack()
    {
        Watch watch;
        QVERIFY_HEARS(watch, u"library+"_qs, u"reader+"_qs, in(m_card));
        watch.forget();
        m_shim->breakLibrary();
        QVERIFY_HEARS(watch, out(m_card), u"library- card.module"_qs);
        QVERIFY(watch->trouble());
        watch.forget();
        m_shim->mendLibrary();
        // The failure of loading anew may be told too, before it works again.
        QTRY_VERIFY(watch.said.endsWith(in(m_card)));
        QVERIFY(watch.said.contains(u"library+"_qs));
        QVERIFY(!watch->trouble());
    }

    void aMissingLibraryIsToldOnceAndRefusesToUnlock()
    {
        Watch watch(u"/opt/absent/libcps.so"_qs);
        QVERIFY_HEARS(watch, u"library- card.module"_qs);
        auto refused = watch->unlock(m_card.serial, pin(), salt);
        QTRY_VERIFY(refused.isFinished());
        const auto result = refused.takeResult();
        QCOMPARE_SUBJECT(result, "card.module");
        // Two more attempts at least have been made by now.
        auto later = watch->unlock(m_card.serial, pin(), salt);
        QTRY_VERIFY(later.isFinished());
        QVERIFY_HEARS(watch, u"library- card.module"_qs);
    }

    void aSlowCardHoldsNobodyUp()
    {
        Watch watch;
        m_shim->closeGate();
        auto secret = watch->unlock(m_card.serial, pin(), salt);
        QTRY_COMPARE(m_shim->waiting(), 1);
        bool alive = false;
        QTimer::singleShot(0ms, this, [&] { alive = true; });
        QTRY_VERIFY(alive);
        QVERIFY(!secret.isFinished());
        m_shim->openGate();
        QTRY_VERIFY(secret.isFinished());
        QVERIFY_OK(secret.takeResult());
    }

    void aCardThatNeverAnswersBecomesATimeout()
    {
        Watch watch(CardShim::modulePath(), {5ms, 20ms, 30ms, 5s});
        m_shim->closeGate();
        auto secret = watch->unlock(m_card.serial, pin(), salt);
        QTRY_VERIFY(secret.isFinished());
        const auto late = secret.takeResult();
        QCOMPARE_SUBJECT(late, "card.timeout");
        QCOMPARE(late.error().code, ErrorCode::Timeout);
        m_shim->openGate();
    }

    void whatNobodyWaitsForAnyMoreSpendsNoTry()
    {
        Watch watch;
        m_shim->closeGate();
        auto first = watch->unlock(m_card.serial, pin(), salt);
        auto second = watch->unlock(m_card.serial, pin(u"9999"_qs), salt);
        auto third = watch->unlock(m_card.serial, pin(), otherSalt);
        QTRY_COMPARE(m_shim->waiting(), 1);
        second.cancel();
        m_shim->openGate();
        QTRY_VERIFY(third.isFinished());
        QVERIFY_OK(first.takeResult());
        QVERIFY_OK(third.takeResult());
        QCOMPARE(m_shim->logins(), 2);
    }

    void closingEndsWhatWasPromised()
    {
        Watch watch(CardShim::modulePath(), {5ms, 20ms, 60s, 1ms});
        m_shim->closeGate();
        auto running = watch->unlock(m_card.serial, pin(), salt);
        auto waiting = watch->unlock(m_card.serial, pin(), salt);
        QTRY_COMPARE(m_shim->waiting(), 1);
        watch.close();
        QVERIFY(running.isFinished());
        QVERIFY(waiting.isFinished());
        for (auto *promised : {&running, &waiting}) {
            const auto result = promised->takeResult();
            QCOMPARE_SUBJECT(result, "card.closed");
        }
        // cleanup() opens the gate and sees that the thread left behind puts the library to rest.
    }

    void aMonitorMayBeClosedAsSoonAsItIsMade()
    {
        for (int i = 0; i < 20; ++i)
            Watch().close();
        QCOMPARE(m_shim->initialised(), 0);
    }

private:
    static QString in(const SoftCard &card) { return u"card+ "_qs + card.serial; }
    static QString out(const SoftCard &card) { return u"card- "_qs + card.serial; }

    std::unique_ptr<SoftCardBox> m_box;
    std::unique_ptr<CardShim> m_shim;
    SoftCard m_card;
    SoftCard m_other;
};
QTEST_GUILESS_MAIN(TestCardMonitor)
#include "tst_cardmonitor.moc"
