// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/posologyreader.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

std::optional<DoseUnit> unitOf(const QString &form)
{
    return form.isEmpty() ? std::nullopt : DoseUnit::ofForm(form);
}

QStringList sentences(const PosologyReading &reading)
{
    QStringList all;
    for (const Posology &one : reading.readings)
        all << (one.isWords() ? u"mots : "_qs : QString()) + sentence(one);
    return all;
}

} // namespace

class TestPosologyReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedBecomesAFrenchSentence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &typed, const QString &form, const QString &expected) {
            QTest::newRow(qPrintable(typed)) << typed << form << expected;
        };
        const QString tablet = u"comprimé pelliculé"_qs;
        row(u"1-0-1 7j"_qs, tablet, u"1 comprimé matin et soir pendant 7 jours"_qs);
        row(u"1 - 0 - 1 pendant 7 jours"_qs, tablet,
            u"1 comprimé matin et soir pendant 7 jours"_qs);
        row(u"1-0-1 x 7 j"_qs, tablet, u"1 comprimé matin et soir pendant 7 jours"_qs);
        row(u"1-1-1-1"_qs, u"gélule"_qs, u"1 gélule le matin, le midi, le soir et au coucher"_qs);
        row(u"1-0-2"_qs, u"gélule"_qs, u"1 gélule le matin et 2 gélules le soir"_qs);
        row(u"0,5-0-0"_qs, u"comprimé sécable"_qs, u"0,5 comprimé (un demi-comprimé) le matin"_qs);
        row(u"1/2-0-1/2"_qs, tablet, u"0,5 comprimé (un demi-comprimé) matin et soir"_qs);
        row(u"1/2 matin"_qs, tablet, u"0,5 comprimé (un demi-comprimé) le matin"_qs);
        row(u"½ cp le soir"_qs, {}, u"0,5 comprimé (un demi-comprimé) le soir"_qs);
        row(u"1 1/2 cp matin"_qs, {}, u"1,5 comprimé (un comprimé et demi) le matin"_qs);
        row(u"deux comprimés et demi matin"_qs, {},
            u"2,5 comprimés (deux comprimés et demi) le matin"_qs);
        row(u"1/3 comprimé matin"_qs, {}, u"un tiers de comprimé le matin"_qs);
        row(u"1 mati soir"_qs, tablet, u"1 comprimé matin et soir"_qs);
        row(u"1 matin 2 soir"_qs, tablet, u"1 comprimé le matin et 2 comprimés le soir"_qs);
        row(u"matin 1 cp, soir 2 cp"_qs, {}, u"1 comprimé le matin et 2 comprimés le soir"_qs);
        row(u"2 cp x 3/j 5j"_qs, {}, u"2 comprimés 3 fois par jour pendant 5 jours"_qs);
        row(u"2x3 cp/j"_qs, {}, u"3 comprimés 2 fois par jour"_qs);
        row(u"1 cp 3/j"_qs, {}, u"1 comprimé 3 fois par jour"_qs);
        row(u"1 cp/8h"_qs, {}, u"1 comprimé toutes les 8 heures"_qs);
        row(u"1/8h"_qs, tablet, u"1 comprimé toutes les 8 heures"_qs);
        row(u"3/j"_qs, tablet, u"3 comprimés par jour"_qs);
        row(u"5 ml 3x/j 7j"_qs, {}, u"5 ml 3 fois par jour pendant 7 jours"_qs);
        row(u"0.5 mg le soir"_qs, {}, u"0,5 mg le soir"_qs);
        row(u"10 U le soir"_qs, {}, u"10 unités le soir"_qs);
        row(u"12 000 UI par jour"_qs, {}, u"12000 UI par jour"_qs);
        row(u"1 cp un jour sur deux"_qs, {}, u"1 comprimé tous les 2 jours"_qs);
        row(u"1 patch tous les 3 jours"_qs, {}, u"1 patch tous les 3 jours"_qs);
        row(u"1 patch de 25 µg/h tous les 3 jours"_qs, {},
            u"1 patch de 25 µg par heure tous les 3 jours"_qs);
        row(u"1 cp tous les jours sauf le dimanche"_qs, {}, u"1 comprimé du lundi au samedi"_qs);
        row(u"1 cp 3 fois par semaine, lundi mercredi vendredi"_qs, {},
            u"1 comprimé 3 fois par semaine, le lundi, mercredi et vendredi"_qs);
        row(u"1 cp matin et soir pdt 3 sem"_qs, {},
            u"1 comprimé matin et soir pendant 3 semaines"_qs);
        row(u"1 comprimé matin, midi et soir au milieu des repas pendant 5 à 7 jours"_qs, {},
            u"1 comprimé matin, midi et soir pendant 5 à 7 jours, au milieu des repas"_qs);
        row(u"2 gélules le soir au coucher"_qs, {}, u"2 gélules au coucher"_qs);
        row(u"1 matin midi soir coucher"_qs, tablet,
            u"1 comprimé le matin, le midi, le soir et au coucher"_qs);
        row(u"1 cp à 8h et 20h30"_qs, {}, u"1 comprimé à 8 h et 20 h 30"_qs);
        row(u"1 cp 30 min avant le coucher"_qs, {}, u"1 comprimé 30 minutes avant le coucher"_qs);
        row(u"1 à 2 cp 3 fois par jour si douleur, max 6/j"_qs, {},
            u"1 à 2 comprimés 3 fois par jour si douleur, avec un maximum de 6 comprimés par jour"_qs);
        row(u"1 cp si besoin, sans dépasser 3 par jour"_qs, {},
            u"1 comprimé si besoin, avec un maximum de 3 comprimés par jour"_qs);
        row(u"1 comprimé 3 fois par jour maximum"_qs, {}, u"1 comprimé jusqu’à 3 fois par jour"_qs);
        row(u"1 cp si fièvre > 38,5 °C"_qs, {}, u"1 comprimé si fièvre > 38,5 °C"_qs);
        row(u"60 mg/kg/jour en 4 prises"_qs, {}, u"60 mg/kg par jour en 4 prises"_qs);
        row(u"2 comprimés le premier jour puis 1 comprimé par jour les 4 jours suivants"_qs, {},
            u"2 comprimés par jour pendant 1 jour, puis 1 comprimé par jour pendant 4 jours"_qs);
        row(u"1 comprimé par jour pendant 21 jours puis arrêt 7 jours"_qs, {},
            u"1 comprimé par jour pendant 21 jours, puis arrêt pendant 7 jours"_qs);
        row(u"1 cp matin ou 1 cp soir"_qs, {}, u"1 comprimé le matin ou 1 comprimé le soir"_qs);
        row(u"1 goutte dans chaque œil 3 fois par jour"_qs, {},
            u"1 goutte 3 fois par jour dans chaque œil"_qs);
        row(u"1 sachet 3 fois par jour avec un verre d'eau"_qs, {},
            u"1 sachet 3 fois par jour, avec un verre d'eau"_qs);
        row(u"1 cp le matin, 30 min avant le petit-déjeuner"_qs, {},
            u"1 comprimé le matin 30 minutes avant le petit-déjeuner"_qs);
        row(u"1 cp à 20 h 30"_qs, {}, u"1 comprimé à 20 h 30"_qs);
        row(u"à 20 h 30 1/2 cp"_qs, {}, u"0,5 comprimé (un demi-comprimé) à 20 h 30"_qs);
        row(u"si fièvre > 38,5 : 1-0-2"_qs, tablet,
            u"si fièvre > 38,5 : 1 comprimé le matin et 2 comprimés le soir"_qs);
        row(u"pendant 7 jours 1-0-2"_qs, tablet,
            u"1 comprimé le matin et 2 comprimés le soir pendant 7 jours"_qs);
        row(u"1/2 cp de 10 mg matin"_qs, {},
            u"0,5 comprimé (un demi-comprimé) de 10 mg le matin"_qs);
        row(u"si besoin, max 1/2 cp par prise"_qs, {},
            u"si besoin, avec un maximum de 0,5 comprimé (un demi-comprimé) par prise"_qs);
        row(u"1 0 1 7 j"_qs, tablet, u"1 comprimé matin et soir pendant 7 jours"_qs);
        row(u"1 0 0 2 gel"_qs, {}, u"1 gélule le matin et 2 gélules au coucher"_qs);
        row(u"1 cp 1/2 matin et soir"_qs, {},
            u"1,5 comprimé (un comprimé et demi) matin et soir"_qs);
        row(u"1 cp tte les 6h"_qs, {}, u"1 comprimé toutes les 6 heures"_qs);
        row(u"1 cp avant les 3 repas"_qs, {}, u"1 comprimé 3 fois par jour, avant chaque repas"_qs);
        row(u"1 cp par jour 21j/28"_qs, {}, u"1 comprimé par jour, 21 jours sur 28"_qs);
        row(u"1 cp 5 jours sur 7"_qs, {}, u"1 comprimé 5 jours sur 7"_qs);
        row(u"1 cp 5j/7 et 1/2 cp 2j/7"_qs, {},
            u"1 comprimé 5 jours sur 7 et 0,5 comprimé (un demi-comprimé) les jours 6 et 7 d’un "
            "cycle de 7 jours"_qs);
        row(u"1 cp par jour 21 jours puis 7 jours d'arrêt"_qs, {},
            u"1 comprimé par jour pendant 21 jours, puis arrêt pendant 7 jours"_qs);
        row(u"1 anneau vaginal 3 semaines puis 1 semaine sans"_qs, {},
            u"1 anneau pendant 3 semaines, puis arrêt pendant 1 semaine"_qs);
        row(u"40 mg le matin 5 jours puis arrêt"_qs, {},
            u"40 mg le matin pendant 5 jours, puis arrêt"_qs);
        row(u"500 mg J1 puis 250 mg J2 à J5"_qs, {},
            u"500 mg par jour pendant 1 jour, puis 250 mg par jour pendant 4 jours"_qs);
        row(u"2 cp J1 puis 1 cp/j 4 jours"_qs, {},
            u"2 comprimés par jour pendant 1 jour, puis 1 comprimé par jour pendant 4 jours"_qs);
        row(u"1 cp matin et soir de J1 à J3"_qs, {},
            u"1 comprimé matin et soir pendant 3 jours"_qs);
        row(u"1 sachet dose unique"_qs, {}, u"1 sachet en une seule fois"_qs);
        row(u"1 dose unique"_qs, {}, u"1 dose en une seule fois"_qs);
        row(u"2 cp en une seule fois puis 1 cp par jour 4 jours"_qs, {},
            u"2 comprimés en une seule fois, puis 1 comprimé par jour pendant 4 jours"_qs);
        row(u"2 cp en prise unique pendant 3 jours"_qs, {},
            u"2 comprimés 1 fois par jour pendant 3 jours"_qs);
        row(u"1 cp en prise unique le soir"_qs, {}, u"1 comprimé le soir"_qs);
        row(u"2 cp par jour en prise unique"_qs, {}, u"2 comprimés 1 fois par jour"_qs);
        row(u"2 cp/j en prise unique 5 jours"_qs, {},
            u"2 comprimés 1 fois par jour pendant 5 jours"_qs);
        row(u"1 dose-poids 4 fois par jour"_qs, {}, u"1 dose-poids 4 fois par jour"_qs);
        row(u"1 dose kg x3/j"_qs, {}, u"1 dose-poids 3 fois par jour"_qs);
        row(u"1 monodose matin et soir"_qs, {}, u"1 récipient unidose matin et soir"_qs);
        row(u"5 mg lundi, mercredi, vendredi et 2,5 mg les autres jours"_qs, {},
            u"5 mg le lundi, mercredi et vendredi et 2,5 mg le mardi, jeudi, samedi et dimanche"_qs);
        row(u"1 cp 3 fois par jour à 6 h d'intervalle minimum"_qs, {},
            u"1 comprimé 3 fois par jour, en respectant au moins 6 heures entre 2 prises"_qs);
        row(u"1 à 2 bouffées à la demande, max 8/j"_qs, {},
            u"1 à 2 bouffées à la demande, avec un maximum de 8 bouffées par jour"_qs);
        row(u"1 cp effervescent 3x/j"_qs, {}, u"1 comprimé 3 fois par jour"_qs);
        row(u"1 spray nasal par narine 2x/j"_qs, {},
            u"1 pulvérisation 2 fois par jour dans chaque narine"_qs);
        row(u"1 cp matin du 01/03/2026 au 10/03/2026"_qs, {},
            u"1 comprimé le matin du 01/03/2026 au 10/03/2026"_qs);
    }
    void whatIsTypedBecomesAFrenchSentence()
    {
        QFETCH(QString, typed);
        QFETCH(QString, form);
        const auto read = readPosology(typed, unitOf(form));
        QVERIFY_OK(read);
        QTEST(sentences(*read).join(u" | "), "expected");
        QCOMPARE(read->questions, QStringList());
    }

    void theSentenceIsReadAsTheSamePosology_data() { whatIsTypedBecomesAFrenchSentence_data(); }
    void theSentenceIsReadAsTheSamePosology()
    {
        QFETCH(QString, typed);
        QFETCH(QString, form);
        const auto read = readPosology(typed, unitOf(form));
        QVERIFY_OK(read);
        const auto again = readPosology(sentence(read->readings.first()));
        QVERIFY_OK(again);
        QCOMPARE(sentences(*again), sentences(*read));
        QVERIFY(again->readings == read->readings);
    }

    void whatMeansTwoThingsIsAskedAndNeverGuessed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QStringList>("questions");
        const auto row = [](const QString &typed, const QStringList &readings,
                            const QString &question) {
            QTest::newRow(qPrintable(typed)) << typed << readings << question.split(u' ');
        };
        row(u"2x3/j 5j"_qs,
            {u"2 comprimés 3 fois par jour pendant 5 jours"_qs,
             u"3 comprimés 2 fois par jour pendant 5 jours"_qs},
            u"posology.ask.times"_qs);
        row(u"3x500 mg/j"_qs, {u"500 mg 3 fois par jour"_qs, u"1500 mg par jour"_qs},
            u"posology.ask.times"_qs);
        row(u"1.500 mg matin"_qs, {u"1,5 mg le matin"_qs, u"1500 mg le matin"_qs},
            u"posology.ask.thousands"_qs);
        row(u"1,500 mg matin"_qs, {u"1,5 mg le matin"_qs, u"1500 mg le matin"_qs},
            u"posology.ask.thousands"_qs);
        row(u"1 500 mg matin"_qs, {u"1500 mg le matin"_qs, u"1 comprimé de 500 mg le matin"_qs},
            u"posology.ask.thousands"_qs);
        row(u"1-2"_qs, {u"1 à 2 comprimés"_qs, u"1 comprimé le matin et 2 comprimés le soir"_qs},
            u"posology.ask.range"_qs);
        row(u"1-1"_qs, {u"1 comprimé matin et soir"_qs}, u"posology.ask.range"_qs);
        row(u"1 500 3x/j"_qs, {u"1500 ml 3 fois par jour"_qs}, u"posology.ask.thousands"_qs);
        row(u"2 cp en une prise"_qs,
            {u"2 comprimés en une seule fois"_qs, u"2 comprimés 1 fois par jour"_qs},
            u"posology.ask.once"_qs);
        row(u"1 soir coucher"_qs,
            {u"1 comprimé au coucher"_qs, u"1 comprimé le soir et au coucher"_qs},
            u"posology.ask.moments"_qs);
    }
    void whatMeansTwoThingsIsAskedAndNeverGuessed()
    {
        QFETCH(QString, typed);
        const bool syrup = typed.startsWith(u"1 500 3x");
        const auto read =
            readPosology(typed, syrup ? DoseUnit::named(u"ml") : DoseUnit::ofForm(u"comprimé"));
        QVERIFY_OK(read);
        QTEST(sentences(*read), "expected");
        QTEST(read->questions, "questions");
        QVERIFY(!read->isSure());
    }

    void aNumberWithoutItsUnitIsAsked()
    {
        const auto read = readPosology(u"1-0-1 7j");
        QVERIFY_OK(read);
        QCOMPARE(sentences(*read),
                 QStringList{u"1 unité de prise matin et soir pendant 7 jours"_qs});
        QCOMPARE(read->questions, QStringList{u"posology.ask.unit"_qs});
    }

    void whatIsNotWhollyUnderstoodStaysAsWords_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString &typed : {u"au lit"_qs,
                                     u"si douleur"_qs,
                                     u"1 cp m"_qs,
                                     u"selon protocole"_qs,
                                     u"1 comprimé 2 comprimés"_qs,
                                     u"1 cp matin 1 cp matin"_qs,
                                     u"1 cp le matin ou le soir"_qs,
                                     u"1 comprimé x 3 j"_qs,
                                     u"1 cp 5 jours sur 7 et 2 cp 3 jours sur 7"_qs,
                                     u"2 0 0 mg"_qs,
                                     u"1 0 1 7"_qs,
                                     u"1 cp 1/2 heure avant le repas"_qs,
                                     u"1 cp 1/2 h avant le coucher"_qs,
                                     u"1 cp 1/4 h avant le repas"_qs,
                                     u"1 cp 1/4 d'heure avant le repas"_qs,
                                     u"1 cp 1/2 jour"_qs,
                                     u"1 cp J1 puis 2 cp J3 à J5"_qs,
                                     u"10 mg 1/2 le soir"_qs,
                                     u"1 cp puis arrêt"_qs,
                                     u"1 cp en une seule fois et 2 cp matin"_qs,
                                     u"1 cp 2 fois par jour matin midi et soir"_qs,
                                     u"1 comprimé le soir si besoin 1 de plus"_qs,
                                     u"1 cp matin, si besoin 2 le soir"_qs,
                                     u"5 mg matin 10 mg soir, augmenter de 5 mg par semaine"_qs,
                                     u"1 comprimé le soir et 2 le mardi"_qs,
                                     u"1 cp matin 2 cp J2"_qs,
                                     u"1 comprimé matin, doubler la dose si douleur"_qs,
                                     u"1 comprimé si crise, à renouveler après 2 heures"_qs,
                                     u"1 cp matin 10"_qs,
                                     u"1 2 3"_qs,
                                     u"1 cp le matin, un jour 1 un jour 2"_qs,
                                     u"3/4 cpr par jour ?"_qs,
                                     u"30 min avant le petit-déjeuner 1-0-1"_qs,
                                     u"1-0-1, 30 min avant le petit-déjeuner"_qs,
                                     u"1-0-1 1/2 midi"_qs,
                                     u"1-0-1 toutes les 6 h"_qs,
                                     u"1 cp le soir toutes les 6 h"_qs,
                                     u"1 cp matin 1-0-1"_qs,
                                     u"1 cp matin puis arrêt 2 jours toutes les 6 h"_qs,
                                     u"1 comprimé le matin si douleur, 2 comprimés le soir"_qs,
                                     u"1 sucette matin et soir"_qs,
                                     u"🙂"_qs})
            QTest::newRow(qPrintable(typed)) << typed;
    }
    void whatIsNotWhollyUnderstoodStaysAsWords()
    {
        QFETCH(QString, typed);
        const auto read = readPosology(typed, DoseUnit::ofForm(u"comprimé"));
        QVERIFY_OK(read);
        QCOMPARE(sentences(*read), QStringList{u"mots : "_qs + typed});
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QString &typed, const QString &subject) {
            QTest::newRow(name) << typed << subject;
        };
        row("nothing", u"  "_qs, u"posology.empty"_qs);
        row("a novel", QString(10'000, u'1'), u"posology.too_long"_qs);
        row("a novel of words", u"1 cp matin "_qs.repeated(1000), u"posology.too_long"_qs);
        row("less than nothing", u"-1 cp matin"_qs, u"posology.negative"_qs);
        row("a range from below", u"1 à -2 cp"_qs, u"posology.negative"_qs);
        row("a true minus", u"1 cp et −2 gélules"_qs, u"posology.negative"_qs);
        row("no intake", u"0-0-0"_qs, u"posology.nothing"_qs);
        row("none a day", u"0 comprimé par jour"_qs, u"posology.nothing"_qs);
        row("a heap of tablets", u"2500 cp matin"_qs, u"posology.range"_qs);
        row("a mountain", u"999999999 cp matin"_qs, u"posology.range"_qs);
        row("beyond numbers", u"99999999999999999999 cp matin"_qs, u"posology.range"_qs);
        row("a century", u"1 cp matin pendant 100 ans"_qs, u"posology.range"_qs);
        row("backwards", u"1 cp matin du 10/01/2026 au 05/01/2026"_qs, u"posology.dates"_qs);
        row("no such day", u"1 cp matin jusqu'au 31/02/2026"_qs, u"posology.dates"_qs);
        row("two truths", u"0,5 comprimé (trois quarts de comprimé) le matin"_qs,
            u"posology.contradiction"_qs);
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QString, typed);
        const auto read = readPosology(typed);
        QTEST(test::subjectOf(read), "subject");
    }

    void aDashBetweenClausesIsNoMinus()
    {
        const auto read = readPosology(u"Si douleur -2 comprimés maximum par jour");
        QVERIFY_OK(read);
        QCOMPARE(sentences(*read),
                 QStringList{u"si douleur, avec un maximum de 2 comprimés par jour"_qs});
    }

    void theFormOfTheDrugGivesTheUnit_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("unit");
        const auto row = [](const QString &form, const QString &label, const QString &unit) {
            QTest::newRow(qPrintable(form + u" / "_qs + label)) << form << label << unit;
        };
        row(u"comprimé pelliculé"_qs, u"ELIQUIS 5 mg, comprimé pelliculé"_qs, u"comprimé"_qs);
        row(u"gélule"_qs, u"LYRICA 75 mg, gélule"_qs, u"gélule"_qs);
        row(u"dispositif"_qs, u"DUROGESIC 25 microgrammes/heure, dispositif transdermique"_qs,
            u"dispositif transdermique"_qs);
        row(u"solution injectable"_qs,
            u"LOVENOX 4000 UI/0,4 ml, solution injectable en seringue préremplie"_qs,
            u"seringue"_qs);
        row(u"collyre en solution"_qs, u"X, collyre en solution"_qs, u"goutte"_qs);
        row(u"crème"_qs, u"X, crème"_qs, u"application"_qs);
        row(u"granulés pour solution buvable"_qs,
            u"SPIFEN 400 mg, granulés pour solution buvable en sachet-dose"_qs, u"sachet"_qs);
        row(u"granulés pour suspension buvable"_qs, u"ZYVOXID 100 mg/5 ml, granulés"_qs,
            u"unité de prise"_qs);
        row(u"granules"_qs, u"ZELACEO, granules"_qs, u"granule"_qs);
        row(u"poudre pour inhalation"_qs,
            u"SERETIDE DISKUS, poudre pour inhalation en récipient unidose"_qs,
            u"unité de prise"_qs);
        row(u"sirop"_qs, u"X, sirop"_qs, u"unité de prise"_qs);
        row(u"solution buvable"_qs, u"X, solution buvable"_qs, u"unité de prise"_qs);
        row(u"comprimé et gélule"_qs, u"X, comprimé et gélule"_qs, u"unité de prise"_qs);
    }
    void theFormOfTheDrugGivesTheUnit()
    {
        QFETCH(QString, form);
        QFETCH(QString, label);
        QTEST(DoseUnit::ofForm(form, label).value_or(DoseUnit()).name(), "unit");
    }
};
QTEST_APPLESS_MAIN(TestPosologyReader)
#include "tst_posologyreader.moc"
