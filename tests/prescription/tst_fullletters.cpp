// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/posologyreader.h>

#include <support/result.h>

#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

//! What French words say, read by another rule than the one that writes them.
int readBack(QString text)
{
    static const QHash<QString, int> words{
        {u"zéro"_qs, 0},      {u"un"_qs, 1},         {u"une"_qs, 1},       {u"deux"_qs, 2},
        {u"trois"_qs, 3},     {u"quatre"_qs, 4},     {u"cinq"_qs, 5},      {u"six"_qs, 6},
        {u"sept"_qs, 7},      {u"huit"_qs, 8},       {u"neuf"_qs, 9},      {u"dix"_qs, 10},
        {u"onze"_qs, 11},     {u"douze"_qs, 12},     {u"treize"_qs, 13},   {u"quatorze"_qs, 14},
        {u"quinze"_qs, 15},   {u"seize"_qs, 16},     {u"vingt"_qs, 20},    {u"trente"_qs, 30},
        {u"quarante"_qs, 40}, {u"cinquante"_qs, 50}, {u"soixante"_qs, 60}, {u"octante"_qs, 80}};
    text.replace(u"quatre-vingts"_qs, u"octante"_qs).replace(u"quatre-vingt"_qs, u"octante"_qs);
    const qsizetype thousand = text.indexOf(u"mille"_qs);
    if (thousand >= 0) {
        const QString before = text.left(thousand).trimmed();
        const QString after = text.mid(thousand + 5).trimmed();
        return (before.isEmpty() ? 1 : readBack(before)) * 1000 +
               (after.isEmpty() ? 0 : readBack(after));
    }
    static const QRegularExpression cents(u"^(?:(\\S+) )?cents?(?: (.+))?$"_qs);
    if (const auto match = cents.match(text); match.hasMatch())
        return (match.captured(1).isEmpty() ? 1 : words.value(match.captured(1), -9999)) * 100 +
               (match.captured(2).isEmpty() ? 0 : readBack(match.captured(2)));
    int total = 0;
    for (const QString &word : text.split(QRegularExpression(u" et |-"_qs)))
        total += words.value(word, -9999);
    return total;
}

Amount of(qint64 numerator, qint64 denominator, const QString &unit)
{
    return {Rational::of(numerator, denominator), *DoseUnit::named(unit)};
}

} // namespace

