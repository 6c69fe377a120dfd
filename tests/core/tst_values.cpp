// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/crockford.h>
#include <ambroise/core/money.h>

#include <QtTest>

using namespace ambroise;

class TestValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void amountsAreReadAsTheBdpmWritesThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("cents");
        QTest::newRow("comma") << u"24,34"_qs << 2434LL;
        QTest::newRow("point") << u"2.18"_qs << 218LL;
        QTest::newRow("one decimal") << u"2,5"_qs << 250LL;
        QTest::newRow("thousands written with a comma") << u"1,466,29"_qs << 146629LL;
        QTest::newRow("a space for thousands") << u"66 597,27"_qs << 6659727LL;
        QTest::newRow("whole") << u"12"_qs << 1200LL;
        QTest::newRow("less than nothing") << u"-0,05"_qs << -5LL;
    }
    void amountsAreReadAsTheBdpmWritesThem()
    {
        QFETCH(QString, typed);
        const auto money = Money::parse(typed);
        QVERIFY(money.ok());
        QTEST(money->cents(), "cents");
    }

    void whatIsNoAmountIsRefused()
    {
        for (const auto *text : {u"", u"abc", u"1,2,3", u"12,345,6789", u"--1"})
            QVERIFY2(!Money::parse(QStringView(text)).ok(), qPrintable(QString::fromUtf16(text)));
    }

    void amountsAreWrittenForFilesAndForPeople()
    {
        QCOMPARE(Money::fromCents(218).toString(), u"2.18"_qs);
        QCOMPARE(Money::fromCents(-5).toString(), u"-0.05"_qs);
        QCOMPARE(Money::fromCents(4187).toFrench(), u"41,87\u202F€"_qs);
    }

    void crockfordSurvivesReadingAloud()
    {
        const QByteArray bytes = QByteArray::fromHex("00ff10a5deadbeef42");
        const QString text = crockford::encode(bytes);
        QCOMPARE(*crockford::decode(text), bytes);
        QCOMPARE(*crockford::decode(crockford::grouped(text.toLower(), 4, u'-')), bytes);
        QString misread = text;
        QCOMPARE(*crockford::decode(misread.replace(u'0', u'o').replace(u'1', u'l')), bytes);
    }

    void crockfordRefusesWhatItNeverWrites()
    {
        QVERIFY(!crockford::decode(u"U0").ok());
        QVERIFY(!crockford::decode(u"01").ok()); // padding bits that are not zero
        QVERIFY(!crockford::decode(u"0").ok());
    }
};
QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
