// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/partialdate.h>

#include <QtTest>

using namespace ambroise;

class TestPartialDate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyFrenchWayOfWritingADateIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read"); // year-month-day, 0 unknown
        QTest::newRow("slashes") << u"14/03/1958"_qs << u"1958-3-14"_qs;
        QTest::newRow("dots, short") << u"14.3.58"_qs << u"1958-3-14"_qs;
        QTest::newRow("hyphens") << u"14-03-1958"_qs << u"1958-3-14"_qs;
        QTest::newRow("spaces") << u"14 03 1958"_qs << u"1958-3-14"_qs;
        QTest::newRow("six digits") << u"140358"_qs << u"1958-3-14"_qs;
        QTest::newRow("eight digits") << u"14031958"_qs << u"1958-3-14"_qs;
        QTest::newRow("month name") << u"14 mars 1958"_qs << u"1958-3-14"_qs;
        QTest::newRow("accented month") << u"3 Février 61"_qs << u"1961-2-3"_qs;
        QTest::newRow("abbreviated month") << u"3 sept. 2001"_qs << u"2001-9-3"_qs;
        QTest::newRow("premier") << u"1er août 1990"_qs << u"1990-8-1"_qs;
        QTest::newRow("iso") << u"1958-03-14"_qs << u"1958-3-14"_qs;
        QTest::newRow("month and year") << u"03/1958"_qs << u"1958-3-0"_qs;
        QTest::newRow("named month and year") << u"mars 1958"_qs << u"1958-3-0"_qs;
        QTest::newRow("year") << u"1958"_qs << u"1958-0-0"_qs;
        QTest::newRow("day and month") << u"14/03"_qs << u"0-3-14"_qs;
        QTest::newRow("this century") << u"01/02/26"_qs << u"2026-2-1"_qs;
        QTest::newRow("last century") << u"01/02/27"_qs << u"1927-2-1"_qs;
        QTest::newRow("leap day without its year") << u"29/02"_qs << u"0-2-29"_qs;
    }
    void anyFrenchWayOfWritingADateIsRead()
    {
        QFETCH(QString, typed);
        const auto date = PartialDate::parse(typed, QDate(2026, 11, 24));
        QVERIFY2(date.ok(), qPrintable(date.ok() ? QString() : date.error().subject));
        QTEST(QStringLiteral("%1-%2-%3").arg(date->year()).arg(date->month()).arg(date->day()),
              "read");
    }

    void whatIsNoDateIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        QTest::newRow("empty") << QString() << u"date.shape"_qs;
        QTest::newRow("a name") << u"Martin"_qs << u"date.shape"_qs;
        QTest::newRow("31 February") << u"31/02/1958"_qs << u"date.calendar"_qs;
        QTest::newRow("29 February of a common year") << u"29/02/1957"_qs << u"date.calendar"_qs;
        QTest::newRow("month 13") << u"01/13/1958"_qs << u"date.calendar"_qs;
        QTest::newRow("June or July") << u"3 jui 1958"_qs << u"date.shape"_qs;
        QTest::newRow("three digits") << u"158"_qs << u"date.shape"_qs;
        QTest::newRow("a lunar date") << u"00/00/1969"_qs << u"date.shape"_qs;
    }
    void whatIsNoDateIsRefused()
    {
        QFETCH(QString, typed);
        const auto date = PartialDate::parse(typed, QDate(2026, 11, 24));
        QVERIFY(!date.ok());
        QTEST(date.error().subject, "subject");
    }

    void onlyAWholeDateIsADate()
    {
        QCOMPARE(PartialDate::of(1958, 3, 14)->whole(), std::optional(QDate(1958, 3, 14)));
        QCOMPARE(PartialDate::of(1958, 3, 0)->whole(), std::nullopt);
        QVERIFY(!PartialDate::of(0, 0, 0).ok());
    }
};
QTEST_APPLESS_MAIN(TestPartialDate)
#include "tst_partialdate.moc"
