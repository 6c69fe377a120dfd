// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/vaccination.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;

namespace {

const QDate birth(2026, 2, 20);
const QDate today(2026, 11, 24);

VaccinationRecord::Parts hereToday()
{
    VaccinationRecord::Parts parts;
    parts.vaccine = u"NIMENRIX"_qs;
    parts.valences = {u"men-acwy"_qs};
    parts.date = *PartialDate::of(today);
    parts.lot = u"AB123"_qs;
    parts.expiry = QDate(2027, 3, 31);
    parts.here = true;
    return parts;
}

} // namespace

class TestVaccination : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsGivenHereIsKeptWithItsLot()
    {
        VaccinationRecord::Parts parts = hereToday();
        parts.lot = u"  AB123 "_qs;
        const auto record = VaccinationRecord::make(parts, birth, today);
        QVERIFY_OK(record);
        QCOMPARE(record->parts().lot, u"AB123"_qs);
    }

    void aDayKnownInPartIsKnownBetweenTwoDays()
    {
        QCOMPARE(earliest(*PartialDate::of(2025, 2, 0)), QDate(2025, 2, 1));
        QCOMPARE(latest(*PartialDate::of(2025, 2, 0)), QDate(2025, 2, 28));
        QCOMPARE(earliest(*PartialDate::of(2025, 0, 0)), QDate(2025, 1, 1));
        QCOMPARE(latest(*PartialDate::of(2025, 0, 0)), QDate(2025, 12, 31));
        QVERIFY(!earliest(*PartialDate::of(0, 3, 14)).isValid());
    }

    void whatIsToldMayHaveNoDateOrAYear()
    {
        VaccinationRecord::Parts parts = hereToday();
        parts.here = false;
        parts.lot.clear();
        parts.date.reset();
        QVERIFY_OK(VaccinationRecord::make(parts, birth, today));
        parts.date = *PartialDate::of(2026, 0, 0); // the year of the birth, and not over
        QVERIFY_OK(VaccinationRecord::make(parts, birth, today));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<VaccinationRecord::Parts>("parts");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const char *subject, auto spoil) {
            VaccinationRecord::Parts parts = hereToday();
            spoil(parts);
            QTest::newRow(name) << parts << QString::fromLatin1(subject);
        };
        using Parts = VaccinationRecord::Parts;
        row("no name", "vaccination.vaccine", [](Parts &p) { p.vaccine = u" "_qs; });
        row("no valence", "vaccination.valences", [](Parts &p) { p.valences.clear(); });
        row("long", "vaccination.long", [](Parts &p) { p.site = QString(201, u'x'); });
        row("here, no day", "vaccination.date", [](Parts &p) { p.date.reset(); });
        row("here, a month", "vaccination.date",
            [](Parts &p) { p.date = *PartialDate::of(2026, 11, 0); });
        row("no year", "vaccination.date", [](Parts &p) { p.date = *PartialDate::of(0, 3, 14); });
        row("tomorrow", "vaccination.future",
            [](Parts &p) { p.date = *PartialDate::of(today.addDays(1)); });
        row("before the birth", "vaccination.before_birth",
            [](Parts &p) { p.date = *PartialDate::of(birth.addDays(-1)); });
        row("expired", "vaccination.expired", [](Parts &p) { p.expiry = today.addDays(-1); });
        row("no lot", "vaccination.lot", [](Parts &p) { p.lot.clear(); });
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(const VaccinationRecord::Parts, parts);
        QFETCH(const QString, subject);
        QCOMPARE(test::subjectOf(VaccinationRecord::make(parts, birth, today)), subject);
    }

    void theLastDayOnTheBoxIsNotTooLate()
    {
        VaccinationRecord::Parts parts = hereToday();
        parts.expiry = today;
        QVERIFY_OK(VaccinationRecord::make(parts, birth, today));
    }
};
QTEST_GUILESS_MAIN(TestVaccination)
#include "tst_vaccination.moc"
