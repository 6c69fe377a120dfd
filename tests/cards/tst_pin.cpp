// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/pin.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::cards;

class TestPin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void digitsAreACode_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("of a CPS") << u"1234"_qs;
        QTest::newRow("zeros count") << u"0000"_qs;
        QTest::newRow("the longest") << u"0123456789012345"_qs;
    }
    void digitsAreACode()
    {
        QFETCH(QString, typed);
        const auto pin = Pin::parse(typed);
        QVERIFY_OK(pin);
        QCOMPARE(pin->digits().toByteArray(), typed.toLatin1());
    }

    void whatTheCardWouldCountAsWrongIsNoCode_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("too short") << u"123"_qs;
        QTest::newRow("too long") << u"01234567890123456"_qs;
        QTest::newRow("a letter") << u"12a4"_qs;
        QTest::newRow("a space") << u"12 4"_qs;
        QTest::newRow("digits of another script") << u"١٢٣٤"_qs;
        QTest::newRow("full-width digits") << u"１２３４"_qs;
    }
    void whatTheCardWouldCountAsWrongIsNoCode()
    {
        QFETCH(QString, typed);
        QCOMPARE_SUBJECT(Pin::parse(typed), "card.pin_shape");
    }

    void theKeypadOfTheReaderNeedsNone() { QVERIFY(Pin::onReader().digits().isEmpty()); }
};
QTEST_APPLESS_MAIN(TestPin)
#include "tst_pin.moc"
