// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>

#include <support/result.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

class TestBase45 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theExamplesOfTheRfcHold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("4.3, example 1") << QByteArray("AB") << QByteArray("BB8");
        QTest::newRow("4.3, example 2") << QByteArray("Hello!!") << QByteArray("%69 VD92EX0");
        QTest::newRow("4.3, example 3") << QByteArray("base-45") << QByteArray("UJCLQE7W581");
        QTest::newRow("4.4") << QByteArray("ietf!") << QByteArray("QED8WEX0");
        QTest::newRow("nothing") << QByteArray("") << QByteArray("");
        QTest::newRow("the largest pair") << QByteArray("\xFF\xFF") << QByteArray("FGW");
        QTest::newRow("the largest byte") << QByteArray("\xFF") << QByteArray("U5");
        QTest::newRow("zeros") << QByteArray(3, '\0') << QByteArray("00000");
    }
    void theExamplesOfTheRfcHold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QCOMPARE(base45::encode(bytes), text);
        const auto decoded = base45::decode(text);
        QVERIFY_OK(decoded);
        QCOMPARE(*decoded, bytes);
    }

    void whatNoEncoderWritesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("one character") << QByteArray("A") << u"base45.length"_qs;
        QTest::newRow("one character too many") << QByteArray("BB8A") << u"base45.length"_qs;
        QTest::newRow("small letters") << QByteArray("bb8") << u"base45.character"_qs;
        QTest::newRow("a line break") << QByteArray("BB8\r\n") << u"base45.character"_qs;
        QTest::newRow("a zero byte") << QByteArray("B\0B", 3) << u"base45.character"_qs;
        QTest::newRow("above 65535, RFC 9285 §6") << QByteArray("GGW") << u"base45.overflow"_qs;
        QTest::newRow("the largest group") << QByteArray(":::") << u"base45.overflow"_qs;
        QTest::newRow("a last byte above 255") << QByteArray("V5") << u"base45.overflow"_qs;
    }
    void whatNoEncoderWritesIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto decoded = base45::decode(text);
        QVERIFY(!decoded.ok());
        QTEST(decoded.error().subject, "subject");
    }

    void anyBytesComeBack()
    {
        QRandomGenerator random(9285);
        for (int length = 0; length < 300; ++length) {
            QByteArray bytes(length, Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(256));
            QCOMPARE(*base45::decode(base45::encode(bytes)), bytes);
        }
    }
};
QTEST_APPLESS_MAIN(TestBase45)
#include "tst_base45.moc"
