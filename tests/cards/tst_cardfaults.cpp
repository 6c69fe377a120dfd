// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardfixture.h"

#include <support/result.h>

#include <QtTest>

#include <memory>

using namespace ambroise;
using namespace ambroise::cards;
using namespace ambroise::test;

//! What real cards and readers do and SoftHSM does not, through the shim.
class TestCardFaults : public QObject {
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
        m_module = std::make_unique<CardModule>(CardModule::load(CardShim::modulePath()).value());
    }
    void cleanup()
    {
        m_module.reset();
        QCOMPARE(m_shim->initialised(), 0);
        m_shim.reset();
    }

    void wrongCodesAreCountedUntilTheCardBlocks()
    {
        QCOMPARE(subjectOf(u"9999"_qs), QStringLiteral("card.pin_low"));
        QCOMPARE(state().pin, PinState::Few);
        QVERIFY(!state().triesLeft);
        QCOMPARE(subjectOf(u"9999"_qs), QStringLiteral("card.pin_last_try"));
        QCOMPARE(state().pin, PinState::LastTry);
        QCOMPARE(state().triesLeft, std::optional(1));
        QCOMPARE(subjectOf(u"9999"_qs), QStringLiteral("card.pin_locked"));
        QCOMPARE(state().pin, PinState::Locked);
        QCOMPARE(state().triesLeft, std::optional(0));
    }

    void aBlockedCardIsNotAskedAnyMore()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(!tryPin(u"9999"_qs).ok());
        const int logins = m_shim->logins();
        const auto refused = tryPin(u"1234"_qs);
        QCOMPARE_SUBJECT(refused, "card.pin_locked");
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QCOMPARE(m_shim->logins(), logins);
    }

    void theRightCodeEndsTheCount()
    {
        QVERIFY(!tryPin(u"9999"_qs).ok());
        QVERIFY(!tryPin(u"9999"_qs).ok());
        QVERIFY_OK(tryPin(u"1234"_qs));
        QCOMPARE(state().pin, PinState::Ok);
    }

    void oneCardsWrongCodeIsNotTheOthers()
    {
        QVERIFY(!tryPin(u"9999"_qs).ok());
        QVERIFY_OK(m_module->unlock(m_other.serial, pin(), salt, now()));
        QCOMPARE(state().pin, PinState::Few);
    }

    void aCardThatTellsNothingOfItsTriesHasAPlainWrongCode()
    {
        m_shim->change([](ShimState &shim) { shim.pinFlags = false; });
        const auto refused = tryPin(u"9999"_qs);
        QCOMPARE_SUBJECT(refused, "card.pin_wrong");
        QCOMPARE(refused.error().code, ErrorCode::Denied);
    }

    void aCodeOfALengthThatTheCardDoesNotTakeCostsNoTry()
    {
        m_shim->change([](ShimState &shim) { shim.longestPin = 4; });
        QCOMPARE(subjectOf(u"12345"_qs), QStringLiteral("card.pin_shape"));
        QCOMPARE(m_shim->logins(), 0);
    }

    void aCodeMayBeTypedOnTheReader()
    {
        m_shim->change([](ShimState &shim) { shim.keypad = "1234"; });
        QVERIFY(state().pinOnReader);
        QVERIFY_OK(m_module->unlock(m_card.serial, Pin::onReader(), salt, now()));
    }

    void aReaderWithoutKeypadNeedsACode()
    {
        const auto refused = m_module->unlock(m_card.serial, Pin::onReader(), salt, now());
        QCOMPARE_SUBJECT(refused, "card.pin_shape");
        QCOMPARE(m_shim->logins(), 0);
    }

    void aCardThatAnotherPartOfTheProgramOpenedStillComparesTheCode()
    {
        QVERIFY(m_shim->logInElsewhere(m_card));
        const auto refused = tryPin(u"9999"_qs);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Denied);
    }

    void aCardTakenOutWhileItSignsIsRemoved()
    {
        m_shim->change([](ShimState &shim) { shim.signing = ShimState::Signing::Removes; });
        const auto refused = tryPin(u"1234"_qs);
        QCOMPARE_SUBJECT(refused, "card.removed");
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    }

    void aCardTakenOutJustBeforeItIsReadIsLeftOut()
    {
        m_shim->take(m_other);
        m_shim->change([](ShimState &shim) { shim.removedOnSession = true; });
        const auto cards = m_module->cards();
        QVERIFY_OK(cards);
        QVERIFY(cards->isEmpty());
    }

    void aCardTakenOutJustBeforeItsCodeIsRemoved()
    {
        m_shim->change([](ShimState &shim) { shim.removedOnSession = true; });
        QCOMPARE(subjectOf(u"1234"_qs), QStringLiteral("card.removed"));
    }

    void aCardThatFailsToSignIsStillThere()
    {
        m_shim->change([](ShimState &shim) { shim.signing = ShimState::Signing::Fails; });
        const auto refused = tryPin(u"1234"_qs);
        QCOMPARE_SUBJECT(refused, "card.failure");
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    }

    void aCardThatSignsOtherwiseEachTimeIsRefused()
    {
        m_shim->change([](ShimState &shim) { shim.signing = ShimState::Signing::Differs; });
        QCOMPARE(subjectOf(u"1234"_qs), QStringLiteral("card.key"));
    }

    void aLibraryThatHashesByItselfMakesTheSameSecret()
    {
        const auto usual = tryPin(u"1234"_qs);
        QVERIFY_OK(usual);
        m_shim->change([](ShimState &shim) { shim.onlyHashing = true; });
        const auto hashing = tryPin(u"1234"_qs);
        QVERIFY_OK(hashing);
        QVERIFY(hashing->equals(*usual));
    }

    void aCardOutOfItsReaderIsNotThere()
    {
        m_shim->take(m_card);
        QCOMPARE(subjectOf(u"1234"_qs), QStringLiteral("card.none"));
        const auto cards = m_module->cards();
        QVERIFY_OK(cards);
        QCOMPARE(cards->size(), 1);
        QCOMPARE(cards->first().serial, m_other.serial);
        m_shim->put(m_card);
        QVERIFY_OK(tryPin(u"1234"_qs));
    }

    void aPostWithoutReaderHasNoCard()
    {
        m_shim->unplugReaders();
        const auto scan = m_module->scan();
        QVERIFY_OK(scan);
        QCOMPARE(scan->readers, 0);
        QVERIFY(scan->cards.isEmpty());
        QCOMPARE(subjectOf(u"1234"_qs), QStringLiteral("card.none"));
    }

    void aLibraryThatFailsSaysSo()
    {
        m_shim->breakLibrary();
        QCOMPARE_SUBJECT(m_module->scan(), "card.module");
        QCOMPARE_SUBJECT(m_module->cards(), "card.module");
        QCOMPARE(subjectOf(u"1234"_qs), QStringLiteral("card.module"));
        QCOMPARE_SUBJECT(CardModule::load(CardShim::modulePath()), "card.module");
        m_shim->mendLibrary();
    }

private:
    Result<crypto::SecretBytes> tryPin(const QString &digits)
    {
        return m_module->unlock(m_card.serial, pin(digits), salt, now());
    }

    //! Empty where the card gave its secret.
    QString subjectOf(const QString &digits)
    {
        const auto result = tryPin(digits);
        return result.ok() ? QString() : result.error().subject;
    }

    CardInfo state()
    {
        const auto cards = m_module->cards().value();
        return *std::find_if(cards.begin(), cards.end(),
                             [this](const CardInfo &card) { return card.serial == m_card.serial; });
    }

    std::unique_ptr<SoftCardBox> m_box;
    std::unique_ptr<CardShim> m_shim;
    std::unique_ptr<CardModule> m_module;
    SoftCard m_card;
    SoftCard m_other;
};
QTEST_GUILESS_MAIN(TestCardFaults)
#include "tst_cardfaults.moc"
