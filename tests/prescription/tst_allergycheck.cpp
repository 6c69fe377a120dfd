// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalfixture.h"

using namespace ambroise;
using namespace ambroise::prescription;
using ambroise::test::Clinic;

class TestAllergyCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAllergyIsToldOfWhatItNames_data()
    {
        QTest::addColumn<QString>("allergy");
        QTest::addColumn<QString>("drug");
        QTest::addColumn<QString>("levels");
        const QString clamoxyl = u"67707794"_qs;
        const QString cefpodoxime = u"62348800"_qs;
        QTest::newRow("substance") << u"amoxicilline"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("class") << u"Pénicillines"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("in a sentence")
            << u"Allergie à la pénicilline (urticaire)"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("brand of the tables") << u"Augmentin"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("brand of the base") << u"clamoxyl"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("cross-reaction") << u"pénicillines"_qs << cefpodoxime << u"warn"_qs;
        QTest::newRow("another of the class") << u"cloxacilline"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("several") << u"iode, péni"_qs << clamoxyl << u"stop"_qs;
        QTest::newRow("aspirin and NSAID") << u"aspirine"_qs << u"ibuprofène"_qs << u"stop"_qs;
        QTest::newRow("ACE inhibitor and sartan") << u"IEC"_qs << u"losartan"_qs << u"warn"_qs;
        QTest::newRow("paracetamol is no NSAID") << u"AINS"_qs << u"60234100"_qs << QString();
        QTest::newRow("something else") << u"macrolides"_qs << clamoxyl << QString();
        QTest::newRow("denied") << u"pas d’allergie à la pénicilline"_qs << clamoxyl << QString();
    }
    void anAllergyIsToldOfWhatItNames()
    {
        QFETCH(const QString, allergy);
        QFETCH(const QString, drug);
        QFETCH(const QString, levels);
        Clinic clinic;
        clinic.allergicTo({allergy}).prescribe(drug);
        QCOMPARE(clinic.levels(CheckKind::Allergy), levels);
    }

    void whatIsToldNamesItsDatumAndItsSource()
    {
        Clinic clinic;
        clinic.allergicTo({u"amoxicilline"_qs}).prescribe(u"67707794"_qs);
        clinic.person.allergies->first().since = u"2004"_qs;
        clinic.person.allergies->first().suspected = true;
        const auto alerts = clinic.alerts(CheckKind::Allergy);
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().because,
                 (QList<AlertFact>{{u"allergy_suspected"_qs, u"amoxicilline"_qs, {}, u"2004"_qs}}));
        QVERIFY(asksForReason(alerts.first()));
        QVERIFY(!alerts.first().risk.isEmpty());
        QVERIFY(!alerts.first().advice.isEmpty());
        QVERIFY(!alerts.first().source.name.isEmpty());
    }

    void whatMatchesNothingIsSaid_data()
    {
        QTest::addColumn<QString>("allergy");
        QTest::addColumn<QString>("why");
        QTest::newRow("free text")
            << u"médicament du dentiste"_qs << u"allergy_unmatched: médicament du dentiste"_qs;
        QTest::newRow("excipient") << u"lactose"_qs << u"allergy_excipient: lactose"_qs;
        QTest::newRow("pollen") << u"pollens"_qs << u"allergy_no_drug: pollens"_qs;
        QTest::newRow("between brackets alone")
            << u"(pénicilline)"_qs << u"allergy_unmatched: (pénicilline)"_qs;
        QTest::newRow("denied") << u"pas d’allergie à la pénicilline"_qs
                                << u"allergy_unmatched: pas d’allergie à la pénicilline"_qs;
    }
    void whatMatchesNothingIsSaid()
    {
        QFETCH(const QString, allergy);
        QFETCH(const QString, why);
        Clinic clinic;
        clinic.allergicTo({allergy}).prescribe(u"67707794"_qs);
        QCOMPARE(clinic.levels(CheckKind::Allergy), QString());
        QCOMPARE(clinic.whyNot(CheckKind::Allergy), (QStringList{why}));
    }

    void aSubstanceOfTheBaseThatIsNotPrescribedIsMatched()
    {
        Clinic clinic;
        clinic.allergicTo({u"colchicine"_qs}).prescribe(u"67707794"_qs);
        QCOMPARE(clinic.whyNot(CheckKind::Allergy), QStringList());
    }

    void unknownIsNotNone()
    {
        Clinic unknown;
        unknown.prescribe(u"67707794"_qs).prescribe(u"60234100"_qs);
        QCOMPARE(unknown.whyNot(CheckKind::Allergy), (QStringList{u"allergies_not_told"_qs}));
        Clinic none;
        none.allergicTo({}).prescribe(u"67707794"_qs);
        QCOMPARE(none.whyNot(CheckKind::Allergy), QStringList());
    }

    void whatIsTakenAlreadyDoesNotInterrupt()
    {
        Clinic clinic;
        clinic.allergicTo({u"amoxicilline"_qs})
            .prescribe(u"60234100"_qs)
            .prescribe(u"67707794"_qs, {}, true);
        QCOMPARE(clinic.levels(CheckKind::Allergy), u"warn"_qs);
    }

    void aDrugThatNobodyKnowsIsSaid()
    {
        Clinic clinic;
        clinic.allergicTo({u"amoxicilline"_qs}).prescribe(u"69999999"_qs);
        QCOMPARE(clinic.whyNot(CheckKind::Allergy), (QStringList{u"unknown_drug"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestAllergyCheck)
#include "tst_allergycheck.moc"
