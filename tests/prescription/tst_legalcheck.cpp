// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/legalchecks.h>

#include <QTest>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const QDate today(2026, 5, 26);
const QString narcotic = u"stupéfiants"_qs;
const QString fourWeeks = u"prescription limitée à 4 semaines"_qs;
const QString fraction = u"délivrance fractionnée de 14 jours"_qs;
const QString initial = u"prescription initiale annuelle réservée à certains spécialistes"_qs;
const QString neurology = u"prescription réservée aux spécialistes et services NEUROLOGIE"_qs;
const QString freeRenewal = u"renouvellement non restreint"_qs;

//! A line of a drug with these conditions.
CheckedLine drug(const QStringList &wordings, const QString &substance = u"MORPHINE"_qs)
{
    CheckedLine line;
    line.line.cis = u"60000000"_qs;
    line.line.durationDays = 28;
    DrugFacts facts;
    facts.label = u"Un médicament"_qs;
    facts.substances.append({{}, substance, u"10 mg"_qs, u"un comprimé"_qs});
    facts.source = {u"BDPM"_qs, u"2026-05"_qs};
    facts.conditionsSource = {u"BDPM, conditions"_qs, u"2026-05"_qs};
    facts.availabilitySource = {u"BDPM, disponibilité"_qs, u"2026-05"_qs};
    for (const QString &wording : wordings)
        facts.conditions.append({wording});
    line.facts = facts;
    return line;
}

drugs::Presentation box(const QString &cip13)
{
    return {*drugs::Cip13::parse(cip13), {}, {}, true, {}, {}, {}, {}, {}, {}, {}, {}};
}

const QString firstBox = u"3400926784102"_qs;
const QString secondBox = u"3400933484132"_qs;

class Ordonnance {
public:
    explicit Ordonnance(const CheckedLine &line)
    {
        m_treatment.lines << line;
        m_treatment.today = today;
    }
    Treatment &change() { return m_treatment; }
    Line &line() { return m_treatment.lines.first().line; }
    DrugFacts &facts() { return *m_treatment.lines.first().facts; }

    template <class Check>
    [[nodiscard]] CheckReport report() const
    {
        CheckReport report;
        if (!Check().run(m_treatment, report).ok())
            qFatal("the check failed");
        return report;
    }
    //! "legal.narcotic info", in the order told.
    template <class Check>
    [[nodiscard]] QStringList told() const
    {
        QStringList told;
        for (const Alert &alert : report<Check>().alerts)
            told << alert.rule + u' ' + alert.level;
        return told;
    }
    template <class Check>
    [[nodiscard]] QStringList notChecked() const
    {
        QStringList why;
        for (const NotChecked &one : report<Check>().notChecked)
            why << one.why;
        return why;
    }

private:
    Treatment m_treatment;
};

QStringList only(const QString &one)
{
    return QStringList{one};
}

} // namespace

class TestLegalCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDurationAboveTheLimitIsTold_data()
    {
        QTest::addColumn<QStringList>("conditions");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("renewals");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, const QStringList &conditions, int days, int renewals,
                            const QString &told) {
            QTest::newRow(name) << conditions << days << renewals
                                << (told.isEmpty() ? QStringList() : only(told));
        };
        const QString exceeded = u"duration.exceeded warn"_qs;
        const QStringList weeks{u"liste I"_qs, u"prescription limitée à 12 semaines"_qs};
        row("the last day", weeks, 84, 0, {});
        row("a day more", weeks, 85, 0, exceeded);
        row("with its renewals", weeks, 28, 3, exceeded);
        row("renewals within it", weeks, 28, 2, {});
        const QStringList months{u"prescription limitée à 6 mois"_qs};
        row("six months of the calendar", months, 184, 0, {});
        row("seven months", months, 210, 0, exceeded);
        row("a list lasts a year", {u"liste II"_qs}, 90, 3, {});
        row("a list beyond a year", {u"liste II"_qs}, 90, 5, u"duration.year warn"_qs);
        row("no list", {}, 90, 9, {});
        const QStringList pump{u"prescription limitée à 7 jours ou 28 jours"_qs};
        row("without a pump", pump, 7, 0, {});
        row("a pump is asked for", pump, 14, 0, u"duration.pump info"_qs);
        row("too long even so", pump, 29, 0, exceeded);
    }
    void aDurationAboveTheLimitIsTold()
    {
        QFETCH(const QStringList, conditions);
        QFETCH(const int, days);
        QFETCH(const int, renewals);
        Ordonnance one(drug(conditions));
        one.line().durationDays = days;
        one.line().renewals = renewals;
        QTEST(one.told<DurationCheck>(), "told");
    }

    void theSentenceNamesBothDurations()
    {
        Ordonnance one(drug({u"prescription limitée à 12 semaines"_qs}));
        one.line().durationDays = 85;
        const Alert alert = one.report<DurationCheck>().alerts.first();
        QCOMPARE(alert.risk,
                 u"Durée prescrite, 85 jours ; durée maximale, 12 semaines (84 jours)."_qs);
        QCOMPARE(alert.source, (KnowledgeSource{u"BDPM, conditions"_qs, u"2026-05"_qs}));
        QCOMPARE(alert.subjects, only(u"Durée maximale dépassée"_qs));
    }

    void theDurationOfThePosologyCounts()
    {
        Ordonnance one(drug({fourWeeks}));
        one.line().durationDays = 0;
        QCOMPARE(one.notChecked<DurationCheck>(), only(u"no_duration"_qs));
        one.change().lines.first().taken.maxDurationDays = 30;
        QCOMPARE(one.told<DurationCheck>(), only(u"duration.exceeded warn"_qs));
        QCOMPARE(one.notChecked<DurationCheck>(), QStringList());
    }

    void whatIsTakenAlreadyIsNotPrescribed()
    {
        Ordonnance one(drug({narcotic, fourWeeks}));
        one.line().durationDays = 90;
        one.change().lines.first().current = true;
        QVERIFY(one.told<DurationCheck>().isEmpty());
        QVERIFY(one.told<LegalCheck>().isEmpty());
    }

    void whatIsNotKnownOfTheDrugIsSaid()
    {
        Ordonnance unknown(drug({}));
        unknown.change().lines.first().facts.reset();
        QCOMPARE(unknown.notChecked<DurationCheck>(), only(u"unknown_drug"_qs));
        QCOMPARE(unknown.notChecked<LegalCheck>(), only(u"unknown_drug"_qs));
        QCOMPARE(unknown.notChecked<AvailabilityCheck>(), only(u"unknown_drug"_qs));
        Ordonnance inn(drug({}));
        inn.line().cis.clear();
        QCOMPARE(inn.notChecked<LegalCheck>(), only(u"inn"_qs));
        QCOMPARE(inn.notChecked<AvailabilityCheck>(), only(u"inn"_qs));
        Ordonnance without(drug({}));
        without.facts().conditionsSource = {};
        without.facts().availabilitySource = {};
        QCOMPARE(without.notChecked<DurationCheck>(), only(u"no_conditions"_qs));
        QCOMPARE(without.notChecked<AvailabilityCheck>(), only(u"no_availability"_qs));
    }

    void anOrdinaryDrugIsSilent()
    {
        const Ordonnance one(drug({u"liste I"_qs}, u"AMOXICILLINE"_qs));
        QVERIFY(one.report<LegalCheck>().alerts.isEmpty());
        QVERIFY(one.report<DurationCheck>().alerts.isEmpty());
    }

    void theRegimeOfANarcoticIsOneInformation()
    {
        const Ordonnance one(drug({narcotic, fraction, fourWeeks}));
        const auto alerts = one.report<LegalCheck>().alerts;
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().level, u"info"_qs);
        QCOMPARE(alerts.first().risk,
                 u"Stupéfiant, ordonnance sécurisée, toutes lettres, par 14 jours."_qs);
        QVERIFY(alerts.first().advice.contains(u"délivrance en une seule fois"_qs));
        QVERIFY(!asksForReason(alerts.first()));
    }

    void aSingleDeliveryHasNoFraction()
    {
        Ordonnance one(drug({narcotic, fraction}));
        one.line().singleDelivery = true;
        const Alert alert = one.report<LegalCheck>().alerts.first();
        QVERIFY(alert.risk.contains(u"délivrance en une seule fois"_qs));
        QVERIFY(!alert.risk.contains(u"14 jours"_qs));
    }

    void aNarcoticIsNotRenewed()
    {
        Ordonnance one(drug({narcotic}));
        one.line().renewals = 1;
        QVERIFY(one.told<LegalCheck>().contains(u"legal.narcotic_renewed warn"_qs));
    }

    void anOverlapIsToldUnlessThePrescriberWantsIt()
    {
        const QString overlap = u"legal.overlap warn"_qs;
        Ordonnance one(drug({narcotic}));
        one.change().running.append(
            {{{{}, u"SULFATE DE MORPHINE"_qs, {}, {}}}, today.addDays(-14), today.addDays(13)});
        QVERIFY(one.told<LegalCheck>().contains(overlap));
        QVERIFY(one.report<LegalCheck>().alerts.last().risk.contains(u"08/06/2026"_qs));
        one.line().overlapAllowed = true;
        QVERIFY(!one.told<LegalCheck>().contains(overlap));
        one.line().overlapAllowed = false;
        one.line().startDate = today.addDays(14);
        QVERIFY(!one.told<LegalCheck>().contains(overlap));
    }

    void anotherNarcoticDoesNotOverlap()
    {
        Ordonnance one(drug({narcotic}));
        one.change().running.append({{{{}, u"FENTANYL"_qs, {}, {}}}, today, today.addDays(27)});
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.narcotic info"_qs));
    }

    void whoMayPrescribeIsTold_data()
    {
        QTest::addColumn<QStringList>("conditions");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, const QStringList &conditions, const QString &told) {
            QTest::newRow(name) << conditions << only(told);
        };
        row("a renewal that everybody may make", {initial, neurology, freeRenewal},
            u"legal.initial info"_qs);
        row("a renewal of which nothing is said", {initial, neurology},
            u"legal.initial_only warn"_qs);
        row("no speciality is named", {initial}, u"legal.initial info"_qs);
        row("reserved", {neurology}, u"legal.reserved warn"_qs);
        row("by the hospital", {u"prescription hospitalière"_qs}, u"legal.hospital warn"_qs);
        row("in the hospital", {u"réservé à l'usage HOSPITALIER"_qs, neurology},
            u"legal.hospital_use warn"_qs);
    }
    void whoMayPrescribeIsTold()
    {
        QFETCH(const QStringList, conditions);
        QTEST(Ordonnance(drug(conditions)).told<LegalCheck>(), "told");
    }

    void theInitialPrescriptionIsAskedForWithItsTerm()
    {
        const Ordonnance one(drug({initial, neurology, freeRenewal}));
        const Alert alert = one.report<LegalCheck>().alerts.first();
        QCOMPARE(alert.risk, u"Prescription initiale : spécialistes (NEUROLOGIE)."_qs);
        QVERIFY2(alert.advice.contains(u"prescripteur et date (valable 12 mois)."_qs),
                 qPrintable(alert.advice));
    }

    void aSpecialistIsNotToldOfHisOwnDrugs()
    {
        Ordonnance one(drug({neurology}));
        one.change().specialty = u"Neurologue"_qs;
        QVERIFY(one.told<LegalCheck>().isEmpty());
        one.change().specialty = u"Médecin généraliste"_qs;
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.reserved warn"_qs));
    }

    void anInitialPrescriptionConcernsItsPatientsAlone()
    {
        Ordonnance one(drug(
            {u"pour enfants et adolescents de sexe féminin, femmes susceptibles de procréer et femmes enceintes : prescription initiale annuelle réservée à certains spécialistes"_qs}));
        one.change().patient.sex = u"M"_qs;
        QVERIFY(one.told<LegalCheck>().isEmpty());
        one.change().patient.sex = u"F"_qs;
        one.change().patient.years = 30;
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.initial info"_qs));
    }

    void aMentionIsWantedUntilItIsWritten()
    {
        Ordonnance one(drug(
            {u"ordonnance avec la numération des neutrophiles datée dont valeurs dans les limites usuelles"_qs}));
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.mention warn"_qs));
        one.line().comment = u"Neutrophiles 3,1 G/l le 20/05/2026"_qs;
        QVERIFY(one.told<LegalCheck>().isEmpty());
    }

    void whatNoRuleReadsIsShownAsPublished()
    {
        const Ordonnance one(drug({u"prescription les jours pairs"_qs}));
        const auto alerts = one.report<LegalCheck>().alerts;
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().rule, u"legal.tasks"_qs);
        QVERIFY(alerts.first().advice.contains(u"prescription les jours pairs"_qs));
    }

    void theMarksOfTheLineAreLookedAt()
    {
        Ordonnance one(drug({}, u"AMLODIPINE"_qs));
        one.line().nonSubstitutable = NonSubstitutable::Mte;
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.mte warn"_qs));
        one.facts().substances.first().name = u"LÉVOTHYROXINE SODIQUE"_qs;
        QVERIFY(one.told<LegalCheck>().isEmpty());
        one.line().nonSubstitutable = NonSubstitutable::Efg;
        QVERIFY(one.told<LegalCheck>().isEmpty()); // the age is not known
        one.change().patient.years = 5;
        QVERIFY(one.told<LegalCheck>().isEmpty());
        one.change().patient.years = 6;
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.efg warn"_qs));
        one.line().nonSubstitutable = NonSubstitutable::No;
        one.line().offLabel = true;
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.off_label warn"_qs));
        one.line().notReimbursed = true;
        QVERIFY(one.told<LegalCheck>().isEmpty());
    }

    void theDispenserOfASubstitutionTreatmentIsNamed()
    {
        Ordonnance one(drug({}, u"CHLORHYDRATE DE MÉTHADONE"_qs));
        QCOMPARE(one.told<LegalCheck>(), only(u"legal.dispenser info"_qs));
        one.line().dispenser = u"Pharmacie du Port"_qs;
        QVERIFY(one.told<LegalCheck>().isEmpty());
    }

    void aShortageIsToldWithItsDate()
    {
        Ordonnance one(drug({}));
        one.facts().availability.append({{},
                                         drugs::Availability::State::Shortage,
                                         QDate(2026, 4, 14),
                                         QDate(2026, 5, 18),
                                         QDate(2026, 7, 1),
                                         {}});
        const Alert alert = one.report<AvailabilityCheck>().alerts.first();
        QCOMPARE(alert.rule, u"availability.shortage"_qs);
        QCOMPARE(alert.level, u"warn"_qs);
        QCOMPARE(alert.risk,
                 u"Rupture de stock depuis le 14/04/2026 (retour annoncé : 01/07/2026)."_qs);
        QCOMPARE(alert.source, (KnowledgeSource{u"BDPM, disponibilité"_qs, u"2026-05"_qs}));
    }

    void aShortageOfSomeBoxesIsNoShortageOfTheDrug()
    {
        Ordonnance one(drug({}));
        one.facts().presentations = {box(firstBox), box(secondBox)};
        drugs::Availability state;
        state.state = drugs::Availability::State::Shortage;
        state.cip13 = *drugs::Cip13::parse(firstBox);
        one.facts().availability = {state};
        QCOMPARE(one.told<AvailabilityCheck>(), only(u"availability.some info"_qs));
        state.cip13 = *drugs::Cip13::parse(secondBox);
        one.facts().availability.append(state);
        QCOMPARE(one.told<AvailabilityCheck>(), only(u"availability.shortage warn"_qs));
    }

    void whatIsBackIsNotTold()
    {
        Ordonnance one(drug({}));
        drugs::Availability state;
        state.state = drugs::Availability::State::Back;
        one.facts().availability = {state};
        QVERIFY(one.told<AvailabilityCheck>().isEmpty());
    }

    void whatIsNoLongerSoldIsTold()
    {
        Ordonnance one(drug({}));
        one.facts().marketed = false;
        QCOMPARE(one.told<AvailabilityCheck>(), only(u"availability.withdrawn warn"_qs));
    }
};

QTEST_GUILESS_MAIN(TestLegalCheck)
#include "tst_legalcheck.moc"