class TestFullLetters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersAreSpeltAsFrenchSpellsThem_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("letters");
        const auto row = [](int number, const QString &letters) {
            QTest::newRow(qPrintable(QString::number(number))) << number << letters;
        };
        row(0, u"zéro"_qs);
        row(1, u"un"_qs);
        row(16, u"seize"_qs);
        row(17, u"dix-sept"_qs);
        row(20, u"vingt"_qs);
        row(21, u"vingt et un"_qs);
        row(22, u"vingt-deux"_qs);
        row(28, u"vingt-huit"_qs);
        row(60, u"soixante"_qs);
        row(61, u"soixante et un"_qs);
        row(70, u"soixante-dix"_qs);
        row(71, u"soixante et onze"_qs);
        row(72, u"soixante-douze"_qs);
        row(79, u"soixante-dix-neuf"_qs);
        row(80, u"quatre-vingts"_qs);
        row(81, u"quatre-vingt-un"_qs);
        row(90, u"quatre-vingt-dix"_qs);
        row(91, u"quatre-vingt-onze"_qs);
        row(99, u"quatre-vingt-dix-neuf"_qs);
        row(100, u"cent"_qs);
        row(101, u"cent un"_qs);
        row(180, u"cent quatre-vingts"_qs);
        row(200, u"deux cents"_qs);
        row(201, u"deux cent un"_qs);
        row(999, u"neuf cent quatre-vingt-dix-neuf"_qs);
        row(1000, u"mille"_qs);
        row(1001, u"mille un"_qs);
        row(1100, u"mille cent"_qs);
        row(2000, u"deux mille"_qs);
        row(2200, u"deux mille deux cents"_qs);
        row(4080, u"quatre mille quatre-vingts"_qs);
        row(9999, u"neuf mille neuf cent quatre-vingt-dix-neuf"_qs);
    }
    void numbersAreSpeltAsFrenchSpellsThem()
    {
        QFETCH(int, number);
        QTEST(cardinal(number).value_or(QString()), "letters");
    }

    void everyNumberIsReadBackAndNoTwoAreAlike()
    {
        QSet<QString> seen;
        for (int number = 0; number <= 9999; ++number) {
            const auto masculine = cardinal(number);
            const auto feminine = cardinal(number, true);
            QVERIFY(masculine && feminine);
            QCOMPARE(readBack(*masculine), number);
            QCOMPARE(readBack(*feminine), number);
            seen << *masculine;
            // Only a one at the end agrees, and eleven holds none.
            const bool one =
                number % 10 == 1 && number % 100 != 11 && number % 100 != 71 && number % 100 != 91;
            QCOMPARE(*masculine != *feminine, one);
        }
        QCOMPARE(seen.size(), 10'000);
        QVERIFY(!cardinal(-1));
        QVERIFY(!cardinal(10'000));
    }

    void amountsAgreeWithTheirUnit_data()
    {
        QTest::addColumn<Amount>("amount");
        QTest::addColumn<QString>("letters");
        const auto row = [](const Amount &amount, const QString &letters) {
            QTest::newRow(qPrintable(letters)) << amount << letters;
        };
        row(of(1, 1, u"gelule"_qs), u"une gélule"_qs);
        row(of(1, 1, u"comprime"_qs), u"un comprimé"_qs);
        row(of(21, 1, u"gelule"_qs), u"vingt et une gélules"_qs);
        row(of(31, 1, u"comprime"_qs), u"trente et un comprimés"_qs);
        row(of(80, 1, u"goutte"_qs), u"quatre-vingts gouttes"_qs);
        row(of(10, 1, u"mg"_qs), u"dix milligrammes"_qs);
        row(of(25, 1, u"mcg"_qs), u"vingt-cinq microgrammes"_qs);
        row(of(1, 2, u"comprime"_qs), u"un demi-comprimé"_qs);
        row(of(1, 2, u"gelule"_qs), u"une demi-gélule"_qs);
        row(of(5, 2, u"comprime"_qs), u"deux comprimés et demi"_qs);
        row(of(3, 2, u"ampoule"_qs), u"une ampoule et demie"_qs);
        row(of(3, 4, u"comprime"_qs), u"trois quarts de comprimé"_qs);
        row(of(1, 4, u"ampoule"_qs), u"un quart d’ampoule"_qs);
        row(of(1, 3, u"comprime"_qs), u"un tiers de comprimé"_qs);
        row(of(5, 3, u"comprime"_qs), u"un comprimé et deux tiers"_qs);
        row(of(7, 4, u"comprime"_qs), u"un comprimé et trois quarts"_qs);
        row(of(25, 2, u"mg"_qs), u"douze milligrammes et demi"_qs);
        row(of(1, 8, u"mg"_qs), u"zéro virgule cent vingt-cinq milligramme"_qs);
        row(of(1, 20, u"mg"_qs), u"zéro virgule zéro cinq milligramme"_qs);
        row(of(26, 10, u"ml"_qs), u"deux virgule six millilitres"_qs);
        row(of(4000, 1, u"ui"_qs), u"quatre mille unités internationales"_qs);
    }
    void amountsAgreeWithTheirUnit()
    {
        QFETCH(Amount, amount);
        QTEST(amountInLetters(amount).value_or(QString()), "letters");
    }

    void whatHasNoLettersIsNotSaid()
    {
        QVERIFY(!amountInLetters(of(12'000, 1, u"ui"_qs)));
        QVERIFY(!amountInLetters(of(1, 7, u"comprime"_qs)));
        QVERIFY(!sentenceInLetters(Posology::words(u"au lit"_qs)));
    }

    void aStupefiantIsPrescribedInFullLetters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("letters");
        const auto row = [](const QString &typed, const QString &form, const QString &letters) {
            QTest::newRow(qPrintable(typed)) << typed << form << letters;
        };
        const QString capsule = u"gélule"_qs;
        // Skenan 10 mg (specification, § 10)
        row(u"1 matin 1 soir 28 j"_qs, capsule,
            u"une gélule de dix milligrammes deux fois par jour pendant vingt-huit jours"_qs);
        row(u"1-0-1 28j"_qs, capsule,
            u"une gélule de dix milligrammes deux fois par jour pendant vingt-huit jours"_qs);
        row(u"1-0-2 14j"_qs, capsule,
            u"une gélule de dix milligrammes le matin et deux gélules de dix milligrammes le soir pendant quatorze jours"_qs);
        row(u"1 gélule le soir (à 20h) pendant huit jours"_qs, capsule,
            u"une gélule de dix milligrammes le soir (à vingt heures) pendant huit jours"_qs);
        row(u"10 mg par jour pendant 7 jours"_qs, capsule,
            u"dix milligrammes par jour pendant sept jours"_qs);
        row(u"un dispositif transdermique de vingt-cinq microgrammes à changer toutes les soixante-douze heures, pendant deux semaines"_qs,
            u"dispositif transdermique"_qs,
            u"un dispositif transdermique de vingt-cinq microgrammes toutes les soixante-douze heures pendant deux semaines"_qs);
        row(u"1 à 2 gélules toutes les 4 heures si douleur, max 6 par jour, 7 jours"_qs, capsule,
            u"une à deux gélules de dix milligrammes toutes les quatre heures pendant sept jours si douleur, avec un maximum de six gélules par jour"_qs);
        row(u"1 gélule par jour 21j"_qs, capsule,
            u"une gélule de dix milligrammes une fois par jour pendant vingt et un jours"_qs);
        row(u"1 gélule si fièvre > 38,5 °C"_qs, capsule, QString()); // a digit would be left
        row(u"1 matin"_qs, QString(), QString());                    // of what?
    }
    void aStupefiantIsPrescribedInFullLetters()
    {
        QFETCH(QString, typed);
        QFETCH(QString, form);
        const auto read = readPosology(typed, DoseUnit::ofForm(form));
        QVERIFY_OK(read);
        const Amount strength{10, *DoseUnit::named(u"mg")};
        QTEST(sentenceInLetters(read->readings.first(), strength).value_or(QString()), "letters");
    }

    void lettersAreReadAsTheNumbersTheySay()
    {
        const auto letters = readPosology(
            u"une gélule de dix milligrammes deux fois par jour pendant vingt-huit jours");
        const auto digits = readPosology(u"1 gélule de 10 mg 2 fois par jour pendant 28 jours");
        QVERIFY_OK(letters);
        QVERIFY_OK(digits);
        QVERIFY(letters->readings == digits->readings);
        QVERIFY(!letters->readings.first().isWords());
    }
};
QTEST_APPLESS_MAIN(TestFullLetters)
#include "tst_fullletters.moc"
