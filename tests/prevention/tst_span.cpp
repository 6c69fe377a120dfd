// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/text.h>
#include <ambroise/prevention/span.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using prevention::Span;

namespace {

Span span(QStringView iso)
{
    return *Span::parse(iso);
}

} // namespace

class TestSpan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAgeIsReachedOnItsDay_data()
    {
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QDate>("reached");
        QTest::newRow("two months") << QDate(2026, 2, 20) << u"P2M"_qs << QDate(2026, 4, 20);
        QTest::newRow("eleven years") << QDate(2015, 4, 19) << u"P11Y"_qs << QDate(2026, 4, 19);
        QTest::newRow("six weeks") << QDate(2026, 1, 1) << u"P6W"_qs << QDate(2026, 2, 12);
        QTest::newRow("at birth") << QDate(2026, 1, 1) << u"P0D"_qs << QDate(2026, 1, 1);
        QTest::newRow("a year and a half")
            << QDate(2024, 8, 31) << u"P1Y6M"_qs << QDate(2026, 3, 1);
        QTest::newRow("29 February") << QDate(2024, 2, 29) << u"P1Y"_qs << QDate(2025, 3, 1);
        QTest::newRow("29 February, leap") << QDate(2024, 2, 29) << u"P4Y"_qs << QDate(2028, 2, 29);
        QTest::newRow("31 January") << QDate(2026, 1, 31) << u"P1M"_qs << QDate(2026, 3, 1);
        QTest::newRow("31 October") << QDate(2026, 10, 31) << u"P1M"_qs << QDate(2026, 12, 1);
    }
    void anAgeIsReachedOnItsDay()
    {
        QFETCH(const QDate, birth);
        QFETCH(const QString, age);
        QFETCH(const QDate, reached);
        QCOMPARE(span(age).after(birth), reached);
    }

    void theAgeOfTheRulesIsTheOneThatTheBannerTells()
    {
        for (QDate birth(2020, 1, 28); birth < QDate(2020, 4, 2); birth = birth.addDays(1)) {
            const QDate reached = span(u"P5Y").after(birth);
            QCOMPARE(text::frenchAge(birth, reached), u"5 ans"_qs);
            QCOMPARE(text::frenchAge(birth, reached.addDays(-1)), u"4 ans"_qs);
        }
    }

    void whatIsNoLengthOfTimeIsRefused()
    {
        for (const QString &text :
             {u""_qs, u"P"_qs, u"2M"_qs, u"P2"_qs, u"P-2M"_qs, u"P2M1Y"_qs, u"PT2H"_qs, u"P2m"_qs})
            QCOMPARE_SUBJECT(Span::parse(text), "span.shape");
    }
};
QTEST_GUILESS_MAIN(TestSpan)
#include "tst_span.moc"
