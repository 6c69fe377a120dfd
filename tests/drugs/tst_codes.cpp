// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/drug.h>
#include <ambroise/drugs/sources.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::drugs;

class TestCodes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCisHasEightDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("as printed") << u"60234100"_qs << u"60234100"_qs;
        QTest::newRow("with spaces") << u" 6 023 410 0 "_qs << u"60234100"_qs;
        QTest::newRow("too short") << u"6023410"_qs << QString();
        QTest::newRow("too long") << u"602341000"_qs << QString();
        QTest::newRow("a letter") << u"6023410O"_qs << QString();
        QTest::newRow("begins with zero") << u"06023410"_qs << QString();
        QTest::newRow("other digits") << u"٦٠٢٣٤١٠٠"_qs << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aCisHasEightDigits()
    {
        QFETCH(QString, text);
        const auto cis = Cis::parse(text);
        QTEST(cis.ok() ? cis->toString() : QString(), "read");
        if (!cis.ok())
            QCOMPARE_SUBJECT(cis, "drug.cis");
    }

    void aCip13HasItsKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a box") << u"3400926784102"_qs << u"(ok)"_qs;
        QTest::newRow("with spaces") << u"34009 267 841 0 2"_qs << u"(ok)"_qs;
        QTest::newRow("another key") << u"3400926784103"_qs << u"drug.cip_key"_qs;
        QTest::newRow("two digits exchanged") << u"3400926784012"_qs << u"drug.cip_key"_qs;
        QTest::newRow("too short") << u"340092678410"_qs << u"drug.cip"_qs;
        QTest::newRow("letters") << u"34009267841O2"_qs << u"drug.cip"_qs;
        QTest::newRow("nothing") << QString() << u"drug.cip"_qs;
    }
    void aCip13HasItsKey()
    {
        QFETCH(QString, text);
        const auto cip13 = Cip13::parse(text);
        QTEST(cip13.ok() ? u"(ok)"_qs : cip13.error().subject, "problem");
    }

    void theTherapeuticFractionStandsForItsSalt()
    {
        using enum Component::Nature;
        const QList<Component> kardegic = {
            {u"poudre"_qs, u"00130"_qs, u"ACIDE ACÉTYLSALICYLIQUE"_qs, u"75 mg"_qs, u"un sachet"_qs,
             Therapeutic, 1},
            {u"poudre"_qs, u"01233"_qs, u"DL-LYSINE (ACÉTYLSALICYLATE DE)"_qs, u"135 mg"_qs,
             u"un sachet"_qs, Active, 1},
        };
        const QList<Substance> substances = activeSubstances(kardegic);
        QCOMPARE(substances.size(), 1);
        QCOMPARE(substances.first().name, u"ACIDE ACÉTYLSALICYLIQUE"_qs);
        QCOMPARE(substances.first().dosage, u"75 mg"_qs);
    }

    void anEmptyDosageIsThatOfTheFractionOfTheSameLink()
    {
        using enum Component::Nature;
        const QList<Component> codoliprane = {
            {u"comprimé"_qs, u"00467"_qs, u"CODÉINE"_qs, u"15,62 mg"_qs, {}, Therapeutic, 3},
            {u"comprimé"_qs, u"02202"_qs, u"PARACÉTAMOL"_qs, u"400 mg"_qs, {}, Active, 5},
            {u"comprimé"_qs,
             u"74765"_qs,
             u"PHOSPHATE DE CODÉINE HÉMIHYDRATÉ"_qs,
             {},
             {},
             Active,
             3},
        };
        const QList<Substance> substances = activeSubstances(codoliprane);
        QCOMPARE(substances.size(), 2);
        QCOMPARE(substances[0].name + u' ' + substances[0].dosage, u"CODÉINE 15,62 mg"_qs);
        QCOMPARE(substances[1].name + u' ' + substances[1].dosage, u"PARACÉTAMOL 400 mg"_qs);
    }

    void linksOfTwoElementsAreNotTheSame()
    {
        using enum Component::Nature;
        const QList<Component> kit = {
            {u"comprimé"_qs, u"1"_qs, u"SEL"_qs, u"10 mg"_qs, {}, Active, 1},
            {u"gélule"_qs, u"2"_qs, u"AUTRE"_qs, u"5 mg"_qs, {}, Therapeutic, 1},
        };
        QCOMPARE(activeSubstances(kit).size(), 2);
    }

    void theStrictestListIsTold_data()
    {
        QTest::addColumn<QStringList>("wordings");
        QTest::addColumn<int>("listing");
        QTest::newRow("none") << QStringList{u"réservé à l'usage HOSPITALIER"_qs}
                              << int(Listing::None);
        QTest::newRow("list II") << QStringList{u"liste II"_qs} << int(Listing::ListII);
        QTest::newRow("both") << QStringList{u"liste II"_qs, u"liste I"_qs} << int(Listing::ListI);
        QTest::newRow("narcotic") << QStringList{u"liste I"_qs, u"stupéfiants"_qs}
                                  << int(Listing::Narcotic);
    }
    void theStrictestListIsTold()
    {
        QFETCH(QStringList, wordings);
        QList<Condition> conditions;
        for (const QString &wording : wordings)
            conditions << Condition{wording};
        QTEST(int(listingOf(conditions)), "listing");
    }

    void theOfficialFilesHaveSecureAddresses()
    {
        const QList<Download> downloads = bdpmDownloads();
        int required = 0;
        for (const Download &download : downloads) {
            QCOMPARE(download.url.scheme(), u"https"_qs);
            QVERIFY(download.url.path().endsWith(download.name));
            required += int(download.required);
        }
        QCOMPARE(required, 3);
        QCOMPARE(downloads.size(), 11);
    }
};
QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
