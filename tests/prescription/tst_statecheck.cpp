// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalfixture.h"

using namespace ambroise;
using namespace ambroise::prescription;
using ambroise::test::checkDay;
using ambroise::test::Clinic;

class TestStateCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConditionThatForbidsIsTold_data()
    {
        QTest::addColumn<QString>("drug");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("levels");
        QTest::newRow("ulcer") << u"ibuprofène"_qs << QStringList{u"K25.4"_qs} << u"stop"_qs;
        QTest::newRow("ulcer, CISP-2")
            << u"ibuprofène"_qs << QStringList{u"cisp:D86"_qs} << u"stop"_qs;
        QTest::newRow("asthma") << u"propranolol"_qs << QStringList{u"J45.0"_qs} << u"stop"_qs;
        QTest::newRow("asthma, selective")
            << u"bisoprolol"_qs << QStringList{u"J45"_qs} << u"warn"_qs;
        QTest::newRow("epilepsy") << u"tramadol"_qs << QStringList{u"G40.9"_qs} << u"warn"_qs;
        QTest::newRow("angle closure")
            << u"hydroxyzine"_qs << QStringList{u"H40.2"_qs} << u"stop"_qs;
        QTest::newRow("coronary disease")
            << u"zolmitriptan"_qs << QStringList{u"I21"_qs} << u"stop"_qs;
        QTest::newRow("Parkinson") << u"métoclopramide"_qs << QStringList{u"G20"_qs} << u"stop"_qs;
        QTest::newRow("not this one") << u"ibuprofène"_qs << QStringList{u"K29"_qs} << QString();
        QTest::newRow("none") << u"ibuprofène"_qs << QStringList() << QString();
    }
    void aConditionThatForbidsIsTold()
    {
        QFETCH(const QString, drug);
        QFETCH(const QStringList, codes);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.born({1965, 1, 1}, u"M"_qs).has(codes).prescribe(drug);
        clinic.person.egfr = DatedValue{90, {}};
        QCOMPARE(clinic.levels(CheckKind::State), levels);
    }

    void aLocalRouteIsNotConcernedButWhereTheRowSaysSo()
    {
        Clinic gel;
        gel.born({1965, 1, 1}, u"M"_qs).has({u"K25"_qs}).prescribe(u"65616965"_qs); // diclofenac
        QCOMPARE(gel.levels(CheckKind::State), QString());
    }

    //! The tablets that are taken go on beside the gel: nothing else would tell of them.
    void aGelDoesNotHideTheTabletsOfTheSameSubstance()
    {
        Clinic clinic;
        clinic.born({1965, 1, 1}, u"M"_qs).has({u"K25"_qs});
        clinic.prescribe(u"65616965"_qs).prescribe(u"diclofénac"_qs, {}, true);
        QVERIFY2(clinic.levels(CheckKind::State).contains(u"warn"), // taken: it does not interrupt
                 qPrintable(clinic.levels(CheckKind::State)));
    }

    void theKidneysForbid_data()
    {
        QTest::addColumn<double>("egfr");
        QTest::addColumn<QString>("levels");
        QTest::newRow("unknown") << 0.0 << u"info"_qs;
        QTest::newRow("25") << 25.0 << u"stop"_qs;
        QTest::newRow("40") << 40.0 << u"warn"_qs;
        QTest::newRow("80") << 80.0 << QString();
    }
    void theKidneysForbid()
    {
        QFETCH(const double, egfr);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.born({1950, 1, 1}, u"M"_qs).has({}).prescribe(u"metformine"_qs);
        if (egfr > 0)
            clinic.person.egfr = DatedValue{egfr, {2026, 9, 3}};
        QCOMPARE(clinic.levels(CheckKind::State), levels);
        const auto alerts = clinic.alerts(CheckKind::State);
        if (egfr == 25.0)
            QCOMPARE(alerts.first().because,
                     (QList<AlertFact>{{u"egfr"_qs, u"25"_qs, {}, u"2026-09-03"_qs}}));
        if (egfr == 0.0)
            QCOMPARE(alerts.first().missing, (QStringList{u"egfr"_qs}));
    }

    void aPregnancyForbidsByItsTerm_data()
    {
        QTest::addColumn<int>("weeks");
        QTest::addColumn<QString>("levels");
        QTest::newRow("12") << 12 << u"warn"_qs;
        QTest::newRow("23") << 23 << u"warn"_qs;
        QTest::newRow("24") << 24 << u"stop"_qs;
        QTest::newRow("unknown") << -1 << u"warn"_qs;
    }
    void aPregnancyForbidsByItsTerm()
    {
        QFETCH(const int, weeks);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.born({1996, 1, 1}, u"F"_qs).has({}).prescribe(u"ibuprofène"_qs);
        clinic.person.egfr = DatedValue{90, {}};
        clinic.person.pregnant = true;
        if (weeks > 0)
            clinic.person.termWeeks = weeks;
        QCOMPARE(clinic.levels(CheckKind::State), levels);
    }

    void anUnknownPregnancyIsAskedOnlyOfWhomItMayConcern()
    {
        const auto told = [](QDate birth, const QString &sex) {
            Clinic clinic;
            clinic.born(birth, sex).has({}).prescribe(u"61358994"_qs); // DEPAKINE CHRONO
            QStringList all;
            for (const Alert &alert : clinic.alerts(CheckKind::State))
                all << alert.level + (alert.decided ? u""_qs : u"?"_qs);
            all.sort();
            return all;
        };
        QCOMPARE(told({1996, 1, 1}, u"F"_qs), (QStringList{u"warn?"_qs}));
        QCOMPARE(told({1940, 1, 1}, u"F"_qs), QStringList());
        QCOMPARE(told({1990, 1, 1}, u"M"_qs), (QStringList{u"info"_qs}));
        Clinic knownNot;
        knownNot.born({1996, 1, 1}, u"F"_qs).has({}).prescribe(u"61358994"_qs);
        knownNot.person.pregnant = false;
        QCOMPARE(knownNot.levels(CheckKind::State), u"warn"_qs); // of an age to have children
        knownNot.person.pregnant = true;
        QCOMPARE(knownNot.levels(CheckKind::State), u"stop"_qs);
    }

    void anAgeForbids()
    {
        Clinic child;
        child.born({2018, 1, 1}, u"M"_qs).has({}).prescribe(u"codéine"_qs);
        QCOMPARE(child.levels(CheckKind::State), u"stop"_qs);
        Clinic infant;
        infant.born(checkDay.addMonths(-11), u"M"_qs).has({}).prescribe(u"métoclopramide"_qs);
        QCOMPARE(infant.levels(CheckKind::State), u"stop"_qs);
        Clinic adult;
        adult.born({1980, 1, 1}, u"M"_qs).has({}).prescribe(u"codéine"_qs);
        QCOMPARE(adult.levels(CheckKind::State), QString());
    }

    void whatIsUnknownIsSaidOnceAndIsNotAbsent()
    {
        Clinic clinic;
        clinic.born({1980, 1, 1}, u"M"_qs).prescribe(u"ibuprofène"_qs).prescribe(u"kétoprofène"_qs);
        QCOMPARE(clinic.levels(CheckKind::State), QString());
        QCOMPARE(clinic.whyNot(CheckKind::State),
                 (QStringList{u"state_unknown: egfr, condition"_qs}));
        clinic.person.conditions.append({u"K25"_qs, {}, {}}); // one that is known speaks
        QCOMPARE(clinic.levels(CheckKind::State), u"stop stop"_qs);
    }

    void whatIsWrittenWithoutACodeIsSaidToBeOfNoUse()
    {
        Clinic clinic;
        clinic.born({1980, 1, 1}, u"M"_qs).has({u"K25"_qs}).prescribe(u"nouvellamine"_qs);
        clinic.person.conditions.append({{}, u"Ulcère en 1998"_qs, {}});
        clinic.person.conditionsAreAll = false;
        QVERIFY(clinic.whyNot(CheckKind::State).contains(u"condition_words: Ulcère en 1998"_qs));
    }

    void whatNoRowNamesIsSaid()
    {
        Clinic clinic;
        clinic.prescribe(u"nouvellamine"_qs);
        QCOMPARE(clinic.whyNot(CheckKind::State), (QStringList{u"no_state_rule: nouvellamine"_qs}));
    }

    void twoOfAClassAreToldUnlessTheyAreCombined_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("levels");
        QTest::newRow("PPI") << u"oméprazole"_qs << u"pantoprazole"_qs << u"warn"_qs;
        QTest::newRow("NSAID") << u"ibuprofène"_qs << u"kétoprofène"_qs << u"warn"_qs;
        QTest::newRow("benzodiazepines") << u"oxazépam"_qs << u"zolpidem"_qs << u"warn"_qs;
        QTest::newRow("VKA and DOAC") << u"warfarine"_qs << u"apixaban"_qs << u"warn"_qs;
        QTest::newRow("antidiabetics") << u"metformine"_qs << u"sitagliptine"_qs << QString();
        QTest::newRow("insulins") << u"insuline glargine"_qs << u"insuline asparte"_qs << QString();
        QTest::newRow("ACE inhibitor and sartan") << u"ramipril"_qs << u"losartan"_qs << QString();
        QTest::newRow("the same substance is another rule")
            << u"oméprazole"_qs << u"oméprazole"_qs << u"warn"_qs;
    }
    void twoOfAClassAreToldUnlessTheyAreCombined()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.prescribe(first).prescribe(second);
        QCOMPARE(clinic.levels(CheckKind::Duplicate), levels);
    }
};

QTEST_GUILESS_MAIN(TestStateCheck)
#include "tst_statecheck.moc"
