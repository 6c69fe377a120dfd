// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/childgrowth.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using enum GrowthIndicator;
using enum GrowthSex;

namespace {

const QByteArray ownFile = "# name: Essai\n# source: une thèse\nindicator;sex;age_months;l;m;s\n"
                           "height;f;1;1;54;0.04\nheight;f;3;1;60;0.03\n";

Entry measured(MeasureKind kind, double value, const QDate &day, int hour = 10)
{
    Entry entry;
    entry.content = Measure::make(kind, value)->entry(QDateTime(day, QTime(hour, 0), Qt::UTC));
    return entry;
}

} // namespace

class TestGrowth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! The tables of Z-scores that the WHO publishes (who.int, child growth standards and growth
    //! reference 5-19 years), with one decimal. Ages in months.
    void theCurvesAreThoseThatTheWhoPublishes_data()
    {
        QTest::addColumn<GrowthIndicator>("indicator");
        QTest::addColumn<GrowthSex>("sex");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("values"); // from -3 to +3 SD
        const auto row = [](const char *name, GrowthIndicator indicator, GrowthSex sex, int months,
                            const QString &values) {
            QTest::newRow(name) << indicator << sex << months << values;
        };
        row("weight, boy, birth", Weight, Male, 0, u"2.1 2.5 2.9 3.3 3.9 4.4 5.0"_qs);
        row("weight, boy, 1 month", Weight, Male, 1, u"2.9 3.4 3.9 4.5 5.1 5.8 6.6"_qs);
        row("weight, boy, 3 months", Weight, Male, 3, u"4.4 5.0 5.7 6.4 7.2 8.0 9.0"_qs);
        row("weight, boy, 12 months", Weight, Male, 12, u"6.9 7.7 8.6 9.6 10.8 12.0 13.3"_qs);
        row("weight, girl, 2 months", Weight, Female, 2, u"3.4 3.9 4.5 5.1 5.8 6.6 7.5"_qs);
        row("weight, girl, 3 months", Weight, Female, 3, u"4.0 4.5 5.2 5.8 6.6 7.5 8.5"_qs);
        row("length, boy, birth", Height, Male, 0, u"44.2 46.1 48.0 49.9 51.8 53.7 55.6"_qs);
        row("length, girl, birth", Height, Female, 0, u"43.6 45.4 47.3 49.1 51.0 52.9 54.7"_qs);
        row("height, boy, 10 years", Height, Male, 120,
            u"118.7 125.0 131.4 137.8 144.2 150.5 156.9"_qs);
        row("head, boy, birth", HeadCircumference, Male, 0,
            u"30.7 31.9 33.2 34.5 35.7 37.0 38.3"_qs);
        row("index, boy, 6 years", BodyMassIndex, Male, 72,
            u"12.1 13.0 14.1 15.3 16.8 18.5 20.7"_qs);
        row("index, boy, 10 years", BodyMassIndex, Male, 120,
            u"12.8 13.7 14.9 16.4 18.5 21.4 26.1"_qs);
        row("index, boy, 15 years", BodyMassIndex, Male, 180,
            u"14.7 16.0 17.6 19.8 22.7 27.0 34.1"_qs);
        row("index, boy, 19 years", BodyMassIndex, Male, 228,
            u"15.9 17.6 19.6 22.2 25.4 29.7 35.5"_qs);
        row("index, girl, 6 years", BodyMassIndex, Female, 72,
            u"11.7 12.7 13.9 15.3 17.0 19.2 22.1"_qs);
        row("index, girl, 9 years", BodyMassIndex, Female, 108,
            u"12.1 13.1 14.4 16.1 18.3 21.5 26.5"_qs);
    }
    void theCurvesAreThoseThatTheWhoPublishes()
    {
        QFETCH(const GrowthIndicator, indicator);
        QFETCH(const GrowthSex, sex);
        QFETCH(const int, months);
        const auto lms = GrowthReference::who().at(indicator, sex, months * daysPerMonth);
        QVERIFY(lms);
        QStringList values;
        for (int z = -3; z <= 3; ++z)
            values << QString::number(*valueOf(*lms, z), 'f', 1);
        QTEST(values.join(u' '), "values");
    }

    //! Results that the WHO's own programs give: R packages anthro and anthroplus (their tests and
    //! the survey of the latter), rounded to two decimals as they do.
    void scoresAreThoseOfTheWhosPrograms_data()
    {
        QTest::addColumn<GrowthIndicator>("indicator");
        QTest::addColumn<GrowthSex>("sex");
        QTest::addColumn<double>("days");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("z");
        const auto row = [](const char *name, GrowthIndicator indicator, GrowthSex sex, double days,
                            double value, double z) {
            QTest::newRow(name) << indicator << sex << days << value << z;
        };
        const auto months = [](double count) {
            return count * daysPerMonth;
        };
        row("boy of 987 days, far under", Height, Male, 987, 72.86 - 0.7, -6.09);
        row("height, girl, 60.32 months", Height, Female, months(60.32), 113.8, 0.96);
        row("weight, girl, 60.32 months", Weight, Female, months(60.32), 18.7, 0.21);
        row("index, girl, 60.32 months", BodyMassIndex, Female, months(60.32),
            18.7 / (1.138 * 1.138), -0.58);
        row("height, girl, 60.91 months", Height, Female, months(60.911701), 113.6, 0.85);
        row("weight, girl, 60.91 months", Weight, Female, months(60.911701), 20.5, 0.79);
        row("index, girl, 60.91 months", BodyMassIndex, Female, months(60.911701),
            20.5 / (1.136 * 1.136), 0.42);
        row("height, boy, 80.65 months", Height, Male, months(80.65), 114.6, -1.07);
        row("weight, boy, 80.65 months", Weight, Male, months(80.65), 18.8, -1.26);
        row("index, boy, 80.65 months", BodyMassIndex, Male, months(80.65), 14.3149097399255,
            -0.87);
        row("height, boy, 182 months", Height, Male, months(182.18), 192.1, 2.86);
        row("index beyond +3", BodyMassIndex, Male, months(188.57), 43.0254517332041, 4.21);
    }
    void scoresAreThoseOfTheWhosPrograms()
    {
        QFETCH(const GrowthIndicator, indicator);
        QFETCH(const GrowthSex, sex);
        QFETCH(const double, days);
        QFETCH(const double, value);
        QFETCH(const double, z);
        const auto found = GrowthReference::who().zScore(indicator, sex, days, value);
        QVERIFY(found);
        QCOMPARE(qRound(*found * 100), qRound(z * 100));
    }

    void aScoreIsOnlyGivenWhereThereIsAReference_data()
    {
        QTest::addColumn<GrowthIndicator>("indicator");
        QTest::addColumn<double>("months");
        QTest::addColumn<bool>("given");
        QTest::newRow("head at 4 years") << HeadCircumference << 48.0 << true;
        QTest::newRow("head at 5 years") << HeadCircumference << 60.0 << false;
        QTest::newRow("weight at 5 years") << Weight << 60.0 << true;
        QTest::newRow("weight at 10 years") << Weight << 120.0 << true;
        QTest::newRow("weight after 10 years") << Weight << 120.1 << false;
        QTest::newRow("height at 19 years") << Height << 228.0 << true;
        QTest::newRow("height after 19 years") << Height << 228.1 << false;
        QTest::newRow("before the birth") << Height << -1.0 << false;
    }
    void aScoreIsOnlyGivenWhereThereIsAReference()
    {
        QFETCH(const GrowthIndicator, indicator);
        QFETCH(const double, months);
        for (const GrowthSex sex : {Female, Male})
            QTEST(GrowthReference::who()
                      .zScore(indicator, sex, months * daysPerMonth, 40)
                      .has_value(),
                  "given");
    }

    //! From each day to the next, over the change from the standards to the reference: no hole.
    void everyDayOfChildhoodHasItsReference()
    {
        for (const GrowthSex sex : {Female, Male})
            for (int day = 0; day <= 18 * 365; ++day) {
                QVERIFY(GrowthReference::who().at(Height, sex, day));
                QVERIFY(GrowthReference::who().at(BodyMassIndex, sex, day));
            }
    }

    void aPercentileIsThatOfTheNormalDistribution()
    {
        QCOMPARE(qRound(percentileOf(0)), 50);
        QCOMPARE(qRound(percentileOf(-1.881) * 10), 30);
        QCOMPARE(qRound(percentileOf(1.036) * 10), 850);
    }

    void theBodyMassIndexIsOfAWeightAndAHeightOfTheSameDay()
    {
        const QDate birth(2020, 3, 1);
        const QList<Entry> measures = {
            measured(MeasureKind::Weight, 18.9, {2025, 3, 11}, 12),
            measured(MeasureKind::Weight, 18.7, {2025, 3, 11}),
            measured(MeasureKind::Height, 113.8, {2025, 3, 11}),
            measured(MeasureKind::Weight, 17.0, {2024, 6, 1}),
            measured(MeasureKind::Height, 60, {2019, 6, 1}), // before the birth
        };
        const GrowthChild girl{birth, Female, {}};
        const auto points = growthOf(BodyMassIndex, girl, measures, GrowthReference::who());
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.first().ageInDays, 1836);
        QCOMPARE(qRound(points.first().value * 100), 1459); // of the later weight
        QCOMPARE(growthOf(Weight, girl, measures, GrowthReference::who()).size(), 2);
        QCOMPARE(growthOf(Height, girl, measures, GrowthReference::who()).size(), 1);
    }

    void aPracticesOwnReferenceIsRead()
    {
        const auto own = GrowthReference::parse(ownFile);
        QVERIFY_OK(own);
        QCOMPARE(own->names(), QStringList{u"Essai"_qs});
        QCOMPARE(own->title(), u"Essai"_qs);
        QCOMPARE(own->rows(), 2);
        QCOMPARE(own->at(Height, Female, 2 * daysPerMonth), std::optional(Lms{1, 57, 0.035}));
        QVERIFY(!own->at(Height, Male, 2 * daysPerMonth));
        QVERIFY(!own->at(Height, Female, 0));
        QCOMPARE(
            *GrowthReference::parse("\xEF\xBB\xBF" + QByteArray(ownFile).replace("\n", "\r\n")),
            *own); // as a spreadsheet saves it
    }

    void whereItHasNoValuesTheWhosAreRead()
    {
        const auto own = GrowthReference::parse(ownFile);
        QCOMPARE(&referenceFor(Height, Female, *own), &*own);
        QCOMPARE(&referenceFor(Height, Male, *own), &GrowthReference::who());
        QCOMPARE(&referenceFor(Weight, Female, *own), &GrowthReference::who());
    }

    void aChildBornBeforeTermIsReadAtTheCorrectedAgeUntilTwoYears_data()
    {
        QTest::addColumn<QString>("term"); // as the record has it
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("days"); // the age by which it is read
        QTest::addColumn<bool>("corrected");
        const QDate due(2024, 3, 1); // born at 32 SA + 4 j: 52 days earlier, on 09/01/2024
        const auto row = [](const char *name, const char *term, QDate day, int days,
                            bool corrected) {
            QTest::newRow(name) << QString::fromLatin1(term) << day << days << corrected;
        };
        row("the day of the term", "32+4", due, 0, true);
        row("before the term", "32+4", due.addDays(-10), -10, true);
        row("at three months", "32+4", QDate(2024, 6, 1), 92, true);
        row("the day before two years", "32+4", QDate(2026, 2, 28), 729, true);
        row("at two years of corrected age", "32+4", QDate(2026, 3, 1), 730 + 52, false);
        row("at 36 SA + 6 j", "36+6", QDate(2024, 6, 1), 144 - 22, true);
        row("at 37 SA: not premature", "37+0", QDate(2024, 6, 1), 144, false);
        row("at 41 SA", "41+2", QDate(2024, 6, 1), 144, false);
        row("no term known", "", QDate(2024, 6, 1), 144, false);
    }
    void aChildBornBeforeTermIsReadAtTheCorrectedAgeUntilTwoYears()
    {
        QFETCH(const QString, term);
        QFETCH(const QDate, day);
        QFETCH(const int, days);
        const QDate birth(2024, 1, 9);
        QList<Entry> measures = {measured(MeasureKind::Height, 55, day)};
        if (!term.isEmpty()) {
            Entry told = measured(MeasureKind::BirthTerm, 40, birth);
            told.content.value = term;
            measures << told;
        }
        const GrowthChild child{birth, Female, birthTermOf(measures)};
        QCOMPARE(child.term.has_value(), !term.isEmpty());
        const auto points = growthOf(Height, child, measures, GrowthReference::who());
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.first().ageInDays, days);
        QTEST(points.first().corrected, "corrected");
        QCOMPARE(points.first().z, GrowthReference::who().zScore(Height, Female, days, 55));
        const auto civil =
            growthOf(Height, child, measures, GrowthReference::who(), GrowthAge::Civil);
        QCOMPARE(civil.first().ageInDays, birth.daysTo(day));
        QVERIFY(!civil.first().corrected);
    }

    void ofSeveralTermsTheLastWrittenOneHolds()
    {
        Entry first = measured(MeasureKind::BirthTerm, 34, QDate(2024, 1, 9));
        Entry last = measured(MeasureKind::BirthTerm, 32, QDate(2024, 2, 9));
        QCOMPARE(birthTermOf({last, first})->days(), 32 * 7);
        QCOMPARE(birthTermOf({last, first})->shown(), u"32\u00A0SA"_qs);
        QVERIFY(!birthTermOf({measured(MeasureKind::Weight, 3, QDate(2024, 1, 9))}));
    }

    void aFileThatIsNoReferenceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, QByteArray before, const QByteArray &after,
                            const QString &subject) {
            QByteArray csv = ownFile;
            QTest::newRow(name) << csv.replace(before, after) << subject;
        };
        row("no source", "# source: une thèse\n", "", u"growth.source"_qs);
        row("other columns", "age_months", "age", u"growth.columns"_qs);
        row("another sex", "height;f;3", "height;x;3", u"growth.row"_qs);
        row("a comma", "0.03", "0,03", u"growth.row"_qs);
        row("ages that go down", "f;3", "f;0", u"growth.row"_qs);
        row("no median", ";60;", ";0;", u"growth.row"_qs);
        row("not a number", "0.04", "nan", u"growth.row"_qs);
        row("a cell too many", "0.03", "0.03;1", u"growth.row"_qs);
        row("in metres", ";54;", ";0.54;", u"growth.row"_qs);
        row("Latin-1", "thèse", "th\xE8se", u"growth.encoding"_qs);
        QTest::newRow("no row") << QByteArray("# name: a\n# source: b\n") << u"growth.empty"_qs;
    }
    void aFileThatIsNoReferenceIsRefused()
    {
        QFETCH(const QByteArray, csv);
        const auto read = GrowthReference::parse(csv);
        QVERIFY(!read.ok());
        QTEST(read.error().subject, "subject");
    }
};
QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_growth.moc"
