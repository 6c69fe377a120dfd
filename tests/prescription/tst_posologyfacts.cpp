// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/posologyfacts.h>
#include <ambroise/prescription/posologyreader.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

QString text(const std::optional<Amount> &amount)
{
    return amount ? amount->value.decimal() + u' ' + amount->unit.name() : u"-"_qs;
}

QString text(const std::optional<int> &number)
{
    return number ? QString::number(*number) : u"-"_qs;
}

PosologyFacts factsFor(const QString &typed)
{
    const auto read = readPosology(typed, DoseUnit::ofForm(u"comprimé"));
    return read.ok() ? factsOf(read->readings) : PosologyFacts{};
}

Posology only(const QString &typed)
{
    const auto read = readPosology(typed, DoseUnit::ofForm(u"comprimé"));
    return read.ok() && read->readings.size() == 1 ? read->readings.first()
                                                   : Posology::words(typed);
}

} // namespace

class TestPosologyFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fractionsAreExact()
    {
        const Rational third = Rational::of(1, 3);
        QCOMPARE(third + third + third, Rational(1));
        QVERIFY(third > Rational::of(333'333, 1'000'000));
        QCOMPARE(Rational::of(-2, -4), Rational::of(1, 2));
        QCOMPARE((Rational::of(3, 4) * Rational(4)).numerator(), 3);
        QCOMPARE(Rational(24) / Rational(5), Rational::of(24, 5));
        QCOMPARE(Rational::of(24, 5).ceil(), 5);
        QCOMPARE(Rational::of(-1, 2).floor(), -1);
        QCOMPARE(Rational::of(3, 4).decimal(), u"0,75"_qs);
        QCOMPARE(Rational::of(1, 1000).decimal(), u"0,001"_qs);
        QCOMPARE(Rational(1'466'290).decimal(), u"1466290"_qs);
        QCOMPARE(third.decimal(), QString());
    }

    void unitsOfOneMeasureAreAddedAndCompared()
    {
        const auto unit = [](const QString &name) {
            return *DoseUnit::named(name);
        };
        const auto total = sum({500, unit(u"mg"_qs)}, {1, unit(u"g"_qs)});
        QCOMPARE(text(total), u"1500 mg"_qs);
        QCOMPARE(text(greater({900, unit(u"mg"_qs)}, {1, unit(u"g"_qs)})), u"1 g"_qs);
        QVERIFY(!sum({1, unit(u"mg"_qs)}, {1, unit(u"ml"_qs)}));
        QVERIFY(!sum({1, unit(u"comprime"_qs)}, {1, unit(u"gelule"_qs)}));
        QVERIFY(!sum({1, unit(u"ui"_qs)}, {1, unit(u"u"_qs)}));
    }

    void onlyWhatFollowsFromTheTextIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("intake");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("days");
        const auto row = [](const QString &typed, const char *intake, const char *day,
                            const char *hours = "-", const char *days = "-") {
            QTest::newRow(qPrintable(typed))
                << typed << QString::fromUtf8(intake) << QString::fromUtf8(day)
                << QString::fromUtf8(hours) << QString::fromUtf8(days);
        };
        // The three that the specification gives (HAS 4b, 14-1, 7).
        row(u"un à deux comprimés toutes les 12 h pendant 10 jours, selon l'intensité de la douleur, avec un maximum à 2 comprimés par prise et de 4 comprimés par jour. STOP SI NAUSEES"_qs,
            "2 comprimé", "4 comprimé", "12", "10");
        row(u"1 comprimé si douleur, avec un maximum de 2 cp/prise, avec un maximum de 8 cp/jour, en respectant 4 heures minimales entre 2 prises"_qs,
            "2 comprimé", "8 comprimé", "4");
        row(u"Si douleur -dose max/prise de 1000 mg (soit 2 gélules) -4000 mg maximum par jour (soit 8 gélules)"_qs,
            "1000 mg", "4000 mg");
        row(u"1-0-1 7j"_qs, "1 comprimé", "2 comprimé", "-", "7");
        row(u"1-0-2"_qs, "2 comprimé", "3 comprimé");
        row(u"1 cp matin et 1/2 cp soir"_qs, "1 comprimé", "1,5 comprimé");
        row(u"2x3/j 5j"_qs, "-", "6 comprimé", "-", "5"); // both readings agree on the day
        row(u"1.500 mg matin"_qs, "-", "-");
        row(u"3 comprimés par jour"_qs, "-", "3 comprimé");
        row(u"1 comprimé par jour"_qs, "1 comprimé", "1 comprimé");
        row(u"2 comprimés par jour, matin et soir"_qs, "-", "2 comprimé");
        row(u"60 mg/kg/jour en 4 prises"_qs, "-", "60 mg/kg");
        row(u"20 mg par jour en une prise"_qs, "20 mg", "20 mg");
        row(u"500 mg matin et 1 g soir"_qs, "1 g", "1500 mg");
        row(u"1 cp toutes les 6 h"_qs, "1 comprimé", "4 comprimé", "6");
        row(u"1 cp toutes les 5 h"_qs, "1 comprimé", "5 comprimé", "5");
        row(u"1 cp toutes les 4 à 6 heures"_qs, "1 comprimé", "6 comprimé", "4");
        row(u"1 cp toutes les 72 h"_qs, "1 comprimé", "1 comprimé", "72");
        row(u"1 patch tous les 3 jours"_qs, "1 patch", "1 patch");
        row(u"1 cp à 8h, 14h, 18h et 22h"_qs, "1 comprimé", "4 comprimé", "4");
        row(u"20 mg à 8h et 10 mg à 12h"_qs, "20 mg", "30 mg", "4");
        row(u"1 cp à 20 h"_qs, "1 comprimé", "1 comprimé", "24");
        row(u"1 comprimé matin et soir"_qs, "1 comprimé", "2 comprimé");
        row(u"1 cp avant chaque repas"_qs, "1 comprimé", "-");
        row(u"1 cp 3 fois par jour avant chaque repas"_qs, "1 comprimé", "3 comprimé");
        row(u"1 cp si douleur"_qs, "1 comprimé", "-");
        row(u"1 cp si douleur, en respectant 6 h entre 2 prises"_qs, "1 comprimé", "4 comprimé",
            "6");
        row(u"2 cp 1 fois par semaine le mardi"_qs, "2 comprimé", "2 comprimé");
        row(u"1 cp 3 fois par semaine"_qs, "1 comprimé", "-");
        row(u"1 cp 3 fois par semaine, lundi mercredi vendredi"_qs, "1 comprimé", "1 comprimé");
        row(u"1 cp le lundi et 2 cp le jeudi"_qs, "2 comprimé", "2 comprimé");
        row(u"1 cp J1, 2 cp J2"_qs, "-", "2 comprimé", "-", "2");
        row(u"2 cp matin pendant 5 jours puis 1 cp matin pendant 10 jours"_qs, "2 comprimé",
            "2 comprimé", "-", "15");
        row(u"1 cp par jour pendant 21 jours puis arrêt 7 jours"_qs, "1 comprimé", "1 comprimé",
            "-", "21");
        row(u"1 cp matin pendant 5 jours, puis 1 cp matin et soir"_qs, "1 comprimé", "2 comprimé");
        row(u"1 cp matin pendant 5 à 7 jours"_qs, "1 comprimé", "1 comprimé");
        row(u"1 cp matin du 01/03/2026 au 10/03/2026"_qs, "1 comprimé", "1 comprimé", "-", "10");
        row(u"1 cp matin jusqu'au 10/03/2026"_qs, "1 comprimé", "1 comprimé");
        row(u"1 cp matin pendant 2 semaines"_qs, "1 comprimé", "1 comprimé", "-", "14");
        row(u"1 cp matin pendant 3 mois"_qs, "1 comprimé", "1 comprimé", "-", "90");
        row(u"1 cp matin ou 2 cp soir"_qs, "2 comprimé", "2 comprimé");
        row(u"1 goutte dans chaque œil 3 fois par jour 7 j"_qs, "-", "-", "-", "7");
        row(u"2 cp matin, maximum 1 cp par prise"_qs, "-", "-"); // it contradicts itself
        row(u"1 à 3 cp matin, maximum 2 cp par prise"_qs, "2 comprimé", "2 comprimé");
        row(u"jusqu'à 4 cp par jour"_qs, "-", "4 comprimé");
        row(u"2 cp dose unique"_qs, "2 comprimé", "2 comprimé", "-", "1");
        row(u"2 cp en prise unique"_qs, "2 comprimé", "2 comprimé"); // once, or each day: asked
        row(u"2 cp J1 puis 1 cp J2 à J5"_qs, "-", "2 comprimé", "-", "5");
        row(u"1 cp par jour 21j/28"_qs, "1 comprimé", "1 comprimé");
        row(u"selon protocole"_qs, "-", "-");
    }
    void onlyWhatFollowsFromTheTextIsSaid()
    {
        QFETCH(QString, typed);
        const PosologyFacts facts = factsFor(typed);
        QTEST(text(facts.maxPerIntake), "intake");
        QTEST(text(facts.maxPerDay), "day");
        QTEST(facts.minIntervalHours ? facts.minIntervalHours->decimal() : u"-"_qs, "hours");
        QTEST(text(facts.durationDays), "days");
    }

    void sevenDaysInARowHaveTheirGreatest_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("week");
        const auto row = [](const QString &typed, const char *week) {
            QTest::newRow(qPrintable(typed)) << typed << QString::fromUtf8(week);
        };
        row(u"1-0-1"_qs, "14 comprimé");
        row(u"3 comprimés par jour"_qs, "21 comprimé");
        row(u"4 comprimés une fois par semaine"_qs, "4 comprimé");
        row(u"4 comprimés par semaine"_qs, "4 comprimé");
        row(u"2 cp 1 fois par semaine le mardi"_qs, "2 comprimé");
        row(u"1 cp 3 fois par semaine"_qs, "3 comprimé");
        row(u"1 cp 3 fois par semaine, lundi mercredi vendredi"_qs, "3 comprimé");
        row(u"1 cp le lundi et 2 cp le jeudi"_qs, "3 comprimé");
        row(u"1 cp 5j/7 et 1/2 cp 2j/7"_qs, "6 comprimé");
        row(u"2 cp dose unique"_qs, "2 comprimé");
        row(u"1 comprimé 1 jour sur 2"_qs, "4 comprimé");
        row(u"1 comprimé par mois"_qs, "1 comprimé");
        row(u"1 patch tous les 3 jours"_qs, "3 patch");
        row(u"1 cp toutes les 72 h"_qs, "3 comprimé");
        row(u"2 cp matin pendant 5 jours puis 1 cp matin pendant 10 jours"_qs, "14 comprimé");
        row(u"1 cp si douleur"_qs, "-");
        row(u"1 cp si douleur, maximum 4 comprimés par jour"_qs, "28 comprimé");
        row(u"1 cp avant chaque repas"_qs, "-");
        row(u"selon protocole"_qs, "-");
    }
    void sevenDaysInARowHaveTheirGreatest()
    {
        QFETCH(QString, typed);
        QTEST(text(factsFor(typed).maxPerWeek), "week");
    }

    void aDurationThatMayVaryHasItsGreatest()
    {
        QCOMPARE(factsFor(u"1 cp matin pendant 5 à 7 jours"_qs).maxDurationDays, 7);
        QCOMPARE(
            factsFor(u"1 cp matin, tant que la douleur persiste, avec un maximum de 7 jours"_qs)
                .maxDurationDays,
            7);
        QVERIFY(!factsFor(u"1 cp matin"_qs).maxDurationDays);
    }

    void theBoxesSufficeForTheWholeDuration_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("boxesOf30");
        const auto row = [](const QString &typed, int days, const char *quantity,
                            const char *boxes) {
            QTest::newRow(qPrintable(typed + u" / "_qs + QString::number(days)))
                << typed << days << QString::fromUtf8(quantity) << QString::fromUtf8(boxes);
        };
        row(u"1-0-1 7j"_qs, 0, "14 comprimé", "1");
        row(u"1-0-1"_qs, 16, "32 comprimé", "2");
        row(u"1-0-1 7j"_qs, 90, "14 comprimé", "1"); // its own duration counts
        row(u"1-0-1"_qs, 0, "-", "-");
        row(u"1/2-0-1/2"_qs, 30, "30 comprimé", "1");
        row(u"1/3 cp matin"_qs, 91, " comprimé", "2"); // 91/3 has no decimal
        row(u"3 comprimés par jour"_qs, 10, "30 comprimé", "1");
        row(u"1 cp toutes les 6 h pendant 10 jours"_qs, 0, "40 comprimé", "2");
        row(u"1 cp un jour sur deux pendant 15 jours"_qs, 0, "8 comprimé", "1");
        row(u"1 cp par semaine"_qs, 28, "4 comprimé", "1");
        row(u"1 cp par semaine"_qs, 29, "5 comprimé", "1");
        row(u"1 cp 3 fois par semaine"_qs, 28, "12 comprimé", "1");
        row(u"1 cp 3 fois par semaine"_qs, 30, "-", "-");
        row(u"1 cp le mardi"_qs, 28, "4 comprimé", "1");
        row(u"1 cp le mardi"_qs, 30, "-", "-"); // the calendar decides
        row(u"2 cp matin pendant 5 jours puis 1 cp matin pendant 21 jours"_qs, 0, "31 comprimé",
            "2");
        row(u"2 cp matin pendant 5 jours puis 1 cp matin"_qs, 30, "-", "-");
        row(u"1 cp par jour pendant 21 jours puis arrêt 7 jours"_qs, 0, "21 comprimé", "1");
        row(u"1 à 2 cp matin"_qs, 30, "-", "-");
        row(u"1 cp 3 fois par jour si douleur"_qs, 10, "-", "-");
        row(u"1 cp matin tant que la douleur persiste"_qs, 10, "-", "-");
        row(u"1 cp par jour 21j/28"_qs, 84, "63 comprimé", "3");
        row(u"2 cp dose unique"_qs, 90, "2 comprimé", "1");
        row(u"2 cp J1 puis 1 cp J2 à J5"_qs, 0, "6 comprimé", "1");
        row(u"500 mg matin"_qs, 10, "5000 mg", "-"); // a box is no milligrams
        row(u"au lit"_qs, 10, "-", "-");
    }
    void theBoxesSufficeForTheWholeDuration()
    {
        QFETCH(QString, typed);
        QFETCH(int, days);
        const auto needed =
            quantityFor(only(typed), days == 0 ? std::nullopt : std::optional(days));
        QTEST(text(needed), "quantity");
        const auto boxes =
            needed ? boxesFor(*needed, {30, *DoseUnit::named(u"comprime")}) : std::nullopt;
        QTEST(text(boxes), "boxesOf30");
    }
};
QTEST_APPLESS_MAIN(TestPosologyFacts)
#include "tst_posologyfacts.moc"
