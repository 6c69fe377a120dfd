// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors.h"

#include <ambroise/identity/names.h>

#include <support/result.h>

#include <QJsonArray>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;

Q_DECLARE_METATYPE(ambroise::identity::NameField)

class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatHasOneRightWritingIsRepaired_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("repaired");
        QTest::newRow("accents") << u"Éloïse"_qs << u"ELOISE"_qs;
        QTest::newRow("ligatures") << u"Lætitia Cœur"_qs << u"LAETITIA COEUR"_qs;
        QTest::newRow("typographic apostrophe") << u"d’Almeida"_qs << u"D'ALMEIDA"_qs;
        QTest::newRow("grave as apostrophe") << u"O`Brien"_qs << u"O'BRIEN"_qs;
        QTest::newRow("no-break hyphen") << u"Jean\u2011Baptiste"_qs << u"JEAN-BAPTISTE"_qs;
        QTest::newRow("en dash") << u"Jean\u2013Baptiste"_qs << u"JEAN-BAPTISTE"_qs;
        QTest::newRow("combining accent") << u"e\u0301lodie"_qs << u"ELODIE"_qs;
        QTest::newRow("letters without decomposition")
            << u"Łukasz Øyvind Đorđe"_qs << u"LUKASZ OYVIND DORDE"_qs;
        QTest::newRow("small ones, which capitals decompose first")
            << u"œ æ ß ø ð þ ł đ ı"_qs << u"OE AE SS O D TH L D I"_qs;
        QTest::newRow("capital ones") << u"Œ Æ ẞ Ø Ð Þ Ł Đ"_qs << u"OE AE SS O D TH L D"_qs;
        QTest::newRow("a stroke and a mark") << u"Ǿrsted Ǽsir"_qs << u"ORSTED AESIR"_qs;
        QTest::newRow("a capital of two letters") << u"La\u0149a"_qs << u"LA'NA"_qs;
        QTest::newRow("sharp s") << u"Straße"_qs << u"STRASSE"_qs;
        QTest::newRow("dotless i, whatever the locale") << u"Işıl"_qs << u"ISIL"_qs;
        QTest::newRow("blanks of every kind")
            << u"  De\u00A0\t la\u202FFontaine "_qs << u"DE LA FONTAINE"_qs;
    }
    void whatHasOneRightWritingIsRepaired()
    {
        QFETCH(QString, typed);
        for (const NameField field : {NameField::BirthSurname, NameField::GivenNames}) {
            const NameVerdict verdict = normalise(field, typed);
            QVERIFY(verdict.isValid());
            QTEST(verdict.value, "repaired");
        }
    }

    void theDoubleHyphenBelongsToSurnamesOnly()
    {
        QCOMPARE(normalise(NameField::BirthSurname, u"Martin—Dupont").value, u"MARTIN--DUPONT"_qs);
        QVERIFY(validateStrict(NameField::BirthSurname, u"MARTIN--DUPONT").isValid());
        QCOMPARE(validateStrict(NameField::GivenNames, u"MARTIN--DUPONT").fault, NameFault::Run);
    }

    void theFaultAndItsCharactersAreTold_data()
    {
        QTest::addColumn<NameField>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("offending");
        const auto surname = NameField::BirthSurname;
        const auto given = NameField::GivenNames;
        QTest::newRow("nothing") << surname << u"   "_qs << u"name.empty"_qs << QString();
        QTest::newRow("no letter") << surname << u"'"_qs << u"name.empty"_qs << QString();
        QTest::newRow("a digit") << surname << u"Lovelace2"_qs << u"name.character"_qs << u"2"_qs;
        QTest::newRow("an underscore") << given << u"A_B"_qs << u"name.character"_qs << u"_"_qs;
        QTest::newRow("another alphabet")
            << surname << u"Иванов"_qs << u"name.character"_qs << u"И"_qs;
        QTest::newRow("an emoji") << given << u"Zoé😀"_qs << u"name.character"_qs << u"😀"_qs;
        QTest::newRow("a hyphen first")
            << surname << u"-Martin"_qs << u"name.beginning"_qs << u"-"_qs;
        QTest::newRow("a hyphen last") << given << u"Jean-"_qs << u"name.end"_qs << u"-"_qs;
        QTest::newRow("an apostrophe last") << given << u"Jean'"_qs << u"name.end"_qs << u"'"_qs;
        QTest::newRow("two apostrophes") << surname << u"O''Brien"_qs << u"name.run"_qs << u"''"_qs;
        QTest::newRow("apostrophe and space")
            << surname << u"D' Almeida"_qs << u"name.run"_qs << u"' "_qs;
        QTest::newRow("three hyphens")
            << surname << u"Martin---Dupont"_qs << u"name.run"_qs << u"---"_qs;
        QTest::newRow("too long") << surname << QString(101, u'A') << u"name.length"_qs
                                  << QString();
        QTest::newRow("a pasted document")
            << given << QString(100'000, u' ') << u"name.length"_qs << QString();
    }
    void theFaultAndItsCharactersAreTold()
    {
        QFETCH(NameField, field);
        QFETCH(QString, typed);
        const NameVerdict verdict = normalise(field, typed);
        QVERIFY(!verdict.isValid());
        QTEST(subjectOf(*verdict.fault), "subject");
        QTEST(verdict.offending, "offending");
    }

    void strictJudgesWithoutRepairing_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("surname");
        QTest::addColumn<bool>("given");
        QTest::newRow("apostrophe first") << u"'T HOOFT"_qs << true << true;
        QTest::newRow("hyphen last") << u"MARTIN-"_qs << true << false;
        QTest::newRow("space last") << u"MARTIN "_qs << false << false;
        QTest::newRow("two spaces") << u"DE  LA"_qs << false << false;
        QTest::newRow("lower case") << u"Martin"_qs << false << false;
        QTest::newRow("not normalised") << u"Éloi"_qs << false << false;
        QTest::newRow("100 characters") << QString(100, u'A') << true << true;
    }
    void strictJudgesWithoutRepairing()
    {
        QFETCH(QString, value);
        QTEST(validateStrict(NameField::BirthSurname, value).isValid(), "surname");
        QTEST(validateStrict(NameField::GivenNames, value).isValid(), "given");
    }

    void theFirstGivenNameBeginsTheList_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("consistent");
        QTest::newRow("one name") << u"JEAN"_qs << true;
        QTest::newRow("two") << u"JEAN CHRISTOPHE"_qs << true;
        QTest::newRow("hyphenated") << u"JEAN-CHRISTOPHE"_qs << true;
        QTest::newRow("all hyphenated") << u"JEAN-CHRISTOPHE-PIERRE"_qs << true;
        QTest::newRow("mixed") << u"JEAN CHRISTOPHE-PIERRE"_qs << true;
        QTest::newRow("the second") << u"CHRISTOPHE"_qs << false;
        QTest::newRow("the last") << u"PIERRE"_qs << false;
        QTest::newRow("part of the first") << u"JEA"_qs << false;
        QTest::newRow("longer than the first") << u"JEANNE"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void theFirstGivenNameBeginsTheList()
    {
        QFETCH(QString, first);
        QTEST(firstGivenNameMatches(u"JEAN CHRISTOPHE PIERRE", first), "consistent");
    }

    void aStrictNameIsAlwaysOneThatInsiCouldSend()
    {
        QCOMPARE(BirthSurname::parse(u"d’Œuvre")->text(), u"D'OEUVRE"_qs);
        QCOMPARE_SUBJECT(BirthSurname::parse(u"R2D2"), "name.character");
        QCOMPARE_SUBJECT(GivenNames::parse(u""), "name.empty");
    }

    void thePublicVectorsPass()
    {
        VECTORS_OR_SKIP(all, "names_dates.json");
        for (const QJsonValue &row : all[u"normalise"].toArray()) {
            for (const bool surname : {true, false}) {
                const NameVerdict verdict =
                    normalise(surname ? NameField::BirthSurname : NameField::GivenNames,
                              row[u"input"].toString());
                QCOMPARE(verdict.value, row[u"normalised"].toString());
                QCOMPARE(verdict.isValid(),
                         row[surname ? u"valid_nom"_qs : u"valid_prenom"_qs].toBool());
            }
        }
        for (const QJsonValue &row : all[u"validate"].toArray()) {
            const QString value = row[u"value"].toString();
            QCOMPARE(validateStrict(NameField::BirthSurname, value).isValid(),
                     row[u"valid_nom"].toBool());
            QCOMPARE(validateStrict(NameField::GivenNames, value).isValid(),
                     row[u"valid_prenom"].toBool());
        }
        for (const QJsonValue &row : all[u"first_name_consistency"].toArray())
            QCOMPARE(firstGivenNameMatches(row[u"list"].toString(), row[u"first"].toString()),
                     row[u"consistent"].toBool());
    }
};
QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
