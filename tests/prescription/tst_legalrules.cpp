// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/realdata.h"

#include <ambroise/prescription/legalrules.h>

#include <QFile>
#include <QSet>

#include <algorithm>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

LegalRules rulesOf(const QStringList &wordings)
{
    QList<drugs::Condition> conditions;
    for (const QString &wording : wordings)
        conditions.append({wording});
    return legalRulesOf(conditions);
}

//! What the official file says, decoded as the import does.
QSet<QString> publishedWordings()
{
    QFile file(test::bdpmFolder() + u"/2026-05/CIS_CPD_bdpm.txt"_qs);
    QSet<QString> wordings;
    if (!file.open(QIODevice::ReadOnly))
        return wordings;
    for (const QByteArray &line : file.readAll().split('\n')) {
        QString wording;
        for (const char byte : line.trimmed().mid(line.indexOf('\t') + 1))
            wording += byte == '\x92' ? QChar(u'’') : QChar::fromLatin1(byte);
        if (!wording.trimmed().isEmpty())
            wordings.insert(wording.trimmed());
    }
    return wordings;
}

} // namespace

class TestLegalRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDrugWithoutConditionsAsksForNothing()
    {
        QCOMPARE(rulesOf({}), LegalRules{});
        QVERIFY(!rulesOf({}).needsPrescription());
    }

    void aNarcoticIsInFullLettersEvenWhereTheBaseOnlyNamesTheForm()
    {
        const auto durogesic = rulesOf({u"prescription limitée à 4 semaines"_qs,
                                        u"délivrance fractionnée de 14 jours"_qs, u"stupéfiants"_qs,
                                        u"prescription sur ordonnance sécurisée"_qs});
        QVERIFY(durogesic.isNarcotic());
        QVERIFY(durogesic.securedForm);
        QVERIFY(durogesic.fullLetters);
        QCOMPARE(durogesic.fractionDays, 14);
        QCOMPARE(durogesic.maxDuration, (DurationLimit{28, u"4 semaines"_qs}));
        QVERIFY(durogesic.unknown.isEmpty());
    }

    void anAssimilatedDrugIsNoNarcotic()
    {
        const auto subutex = rulesOf(
            {u"prescription limitée à 4 semaines"_qs, u"délivrance fractionnée de 7 jours"_qs,
             u"liste I"_qs, u"prescription en toutes lettres sur ordonnance sécurisée"_qs});
        QVERIFY(!subutex.isNarcotic());
        QVERIFY(subutex.isAssimilated());
        QCOMPARE(subutex.listing, drugs::Listing::ListI);
        QVERIFY(subutex.fullLetters);
        QCOMPARE(subutex.fractionDays, 7);
    }

    void aSecuredFormAloneIsNotInFullLetters()
    {
        const auto lyrica = rulesOf({u"liste I"_qs, u"prescription limitée à 6 mois"_qs,
                                     u"prescription sur ordonnance sécurisée"_qs});
        QVERIFY(lyrica.securedForm);
        QVERIFY(!lyrica.fullLetters);
        QCOMPARE(lyrica.maxDuration->words, u"6 mois"_qs);
    }

    void theLongerLimitIsOnlyForTheCaseThatItNames()
    {
        const auto oxynorm = rulesOf({u"prescription limitée à 7 jours ou 28 jours"_qs});
        QCOMPARE(oxynorm.maxDuration, (DurationLimit{7, u"7 jours"_qs}));
        QVERIFY(oxynorm.longerIf);
        QCOMPARE(oxynorm.longerIf->days, 28);
        QVERIFY(oxynorm.longerIf->words.contains(u"perfusion"_qs));
    }

    void anInitialPrescriptionHasItsTermAndItsSpecialists()
    {
        const auto concerta =
            rulesOf({u"prescription réservée aux spécialistes et services NEUROLOGIE"_qs,
                     u"prescription réservée aux spécialistes et services PEDIATRIE"_qs,
                     u"prescription initiale annuelle réservée à certains spécialistes"_qs,
                     u"stupéfiants"_qs, u"renouvellement non restreint"_qs});
        QCOMPARE(concerta.initial.size(), 1);
        QCOMPARE(concerta.initial.first().by, InitialPrescription::By::Specialists);
        QCOMPARE(concerta.initial.first().validMonths, 12);
        QCOMPARE(concerta.reservedTo, (QStringList{u"NEUROLOGIE"_qs, u"PEDIATRIE"_qs}));
        QVERIFY(concerta.renewalUnrestricted);
        QVERIFY(concerta.isOf(RestrictedKind::Specialists));
    }

    void anInitialPrescriptionMayConcernOneSexAlone()
    {
        const auto depakine = rulesOf(
            {u"pour enfants et adolescents de sexe féminin, femmes susceptibles de procréer et femmes enceintes : prescription initiale annuelle réservée à certains spécialistes"_qs,
             u"pour adolescents de sexe masculin et hommes susceptibles de procréer : prescription initiale réservée à certains spécialistes"_qs,
             u"prescription nécessitant la signature annuelle par le médecin et la patiente ou le patient d'une attestation d'information"_qs});
        QCOMPARE(depakine.initial.size(), 2);
        const Population women = depakine.initial.first().of;
        QVERIFY(women.mayBe(u"F"_qs, 30));
        QVERIFY(women.mayBe(u"F"_qs, std::nullopt)); // unknown is never "no"
        QVERIFY(women.mayBe({}, 30));
        QVERIFY(!women.mayBe(u"M"_qs, 30));
        QVERIFY(!women.mayBe(u"F"_qs, 70));
        QCOMPARE(depakine.attestations.size(), 1);
    }

    void aMentionIsFoundInWhatWasWritten()
    {
        const auto clozapine = rulesOf(
            {u"ordonnance avec la numération des neutrophiles datée dont valeurs dans les limites usuelles"_qs});
        QCOMPARE(clozapine.mentions.size(), 1);
        QVERIFY(clozapine.mentions.first().isIn(u"Neutrophiles 3,1 G/l le 24/11/2026"_qs));
        QVERIFY(!clozapine.mentions.first().isIn(u"à prendre le soir"_qs));
    }

    void anApostropheOrADoubleSpaceIsNoOtherWording()
    {
        const auto one = rulesOf(
            {u"prescription nécessitant préalablement le recueil de l’accord de soins du patient"_qs});
        const auto other = rulesOf(
            {u"prescription nécessitant  préalablement le recueil de l'accord de soins du patient"_qs});
        QVERIFY(one.careAgreement);
        QVERIFY(other.careAgreement);
    }

    void whatNobodyKnowsIsKeptAsPublished()
    {
        const auto rules = rulesOf({u"liste I"_qs, u"prescription réservée aux jours pairs"_qs});
        QCOMPARE(rules.unknown, QStringList{u"prescription réservée aux jours pairs"_qs});
        QCOMPARE(rules.listing, drugs::Listing::ListI);
    }

    void theStrictestListAndTheShortestLimitCount()
    {
        const auto rules =
            rulesOf({u"liste II"_qs, u"liste I"_qs, u"prescription limitée à 12 semaines"_qs,
                     u"prescription limitée à 4 semaines"_qs});
        QCOMPARE(rules.listing, drugs::Listing::ListI);
        QCOMPARE(rules.maxDuration->days, 28);
    }

    void onlyTheSubstancesOfTheTextMayHaveTheMotiveOfANarrowMargin()
    {
        QVERIFY(isMteSubstance({{}, u"LÉVOTHYROXINE SODIQUE ANHYDRE"_qs, {}, {}}));
        QVERIFY(isMteSubstance({{}, u"SODIUM (VALPROATE DE)"_qs, {}, {}}));
        QVERIFY(!isMteSubstance({{}, u"AMLODIPINE"_qs, {}, {}}));
    }

    void theDispenserOfBuprenorphineIsNamedAboveItsLowDose()
    {
        const QString salt = u"CHLORHYDRATE DE BUPRÉNORPHINE"_qs;
        QVERIFY(namesDispenser({{}, salt, u"8 mg"_qs, {}}));
        QVERIFY(namesDispenser({{}, salt, u"0,4 mg"_qs, {}}));
        QVERIFY(!namesDispenser({{}, salt, u"0,2 mg"_qs, {}}));
        QVERIFY(namesDispenser({{}, u"CHLORHYDRATE DE MÉTHADONE"_qs, u"40 mg"_qs, {}}));
        QVERIFY(!namesDispenser({{}, u"SULFATE DE MORPHINE"_qs, u"10 mg"_qs, {}}));
    }

    void aLineIsPrintedOnWhatItsDrugWants()
    {
        const Line line;
        const LegalRules narcotic =
            rulesOf({u"stupéfiants"_qs, u"délivrance fractionnée de 14 jours"_qs});
        QCOMPARE(onItsSupport(line, narcotic).support, Support::Secured);
        QCOMPARE(onItsSupport(line, narcotic).fractionDays, 14);
        QCOMPARE(onItsSupport(line, rulesOf({u"liste I"_qs})), line);
        Line chosen;
        chosen.support = Support::Exception;
        QCOMPARE(onItsSupport(chosen, narcotic).support, Support::Exception);
    }

    //! Each of the 165 wordings is understood, or known to be shown as it is.
    void everyPublishedWordingIsReadOrShown()
    {
        const QSet<QString> wordings = publishedWordings();
        if (wordings.isEmpty())
            QSKIP("The public drug base is not at hand (AMBROISE_SHARED)");
        QCOMPARE(wordings.size(), 165);
        QStringList unread;
        int shown = 0;
        for (const QString &wording : wordings) {
            const LegalRules rules = rulesOf({wording});
            unread += rules.unknown;
            shown += rules.asPublished.isEmpty() ? 0 : 1;
            const bool nothing = rules == LegalRules{};
            QVERIFY2(!nothing || wording.startsWith(u"médicament soumis à prescription médicale"),
                     qPrintable(wording));
        }
        QVERIFY2(unread.isEmpty(), qPrintable(unread.join(u'\n')));
        QCOMPARE(shown, 23);
    }
};

QTEST_GUILESS_MAIN(TestLegalRules)
#include "tst_legalrules.moc"
