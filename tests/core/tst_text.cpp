// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/log.h>
#include <ambroise/core/text.h>

#include <QtTest>

using namespace ambroise;

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foldingIgnoresAccentsLigaturesAndPunctuation_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents") << u"Hélène"_qs << u"HELENE"_qs;
        QTest::newRow("ligature") << u"Œuvre"_qs << u"OEUVRE"_qs;
        QTest::newRow("hyphen and curly apostrophe") << u"d’Arc-Noël"_qs << u"D ARC NOEL"_qs;
        QTest::newRow("decomposed accent") << u"E\u0301lodie"_qs << u"ELODIE"_qs;
        QTest::newRow("runs of blanks") << u"  A \u00A0 -- B  "_qs << u"A B"_qs;
        QTest::newRow("digits stay")
            << u"DOLIPRANE 1000 mg, comprimé"_qs << u"DOLIPRANE 1000 MG COMPRIME"_qs;
        QTest::newRow("nothing to keep") << u"-'-"_qs << QString();
    }
    void foldingIgnoresAccentsLigaturesAndPunctuation()
    {
        QFETCH(QString, typed);
        QTEST(text::folded(typed), "folded");
    }

    void numbersFollowThePrescriptionRule_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("written");
        QTest::newRow("a zero before the comma") << 0.5 << u"0,5"_qs;
        QTest::newRow("no thousands separator") << 12500.0 << u"12500"_qs;
        QTest::newRow("no trailing zeros") << 72.50 << u"72,5"_qs;
        QTest::newRow("no negative zero") << -0.0001 << u"0"_qs;
    }
    void numbersFollowThePrescriptionRule()
    {
        QFETCH(double, value);
        QTEST(text::frenchNumber(value), "written");
    }

    void agesAreInMonthsUnderThreeYears_data()
    {
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<QString>("age");
        QTest::newRow("an adult") << QDate(1958, 3, 14) << u"68 ans"_qs;
        QTest::newRow("the day before the birthday") << QDate(1958, 11, 25) << u"67 ans"_qs;
        QTest::newRow("35 months") << QDate(2023, 12, 1) << u"35 mois"_qs;
        QTest::newRow("three years") << QDate(2023, 11, 24) << u"3 ans"_qs;
        QTest::newRow("a newborn") << QDate(2026, 11, 20) << u"4 j"_qs;
        QTest::newRow("not born yet") << QDate(2027, 1, 1) << QString();
    }
    void agesAreInMonthsUnderThreeYears()
    {
        QFETCH(QDate, birth);
        QTEST(text::frenchAge(birth, QDate(2026, 11, 24)), "age");
    }

    void longDatesAreWrittenInFrenchWhateverTheLocale()
    {
        QCOMPARE(text::frenchLongDate(QDate(2026, 8, 1)), u"1er août 2026"_qs);
        QCOMPARE(text::frenchLongDate(QDate(2026, 11, 24)), u"24 novembre 2026"_qs);
    }

    void givenNamesAreReadInMixedCase()
    {
        QCOMPARE(text::nameCase(u"MADELEINE"), u"Madeleine"_qs);
        QCOMPARE(text::nameCase(u"JEAN-PIERRE MARIE"), u"Jean-Pierre Marie"_qs);
        QCOMPARE(text::nameCase(u"N'GOLO"), u"N'Golo"_qs);
        QCOMPARE(text::nameCase(u""), QString());
    }

    void theLogKeepsNothingThatNamesAPatient()
    {
        const QString kept = log::redacted(
            u"INS 2 58 03 63 113 981 55, \"VASSEUR Madeleine\", m.v@example.org, row 12");
        QCOMPARE(kept, u"INS <numéro>, <texte>, <adresse>, row 12"_qs);
    }
};
QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
