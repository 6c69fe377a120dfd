// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/report.h>
#include <ambroise/labs/units.h>

#include <QtTest>

using namespace ambroise::labs;

namespace {

const QString glucose = QStringLiteral("40193-5");
const QString creatinine = QStringLiteral("14682-9");
const QString cholesterol = QStringLiteral("2093-3");
const QString triglycerides = QStringLiteral("2571-8");

} // namespace

//! A value is converted by a sure rule, or not at all.
class TestUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sureRulesConvert_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("loinc");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("converted");
        const auto row = [](const char *from, const char *to, const QString &loinc, double value,
                            double converted) {
            QTest::addRow("%s in %s", from, to)
                << QString::fromUtf8(from) << QString::fromUtf8(to) << loinc << value << converted;
        };
        row("g/l", "g/L", {}, 1.1, 1.1);
        row("mg/dL", "g/L", {}, 110, 1.1);
        row("G/L", "/mm3", {}, 7.1, 7100);
        row("10*9/L", "/mm³", {}, 7.1, 7100);
        row("/mm3", "10*3/uL", {}, 7100, 7.1);
        row("/mL", "/uL", {}, 100'000, 100);
        row("T/L", "10*6/uL", {}, 4.5, 4.5);
        row("mUI/l", "µUI/mL", {}, 1.95, 1.95);
        row("pg/ml", "ng/L", {}, 7.67, 7.67);
        row("fl", "µ3", {}, 93, 93);
        row("mmol/L", "g/L", glucose, 5.05, 0.90979);
        row("g/L", "mmol/L", glucose, 0.91, 5.05117);
        row("mg/l", "µmol/L", creatinine, 8.3, 73.373);
        row("g/L", "mmol/L", cholesterol, 2.19, 5.66404);
    }
    void sureRulesConvert()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, loinc);
        QFETCH(const double, value);
        QFETCH(const double, converted);
        const auto factor = conversionFactor(from, to, loinc);
        QVERIFY(factor);
        QVERIFY2(std::abs(value * *factor / converted - 1) < 1e-5,
                 qPrintable(QString::number(value * *factor)));
    }

    void everythingElseStaysWhatItIs_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("loinc");
        const auto row = [](const char *name, const char *from, const char *to,
                            const QString &loinc = {}) {
            QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << loinc;
        };
        row("mass and substance of nothing", "g/L", "mmol/L");
        row("triglycerides are no one substance", "g/L", "mmol/L", triglycerides);
        row("gram and giga", "g/L", "G/L", glucose);
        row("milli and mega", "mg/L", "Mg/L");
        row("enzyme units and UI", "U/L", "UI/L");
        row("equivalents", "mEq/L", "mmol/L", u"2823-3"_qs);
        row("percent and ratio", "%", "{ratio}");
        row("per surface", "mL/min", "mL/min/1,73 m2");
        row("unknown", "zorg/L", "g/L");
        row("none", "", "g/L", glucose);
    }
    void everythingElseStaysWhatItIs()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, loinc);
        QVERIFY(!conversionFactor(from, to, loinc));
    }

    void unknownUnitsAreTheSameLetterForLetter()
    {
        QVERIFY(sameUnit(u"zorg/L", u"zorg/L"));
        QVERIFY(!sameUnit(u"zorg/L", u"Zorg/L"));
        QVERIFY(!isKnownUnit(u"zorg/L"));
        QCOMPARE(unitText(u"zorg/L"_qs), u"zorg/L"_qs);
        QCOMPARE(unitText(u"10*9/L"_qs), u"G/L"_qs);
        QCOMPARE(unitText(u"ug/mL"_qs), u"µg/mL"_qs);
    }

    void referencesAreReadAsLaboratoriesWriteThem_data()
    {
        QTest::addColumn<QString>("read");
        const auto row = [](const char *text, const char *read) {
            QTest::newRow(text) << QString::fromUtf8(read);
        };
        row("10 - 40", "10–40");
        row("4,0 à 10,0", "4,0–10,0");
        row("4.10-5.70", "4,10–5,70");
        row("(0.70 - 1.08)", "0,70–1,08");
        row("-2 - 2", "-2–2");
        row("< 5", "< 5");
        row("inf. à 2,00", "< 2,00");
        row("sup. à 27", "> 27");
        row("> 60", "> 60");
        row("vr : 4 a 10000", "vr : 4 a 10000");
        row("absence", "absence");
        row("jusqu’à 1 an : 0 à 15", "jusqu’à 1 an : 0 à 15");
    }
    void referencesAreReadAsLaboratoriesWriteThem()
    {
        QFETCH(const QString, read);
        QCOMPARE(referenceOf(QString::fromUtf8(QTest::currentDataTag()))
                     .french()
                     .replace(u'\u00A0', u' '),
                 read);
    }

    void numbersAreReadAsTheyStand_data()
    {
        QTest::addColumn<QString>("read");
        const auto row = [](const char *text, const char *read) {
            QTest::newRow(text) << QString::fromUtf8(read);
        };
        row("13.3", "13,3");
        row("13,30", "13,30");
        row("<0.12", "< 0,12");
        row(">= 0.512", "≥ 0,512");
        row("-2", "-2");
        row("100 000", "");
        row("1.2.3", "");
        row("5 env.", "");
        row("", "");
        row("٣", ""); // digits of other scripts
    }
    void numbersAreReadAsTheyStand()
    {
        QFETCH(const QString, read);
        const auto number = numberOf(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(number ? number->french().replace(u'\u00A0', u' ') : QString(), read);
    }

    void checkDigitsOfLoincAreChecked()
    {
        for (const char *right : {"2823-3", "20-8", "718-7", "101792-0", "40193-5"})
            QVERIFY2(hasRightCheckDigit(QString::fromLatin1(right)), right);
        for (const char *wrong : {"2823-4", "718-8", "7187", "-7", "", "A18-7"})
            QVERIFY2(!hasRightCheckDigit(QString::fromLatin1(wrong)), wrong);
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
