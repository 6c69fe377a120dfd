// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalfixture.h"

using namespace ambroise;
using namespace ambroise::prescription;
using ambroise::test::Clinic;

namespace {

const QString doliprane = u"60234100"_qs;      // 1000 mg
const QString dolipraneSyrup = u"66477582"_qs; // 2,40 g in 100 ml
const QString codoliprane = u"62049552"_qs;    // 500 mg and codeine 30 mg
const QString methotrexate = u"60390455"_qs;   // 10 mg

} // namespace

class TestDoseCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDoseAboveTheMaximumIsTold_data()
    {
        QTest::addColumn<QString>("drug");
        QTest::addColumn<QString>("posology");
        QTest::addColumn<QString>("levels");
        QTest::newRow("5 g") << doliprane << u"1 comprimé 5 fois par jour"_qs << u"warn"_qs;
        QTest::newRow("4 g") << doliprane << u"1 comprimé 4 fois par jour"_qs << QString();
        QTest::newRow("3 g") << doliprane << u"1-1-1"_qs << QString();
        QTest::newRow("2 g at once") << doliprane << u"2 comprimés matin et soir"_qs << u"warn"_qs;
        QTest::newRow("too near") << doliprane << u"1 comprimé toutes les 3 heures"_qs
                                  << u"warn"_qs;
        QTest::newRow("absurd") << doliprane << u"40 comprimés par jour"_qs << u"stop"_qs;
        QTest::newRow("by substance")
            << u"paracétamol"_qs << u"1500 mg 3 fois par jour"_qs << u"warn"_qs;
        QTest::newRow("methotrexate a week")
            << methotrexate << u"2 comprimés une fois par semaine"_qs << QString();
        QTest::newRow("methotrexate every day")
            << methotrexate << u"1 comprimé par jour"_qs << u"stop"_qs;
        QTest::newRow("metformin, salt of 1000 mg")
            << u"metformine"_qs << u"1000 mg 3 fois par jour"_qs << QString();
        QTest::newRow("metformin 4 g")
            << u"metformine"_qs << u"1000 mg 4 fois par jour"_qs << u"warn"_qs;
        QTest::newRow("zopiclone twice") << u"zopiclone"_qs << u"15 mg par jour"_qs << u"warn"_qs;
    }
    void aDoseAboveTheMaximumIsTold()
    {
        QFETCH(const QString, drug);
        QFETCH(const QString, posology);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.born({1970, 1, 1}, u"F"_qs).prescribe(drug, posology);
        clinic.person.egfr = DatedValue{90, {}};
        QCOMPARE(clinic.levels(CheckKind::Dose), levels);
    }

    void whatIsToldNamesTheDoseAndTheMaximum()
    {
        Clinic clinic;
        clinic.born({1970, 1, 1}).prescribe(doliprane, u"1 comprimé 5 fois par jour"_qs);
        const auto alerts = clinic.alerts(CheckKind::Dose);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().because.first(),
                 (AlertFact{u"per_day"_qs, u"5000"_qs, u"4000"_qs, {}}));
        QVERIFY(alerts.first().source.name.contains(u"§ 4.2"_qs));
    }

    void twoProductsOfOneSubstanceAreAddedUp()
    {
        Clinic clinic;
        clinic.born({1970, 1, 1})
            .prescribe(doliprane, u"1 comprimé 3 fois par jour"_qs)
            .prescribe(codoliprane, u"1 gélule 4 fois par jour"_qs);
        const auto alerts = clinic.alerts(CheckKind::Dose);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().lines, (QList<int>{0, 1}));
        QCOMPARE(alerts.first().because.first().value, u"5000"_qs);
    }

    void whatIsRenewedIsNotCountedTwice()
    {
        Clinic clinic;
        clinic.born({1970, 1, 1})
            .prescribe(doliprane, u"1 comprimé 3 fois par jour"_qs)
            .prescribe(doliprane, u"1 comprimé 3 fois par jour"_qs, true);
        QCOMPARE(clinic.levels(CheckKind::Dose), QString());
    }

    void aChildNeedsAWeight()
    {
        Clinic clinic;
        clinic.born({2022, 11, 1}).prescribe(dolipraneSyrup, u"10 ml 4 fois par jour"_qs);
        QCOMPARE(clinic.levels(CheckKind::Dose), QString());
        QVERIFY(clinic.whyNot(CheckKind::Dose).contains(u"dose_depends: weight"_qs));
        clinic.person.weight = DatedValue{16, {2026, 11, 1}};
        QCOMPARE(clinic.levels(CheckKind::Dose), QString()); // 240 mg, 960 mg a day: 15, 60 mg/kg
        QVERIFY(!clinic.whyNot(CheckKind::Dose).contains(u"dose_depends: weight"_qs));
        clinic.person.weight = DatedValue{12, {2026, 11, 1}};
        QCOMPARE(clinic.levels(CheckKind::Dose), u"warn"_qs);
        clinic.person.weight = DatedValue{12, {2025, 11, 1}}; // a year ago: no weight
        QCOMPARE(clinic.levels(CheckKind::Dose), QString());
        QVERIFY(clinic.whyNot(CheckKind::Dose).contains(u"dose_depends: weight"_qs));
    }

    void theKidneysLowerTheMaximum()
    {
        Clinic clinic;
        clinic.born({1950, 1, 1}).prescribe(u"metformine"_qs, u"1000 mg matin et soir"_qs);
        QVERIFY(clinic.whyNot(CheckKind::Dose).contains(u"dose_depends: egfr"_qs));
        clinic.person.egfr = DatedValue{70, {}};
        QCOMPARE(clinic.levels(CheckKind::Dose), QString());
        clinic.person.egfr = DatedValue{40, {2026, 10, 2}};
        const auto alerts = clinic.alerts(CheckKind::Dose);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().because.last(),
                 (AlertFact{u"egfr"_qs, u"40"_qs, {}, u"2026-10-02"_qs}));
    }

    void whatHasNoRowIsSaid()
    {
        Clinic clinic;
        clinic.prescribe(u"racécadotril + nouvellamine"_qs, u"1 gélule matin"_qs);
        QVERIFY(clinic.whyNot(CheckKind::Dose).contains(u"no_dose_rule: nouvellamine"_qs));
        Clinic words;
        words.born({1970, 1, 1}).prescribe(doliprane, u"selon le schéma remis"_qs);
        QCOMPARE(words.whyNot(CheckKind::Dose), (QStringList{u"dose_unknown"_qs}));
        Clinic child;
        child.born({2022, 1, 1}).prescribe(u"naproxène"_qs, u"550 mg par jour"_qs);
        QCOMPARE(child.whyNot(CheckKind::Dose),
                 (QStringList{u"dose_not_for_patient: naproxène"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestDoseCheck)
#include "tst_dosecheck.moc"
