// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/kidney.h>
#include <ambroise/record/measuretext.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using enum MeasureKind;

class TestMeasures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresAreReadAsDoctorsTypeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // name, then the value as stored
        const auto row = [](const QString &text, const QString &found) {
            QTest::newRow(qPrintable(text)) << text << found;
        };
        row(u"TA 13/8"_qs, u"Tension 130/80"_qs);
        row(u"ta: 138/78 ce jour"_qs, u"Tension 138/78"_qs);
        row(u"PA = 12,5 / 7,5"_qs, u"Tension 125/75"_qs);
        row(u"tension à 14-9"_qs, u"Tension 140/90"_qs);
        row(u"TA 138/78 mmHg"_qs, u"Tension 138/78"_qs);
        row(u"FR 18"_qs, u"Fréquence respiratoire 18"_qs);
        row(u"DFG 52 mL/min"_qs, u"DFG 52"_qs);
        row(u"creat 98 umol/L"_qs, u"Créatinine 98"_qs);
        row(u"glycemie 1,2"_qs, u"Glycémie capillaire 1.2"_qs);
        row(u"poids 72,5"_qs, u"Poids 72.5"_qs);
        row(u"Pds 3450 g"_qs, u"Poids 3.45"_qs);
        row(u"1m72"_qs, u"Taille 172"_qs);
        row(u"taille 1,72 m"_qs, u"Taille 172"_qs);
        row(u"taille : 52 cm"_qs, u"Taille 52"_qs);
        row(u"taille 1,72"_qs, u"Taille 172"_qs);
        row(u"pouls 72, FC 68"_qs, u"Pouls 72, Pouls 68"_qs);
        row(u"T° 38,2"_qs, u"Température 38.2"_qs);
        row(u"température est à 37.5 °C"_qs, u"Température 37.5"_qs);
        row(u"SpO2 97 %"_qs, u"SpO2 97"_qs);
        row(u"dextro 1,20 g/L"_qs, u"Glycémie capillaire 1.2"_qs);
        row(u"dextro 2,4"_qs, u"Glycémie capillaire 2.4"_qs);
        row(u"glycémie 5,5 mmol/L"_qs, u"Glycémie capillaire 0.99"_qs);
        row(u"HbA1c 7,4 %"_qs, u"HbA1c 7.4"_qs);
        row(u"créatinine 88 µmol/L"_qs, u"Créatinine 88"_qs);
        row(u"créat 10 mg/L"_qs, u"Créatinine 88"_qs);
        row(u"PC 43,5 cm"_qs, u"Périmètre crânien 43.5"_qs);
        row(u"tour de taille 98"_qs, u"Tour de taille 98"_qs);
        row(u"EVA 6/10"_qs, u"EVA 6"_qs);
        row(u"FC 84/min, FR 18 par minute"_qs, u"Pouls 84, Fréquence respiratoire 18"_qs);
        row(u"pouls 72 bpm"_qs, u"Pouls 72"_qs);
        row(u"DEP 350 L/min"_qs, u"Débit de pointe 350"_qs);
        row(u"peak-flow : 420"_qs, u"Débit de pointe 420"_qs);
        row(u"TA couchée 14/8, debout à 1 min 11/7, debout à 3 min 12/7"_qs,
            u"Tension 140/80 couchée, Tension 110/70 debout à 1 min, Tension 120/70 debout à 3 min"_qs);
        row(u"TA 13/8 bras droit, bras gauche 12/8"_qs,
            u"Tension 130/80 bras droit, Tension 120/80 bras gauche"_qs);
        row(u"TA 15/9 puis 14/9 puis 13/8"_qs,
            u"Tension 150/90, Tension 140/90, Tension 130/80"_qs);
        row(u"TA 13/8 debout 11/7"_qs, u"Tension 130/80, Tension 110/70 debout"_qs);
        row(u"TA 13/8, 12/10 rendez-vous"_qs, u"Tension 130/80"_qs); // a date, maybe
        row(u"terme 32+4"_qs, u"Terme de naissance 32+4"_qs);
        row(u"né à 32 SA + 4 j"_qs, u"Terme de naissance 32+4"_qs);
        row(u"Née à 32 SA+4 par césarienne"_qs, u"Terme de naissance 32+4"_qs);
        row(u"née le 12/03 à 34 SA et 2 jours, poids 2100 g"_qs,
            u"Terme de naissance 34+2, Poids 2.1"_qs);
        row(u"prématurée de 29 SA"_qs, u"Terme de naissance 29+0"_qs);
        row(u"né prématuré à 35 SA 1 j"_qs, u"Terme de naissance 35+1"_qs);
        row(u"terme de naissance : 41 SA"_qs, u"Terme de naissance 41+0"_qs);
        row(u"terme 32+4/7"_qs, u"Terme de naissance 32+4"_qs);
        row(u"Toux. TA 13/8, poids 72,5, T° 38,2."_qs,
            u"Tension 130/80, Poids 72.5, Température 38.2"_qs);
    }
    void measuresAreReadAsDoctorsTypeThem()
    {
        QFETCH(const QString, text);
        QStringList found;
        for (const MeasureMention &one : measuresIn(text))
            found << one.measure.key();
        QTEST(found.join(u", "_qs), "found");
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"13/8"_qs,
                                    u"le 13/8/2026"_qs,
                                    u"TA 8/13"_qs,
                                    u"TA 13/8/2026"_qs,
                                    u"poids 725"_qs,
                                    u"EVA 12"_qs,
                                    u"T° 382"_qs,
                                    u"SpO2 120"_qs,
                                    u"DELTA 13/8"_qs,
                                    u"poids stable"_qs,
                                    u"TA non prise, 13/8"_qs,
                                    u"HbA1c 74"_qs,
                                    u"rendez-vous à 12m30"_qs,
                                    u"nodule, taille 25 mm"_qs,
                                    u"créat 10"_qs,
                                    u"dextro 5,5"_qs,
                                    u"HbA1c 24 mmol/mol"_qs,
                                    u"rendez-vous dans 2m30"_qs,
                                    u"tension 24/12 h"_qs,
                                    u"né à terme"_qs,
                                    u"32+4"_qs,
                                    u"né à 32 semaines"_qs,
                                    u"né à 20 SA"_qs,
                                    u"né à 45 SA"_qs,
                                    u"terme 32+7"_qs,
                                    u"né à 32 SA + 9 j"_qs,
                                    u"terme prévu le 12/03"_qs,
                                    u"née à 22 sa mère"_qs,
                                    u""_qs})
            QTest::newRow(qPrintable(text.isEmpty() ? u"(nothing)"_qs : text)) << text;
    }
    void nothingIsGuessed()
    {
        QFETCH(const QString, text);
        QVERIFY(measuresIn(text).isEmpty());
    }

    void aLineOfMeasuresIsReadWholeOrNotAtAll_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told"); // the measures, or why not
        const auto row = [](const QString &text, const QString &told) {
            QTest::newRow(qPrintable(text)) << text << told;
        };
        row(u"poids 72,5"_qs, u"Poids 72.5"_qs);
        row(u"poids 72,5 ; TA 13/8, taille 172"_qs, u"Poids 72.5, Tension 130/80, Taille 172"_qs);
        row(u"poids 725"_qs, u"measure.range"_qs);
        row(u"TA 8/13"_qs, u"measure.pair"_qs);
        row(u"poids 72,5 et 73"_qs, u"measure.unread"_qs);
        row(u"72,5"_qs, u"measure.unread"_qs);
        row(u"poids"_qs, u"measure.unread"_qs);
    }
    void aLineOfMeasuresIsReadWholeOrNotAtAll()
    {
        QFETCH(const QString, text);
        const auto typed = measuresTyped(text);
        QStringList told;
        for (const Measure &one : typed.ok() ? *typed : QList<Measure>())
            told << one.key();
        QTEST(typed.ok() ? told.join(u", "_qs) : typed.error().subject, "told");
    }

    void everyMeasureIsReadAsItIsShown()
    {
        for (const MeasureKind kind : allMeasureKinds()) {
            const MeasureDefinition &known = definitionOf(kind);
            for (const double value : {known.lowest, (known.lowest + known.highest) / 2}) {
                const auto measure = kind == BloodPressure ? Measure::make(kind, 138, 78)
                                                           : Measure::make(kind, value);
                const auto read = measuresTyped(typed(*measure));
                QVERIFY2(read.ok(), qPrintable(typed(*measure)));
                QCOMPARE(*read, QList<Measure>{*measure});
            }
        }
        const Measure standing = Measure::make(BloodPressure, 112, 70)->in(u"debout à 3 min"_qs);
        QCOMPARE(*measuresTyped(typed(standing)), QList<Measure>{standing});
    }

    void aMentionSaysWhereItStands()
    {
        const QString text = u"Fièvre, T° 38,2 depuis hier"_qs;
        const auto found = measuresIn(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(text.mid(found.first().start, found.first().length).trimmed(), u"T° 38,2"_qs);
    }

    void whatCannotBeIsNotBuilt()
    {
        QCOMPARE_SUBJECT(Measure::make(Weight, 0), "measure.range");
        QCOMPARE_SUBJECT(Measure::make(Weight, 725), "measure.range");
        QCOMPARE_SUBJECT(Measure::make(Temperature, qQNaN()), "measure.range");
        QCOMPARE_SUBJECT(Measure::make(Weight, 72, 50), "measure.pair");
        QCOMPARE_SUBJECT(Measure::make(BloodPressure, 130), "measure.pair");
        QCOMPARE_SUBJECT(Measure::make(BloodPressure, 80, 130), "measure.pair");
        QCOMPARE_SUBJECT(Measure::make(BirthTerm, 21, 6), "measure.range");
        QCOMPARE_SUBJECT(Measure::make(BirthTerm, 32, 7), "measure.range");
        QCOMPARE_SUBJECT(Measure::make(BirthTerm, 32.5), "measure.range");
    }

    void aMeasureIsShownInFrenchWithItsUnit()
    {
        QCOMPARE(Measure::make(Weight, 72.5)->shown(), u"72,5\u00a0kg"_qs);
        QCOMPARE(Measure::make(BloodPressure, 138, 78)->shown(), u"138/78\u00a0mmHg"_qs);
        QCOMPARE(Measure::make(Pain, 6)->shown(), u"6/10"_qs);
        QCOMPARE(Measure::make(BirthTerm, 32, 4)->shown(), u"32\u00a0SA +\u00a04\u00a0j"_qs);
        QCOMPARE(Measure::make(BirthTerm, 39)->shown(), u"39\u00a0SA"_qs);
    }

    void aMeasureIsWrittenInTheRecordUnderItsCode()
    {
        const NewEntry entry =
            Measure::make(Weight, 72.5)->entry(QDateTime(QDate(2026, 11, 24), {}, Qt::UTC));
        QCOMPARE(entry.kind, EntryKind::Measure);
        QCOMPARE(entry.title, u"Poids"_qs);
        QCOMPARE(entry.code, u"LOINC:29463-7"_qs);
        QCOMPARE(entry.value, u"72.5"_qs);
        QCOMPARE(measureKindOf(entry.title), Weight);
    }

    void aTermOfBirthIsReadAsItWasWritten()
    {
        const Measure term = *Measure::make(BirthTerm, 32, 4);
        const NewEntry entry = term.entry(QDateTime(QDate(2026, 11, 24), {}, Qt::UTC));
        QCOMPARE(entry.value, u"32+4"_qs);
        QCOMPARE(entry.code, u"LOINC:11885-1"_qs);
        QCOMPARE(Measure::of(entry), term);
        QCOMPARE(*measuresTyped(typed(term)), QList<Measure>{term});
    }

    void theBodyMassIndexIsOfAWeightAndAHeight()
    {
        const auto weight = *Measure::make(Weight, 70);
        const auto height = *Measure::make(Height, 175);
        QCOMPARE(qRound(*bodyMassIndex(weight, height) * 100), 2286);
        QVERIFY(!bodyMassIndex(height, weight));
    }

    //! Worked examples of the National Kidney Foundation's calculator (1.2 mg/dL, 55 years, man:
    //! 71) and values computed apart from the published formulas.
    void theKidneyIsEstimatedByThePublishedFormulas_data()
    {
        QTest::addColumn<KidneyFormula>("formula");
        QTest::addColumn<int>("age");
        QTest::addColumn<bool>("female");
        QTest::addColumn<double>("micromoles");
        QTest::addColumn<int>("expected");
        using enum KidneyFormula;
        QTest::newRow("2021, man of 55, 1.2 mg/dL") << CkdEpi2021 << 55 << false << 106.08 << 71;
        QTest::newRow("2021, man of 50, 1.0 mg/dL") << CkdEpi2021 << 50 << false << 88.4 << 92;
        QTest::newRow("2021, woman of 68, 97") << CkdEpi2021 << 68 << true << 97.0 << 55;
        QTest::newRow("2021, woman of 30, 44") << CkdEpi2021 << 30 << true << 44.0 << 129;
        QTest::newRow("2009, man of 55, 1.2 mg/dL") << CkdEpi2009 << 55 << false << 106.08 << 68;
        QTest::newRow("2009, woman of 68, 97") << CkdEpi2009 << 68 << true << 97.0 << 52;
        QTest::newRow("Cockcroft, woman of 68") << CockcroftGault << 68 << true << 97.0 << 57;
        QTest::newRow("Cockcroft, man of 55") << CockcroftGault << 55 << false << 106.08 << 73;
    }
    void theKidneyIsEstimatedByThePublishedFormulas()
    {
        QFETCH(const KidneyFormula, formula);
        QFETCH(const int, age);
        QFETCH(const bool, female);
        QFETCH(const double, micromoles);
        const auto filtration = glomerularFiltration(
            formula, {age, female ? KidneySex::Female : KidneySex::Male,
                      *Measure::make(Creatinine, micromoles), *Measure::make(Weight, 74.2)});
        QVERIFY_OK(filtration);
        QTEST(qRound(*filtration), "expected");
    }

    void theFormulasAreOfAdultsAndSayWhatTheyMiss()
    {
        const Measure creatinine = *Measure::make(Creatinine, 60);
        const auto of = [&](int age, const Measure &measured) {
            return glomerularFiltration(KidneyFormula::CockcroftGault,
                                        {age, KidneySex::Male, measured, std::nullopt});
        };
        QCOMPARE_SUBJECT(of(17, creatinine), "kidney.age");
        QCOMPARE_SUBJECT(of(40, creatinine), "kidney.weight");
        QCOMPARE_SUBJECT(of(40, *Measure::make(Weight, 80)), "kidney.creatinine");
    }
};
QTEST_GUILESS_MAIN(TestMeasures)
#include "tst_measures.moc"
