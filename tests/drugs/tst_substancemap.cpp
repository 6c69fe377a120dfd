// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactionfixture.h"

#include <ambroise/drugs/substancemap.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

Thesaurus smallThesaurus()
{
    Thesaurus thesaurus;
    thesaurus.version = {2023, 9, 15};
    for (const QString &label : {u"IPRATROPIUM"_qs, u"POTASSIUM"_qs, u"ciclosporine"_qs,
                                 u"méthylprednisolone"_qs, u"methylprednisolone"_qs})
        thesaurus.groups.append({label, {}, {}});
    thesaurus.classes.append({u"ATROPINIQUES"_qs, {}, {0}});
    return thesaurus;
}

SubstanceMap mapOf(const Thesaurus &thesaurus, const QString &table = {})
{
    const auto map = SubstanceMap::make(thesaurus, table);
    if (!map.ok())
        qFatal("the table cannot be read");
    return *map;
}

} // namespace

class TestSubstanceMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameIsReadWithoutItsSalt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("base");
        QTest::newRow("as it is") << u"APIXABAN"_qs << u"APIXABAN"_qs;
        QTest::newRow("accents") << u"Énoxaparine sodique "_qs << u"ENOXAPARINE"_qs;
        QTest::newRow("salt in front") << u"CHLORHYDRATE D’AMIODARONE"_qs << u"AMIODARONE"_qs;
        QTest::newRow("salt in brackets, then a hydrate")
            << u"IPRATROPIUM (BROMURE D') ANHYDRE"_qs << u"IPRATROPIUM"_qs;
        QTest::newRow("two words of salt")
            << u"PHOSPHATE SODIQUE DE DEXAMÉTHASONE"_qs << u"DEXAMETHASONE"_qs;
        QTest::newRow("an acid keeps its name") << u"ACIDE FOLIQUE"_qs << u"ACIDE FOLIQUE"_qs;
        QTest::newRow("no salt that is listed")
            << u"CLAVULANATE DE POTASSIUM"_qs << u"CLAVULANATE DE POTASSIUM"_qs;
    }
    void aNameIsReadWithoutItsSalt()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, base);
        QCOMPARE(substanceBase(substanceKey(name)), base);
    }

    void everySpellingOfATermIsTaken()
    {
        const SubstanceMatch match = mapOf(smallThesaurus()).match({}, u"MÉTHYLPREDNISOLONE"_qs);
        QCOMPARE(match.coverage, Coverage::Checked);
        QCOMPARE(match.groups, (QList<int>{3, 4}));
    }

    void aSaltOfAnElementIsNotGuessed()
    {
        const Thesaurus thesaurus = smallThesaurus();
        QCOMPARE(mapOf(thesaurus).match(u"00093"_qs, u"CHLORURE DE POTASSIUM"_qs).coverage,
                 Coverage::Unmatched);
        const SubstanceMap told =
            mapOf(thesaurus, u"# x\n00093\tCHLORURE DE POTASSIUM\tPOTASSIUM\tsel\n"_qs);
        QCOMPARE(told.match(u"00093"_qs, u"CHLORURE DE POTASSIUM"_qs).groups, (QList<int>{1}));
        QCOMPARE(told.match({}, u"potassium (chlorure de)"_qs).groups, (QList<int>{1}));
    }

    void theTableGoesBeforeTheName()
    {
        const SubstanceMap map =
            mapOf(smallThesaurus(), u"1\tIPRATROPIUM\tIPRATROPIUM|ATROPINIQUES\tx\n"_qs);
        const SubstanceMatch match = map.match(u"1"_qs, u"IPRATROPIUM"_qs);
        QCOMPARE(match.groups, (QList<int>{0}));
        QCOMPARE(match.classes, (QList<int>{0}));
    }

    void theCodesOfTheThesaurusGoFirst()
    {
        Thesaurus thesaurus = smallThesaurus();
        thesaurus.groups[2].substances << u"02424"_qs;
        const SubstanceMap map = mapOf(thesaurus, u"02424\tCICLOSPORINE\t-\tx\n"_qs);
        QCOMPARE(map.match(u"02424"_qs, u"CICLOSPORINE"_qs),
                 (SubstanceMatch{Coverage::Checked, {2}, {}}));
    }

    void absentAndUnmatchedAreTwoThings()
    {
        const SubstanceMap map = mapOf(smallThesaurus(), u"2\tLEUCINE\t-\tx\n"_qs);
        QCOMPARE(map.match(u"2"_qs, u"LEUCINE"_qs).coverage, Coverage::AbsentFromThesaurus);
        QCOMPARE(map.match(u"3"_qs, u"NOUVELLAMINE"_qs).coverage, Coverage::Unmatched);
        QCOMPARE(map.match(u"4"_qs, u"POTASSIUM POUR PRÉPARATIONS HOMÉOPATHIQUES"_qs).coverage,
                 Coverage::AbsentFromThesaurus);
    }

    void aTermThatTheThesaurusLacksChecksNothing()
    {
        const SubstanceMap map = mapOf(smallThesaurus(), u"5\tFER\tFERRAILLE\tx\n"_qs);
        QCOMPARE(map.match(u"5"_qs, u"FER"_qs).coverage, Coverage::Unmatched);
        QCOMPARE(map.unknownTerms(), (QStringList{u"FERRAILLE"_qs}));
    }

    void aTableThatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("columns") << u"1\tIPRATROPIUM\n"_qs;
        QTest::newRow("no term") << u"1\tIPRATROPIUM\t\tx\n"_qs;
        QTest::newRow("no name") << u"1\t\tIPRATROPIUM\tx\n"_qs;
        QTest::newRow("code twice") << u"1\tA\t-\tx\n1\tB\t-\tx\n"_qs;
    }
    void aTableThatIsDamagedIsRefused()
    {
        QFETCH(const QString, table);
        const auto map = SubstanceMap::make(smallThesaurus(), table);
        QVERIFY(!map.ok());
        QCOMPARE(map.error().subject, u"interactions.table"_qs);
    }

    void everyTermOfOurTableIsOneOfTheThesaurus()
    {
        NEEDS_THESAURUS(thesaurus);
        const SubstanceMap map = mapOf(thesaurus, InteractionTables::builtIn().substances);
        QCOMPARE(map.unknownTerms(), QStringList());
    }

    void whatGeneralPractitionersPrescribeIsMatched_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("term");
        const auto row = [](const char *code, const QString &name, const QString &term) {
            QTest::newRow(qPrintable(name)) << QString::fromLatin1(code) << name << term;
        };
        row("05562", u"VALPROATE DE SODIUM"_qs, u"acide valproique"_qs);
        row("31554", u"LITHIUM"_qs, u"LITHIUM"_qs);
        row("04979", u"DINITRATE D'ISOSORBIDE"_qs, u"dinitrate d'isosorbide"_qs);
        row("44461", u"INSULINE GLARGINE "_qs, u"INSULINE"_qs);
        row("", u"LÉVOTHYROXINE SODIQUE"_qs, u"levothyroxine"_qs);
        row("00093", u"CHLORURE DE POTASSIUM"_qs, u"POTASSIUM"_qs);
        row("00511", u"SULFATE FERREUX HEPTAHYDRATÉ"_qs, u"FER"_qs);
        row("52431", u"PÉRINDOPRIL"_qs, u"périndopril"_qs);
        row("", u"ACIDE ACÉTYLSALICYLIQUE"_qs, u"ACIDE ACETYLSALICYLIQUE"_qs);
        row("05100", u"POUDRE D'OPIUM"_qs, u"morphine"_qs);
        row("", u"aspirine"_qs, u"acide acetylsalicylique"_qs);
    }
    void whatGeneralPractitionersPrescribeIsMatched()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, name);
        QFETCH(const QString, term);
        NEEDS_THESAURUS(thesaurus);
        const SubstanceMap map = mapOf(thesaurus, InteractionTables::builtIn().substances);
        const SubstanceMatch match = map.match(code, name);
        QCOMPARE(match.coverage, Coverage::Checked);
        QStringList labels;
        for (const int group : match.groups)
            labels << thesaurus.groups.at(group).label;
        QVERIFY2(labels.contains(term), qPrintable(labels.join(u'|')));
    }
};

QTEST_GUILESS_MAIN(TestSubstanceMap)
#include "tst_substancemap.moc"
