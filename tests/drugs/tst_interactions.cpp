// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactionfixture.h"

#include <support/result.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::test;

namespace {

constexpr auto Apc = InteractionLevel::Apc;
constexpr auto Pe = InteractionLevel::Pe;
constexpr auto Ad = InteractionLevel::Ad;
constexpr auto Ci = InteractionLevel::Ci;

InteractionBase baseOf(const Thesaurus &thesaurus,
                       const InteractionTables &tables = InteractionTables::builtIn())
{
    const auto base = InteractionBase::make(thesaurus, tables);
    if (!base.ok())
        qFatal("the tables cannot be read");
    return *base;
}

//! Groups 0 alpha, 1 beta, 2 gamma, 3 fer; classes 0 BETAS {1, 2}, 1 AUTRES BETAS, 2 oral, 3 iron.
Thesaurus madeUp()
{
    Thesaurus thesaurus;
    thesaurus.version = {2023, 9, 15};
    for (const QString &label : {u"ALPHA"_qs, u"BETA"_qs, u"GAMMA"_qs, u"FER"_qs})
        thesaurus.groups.append({label, {}, {}});
    thesaurus.classes.append({u"BETAS"_qs, {}, {1, 2}});
    thesaurus.classes.append({u"AUTRES BETAS"_qs, {}, {}});
    thesaurus.classes.append({u"MÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE"_qs, {}, {}});
    thesaurus.classes.append({u"SELS DE FER PAR VOIE INJECTABLE"_qs, {}, {}});
    thesaurus.classes.append({u"AUTRES CHOSES"_qs, {}, {}});
    const auto row = [&](ThesaurusSide a, ThesaurusSide b, QList<InteractionLevel> levels) {
        thesaurus.rows.append({a, b, std::move(levels), u"Risque."_qs, u"Conduite."_qs});
    };
    row({0, -1}, {1, -1}, {Pe});
    row({1, -1}, {0, -1}, {Pe});
    row({0, -1}, {-1, 0}, {Ad});
    row({-1, 0}, {0, -1}, {Ad});
    row({-1, 0}, {-1, 1}, {Ci, Apc});
    row({2, -1}, {-1, 2}, {Pe});
    row({3, -1}, {-1, 3}, {Ad});
    row({0, -1}, {-1, 4}, {Apc});
    return thesaurus;
}

InteractionTables tables(const QString &levels = {})
{
    return {{},
            levels,
            u"cutanée\n"_qs,
            u"ALPHA\tcutanée\tx\n"_qs,
            {},
            u"AUTRES BETAS\tothers\t\nMÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE\toral\t\n"
            "SELS DE FER PAR VOIE INJECTABLE\tinjected\tFER\nAUTRES CHOSES\tundefined\t\n"_qs};
}

} // namespace

class TestInteractions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRuleIsFoundInBothDirectionsAndToldOnce()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        const auto found = check(base, {line(u"Beta"_qs), line(u"Alpha"_qs)});
        QCOMPARE(pairsOf(found), (QStringList{u"BETAS + ALPHA"_qs, u"BETA + ALPHA"_qs}));
        QCOMPARE(found.first().level, Ad);
        QCOMPARE(found.first().first, 0);
        QCOMPARE(found.first().second, 1);
        QCOMPARE(found.first().substancesOfFirst, (QStringList{u"Beta"_qs}));
    }

    void theStrongestFoldsTheOthersOfTheSameTwoLines()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        const auto found = check(base, {line(u"Alpha"_qs), line(u"Beta"_qs), line(u"Gamma"_qs)});
        QHash<std::pair<int, int>, int> open;
        for (const Interaction &one : found)
            open[{one.first, one.second}] += one.folded ? 0 : 1;
        QCOMPARE(open.size(), 3);
        for (const int count : open)
            QCOMPARE(count, 1);
    }

    void ofTheSameLevelTheMoreSpecificGoesFirst()
    {
        Thesaurus thesaurus = madeUp();
        thesaurus.rows[0].levels = {Ad};
        thesaurus.rows[1].levels = {Ad};
        const auto found =
            check(baseOf(thesaurus, tables()), {line(u"Alpha"_qs), line(u"Beta"_qs)});
        QCOMPARE(pairsOf(found), (QStringList{u"ALPHA + BETA"_qs, u"ALPHA + BETAS"_qs}));
    }

    void anotherOfTheClassIsAnotherSubstance()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        QCOMPARE(pairsOf(check(base, {line(u"Beta"_qs), line(u"Gamma"_qs)})).first(),
                 u"BETAS + AUTRES BETAS"_qs);
        QCOMPARE(check(base, {line(u"Beta"_qs), line(u"Bêta"_qs)}).size(), 0);
        QCOMPARE(check(base, {line(u"Beta"_qs), line(u"sulfate de bêta"_qs)}).size(), 0);
    }

    void nothingIsSaidWithinOneLine()
    {
        const TreatmentLine both{{{{}, u"Alpha"_qs, {}}, {{}, u"Beta"_qs, {}}}, {}};
        QCOMPARE(check(baseOf(madeUp(), tables()), {both}).size(), 0);
    }

    void anyDrugByMouthIsMeantByItsRoute()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        const auto with = [&](const QStringList &routes) {
            return check(base, {line(u"Nouvellamine"_qs, routes), line(u"Gamma"_qs)}).size();
        };
        QCOMPARE(with({u"orale"_qs}), 1);
        QCOMPARE(with({}), 1); // unknown is not false
        QCOMPARE(with({u"intraveineuse"_qs}), 0);
        QCOMPARE(with({u"intraveineuse"_qs, u"orale"_qs}), 1);
        QCOMPARE(check(base, {TreatmentLine{{}, {u"orale"_qs}}, line(u"Gamma"_qs)}).size(), 1);
    }

    void ironByMouthAndIronByInjectionAreTwoThings()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        QCOMPARE(
            check(base, {line(u"Fer"_qs, {u"orale"_qs}), line(u"Fer"_qs, {u"intraveineuse"_qs})})
                .size(),
            1);
        QCOMPARE(
            check(base, {line(u"Fer"_qs, {u"orale"_qs}), line(u"Fer"_qs, {u"orale"_qs})}).size(),
            0);
    }

    void whatIsGivenLocallyIsNotConcernedButForExceptions()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        QCOMPARE(check(base, {line(u"Alpha"_qs), line(u"Beta"_qs, {u"cutanée"_qs})}).size(), 0);
        QCOMPARE(check(base, {line(u"Alpha"_qs, {u"cutanée"_qs}), line(u"Beta"_qs)}).size(), 2);
        QCOMPARE(
            check(base, {line(u"Alpha"_qs), line(u"Beta"_qs, {u"cutanée"_qs, u"orale"_qs})}).size(),
            2);
        QVERIFY(InteractionBase::coverageOf(base.prepare(line(u"Beta"_qs, {u"cutanée"_qs}))).local);
        QVERIFY(
            !InteractionBase::coverageOf(base.prepare(line(u"Alpha"_qs, {u"cutanée"_qs}))).local);
    }

    void aRuleThatTheThesaurusDoesNotDefineIsTold()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        QCOMPARE(base.uncomputed(base.prepare(line(u"Alpha"_qs))),
                 (QStringList{u"ALPHA + AUTRES CHOSES"_qs}));
        QCOMPARE(base.uncomputed(base.prepare(line(u"Beta"_qs))), QStringList());
    }

    void eachSubstanceOfADrugTellsHowFarItIsChecked()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        const TreatmentLine two{{{{}, u"Alpha"_qs, {}}, {{}, u"Nouvellamine"_qs, {}}}, {}};
        const LineCoverage coverage = InteractionBase::coverageOf(base.prepare(two));
        QVERIFY(!coverage.isComplete());
        QCOMPARE(coverage.substances,
                 (QList<SubstanceCoverage>{{u"Alpha"_qs, Coverage::Checked},
                                           {u"Nouvellamine"_qs, Coverage::Unmatched}}));
        QVERIFY(!InteractionBase::coverageOf(base.prepare({})).isComplete());
    }

    void aPairOfSeveralLevelsThatNobodyReviewedShowsTheGravestUndecided()
    {
        const InteractionBase base = baseOf(madeUp(), tables());
        const auto found = check(base, {line(u"Beta"_qs), line(u"Gamma"_qs)});
        QCOMPARE(found.first().level, Ci);
        QVERIFY(!found.first().decided);
        QCOMPARE(base.uncuratedPairs(), (QStringList{u"BETAS + AUTRES BETAS"_qs}));
    }

    void theCaseThatIsKnownDecidesTheLevel_data()
    {
        QTest::addColumn<QString>("when"); // of CI; APC is the default
        QTest::addColumn<InteractionLevel>("level");
        QTest::addColumn<bool>("decided");
        QTest::newRow("a substance") << u"a in GAMMA | b in GAMMA"_qs << Ci << true;
        QTest::newRow("another substance") << u"a in ALPHA"_qs << Apc << true;
        QTest::newRow("a class") << u"a in @BETAS"_qs << Ci << true;
        QTest::newRow("both") << u"a in BETA & b in GAMMA | a in GAMMA & b in BETA"_qs << Ci
                              << true;
        QTest::newRow("not") << u"!a in ALPHA"_qs << Ci << true;
        QTest::newRow("dose, reached") << u"a.day>=100"_qs << Ci << true;
        QTest::newRow("dose, not reached") << u"a.day>100"_qs << Apc << true;
        QTest::newRow("dose, unknown") << u"a.week>100"_qs << Apc << false;
        QTest::newRow("age") << u"age>=65"_qs << Ci << true;
        QTest::newRow("younger") << u"age<65"_qs << Apc << true;
        QTest::newRow("renal function, unknown") << u"egfr<60"_qs << Apc << false;
        QTest::newRow("problem") << u"icd K25;K26"_qs << Ci << true;
        QTest::newRow("no such problem") << u"icd K27"_qs << Apc << true;
        QTest::newRow("sex") << u"sex M"_qs << Apc << true;
        QTest::newRow("route") << u"a.route orale"_qs << Ci << true;
        QTest::newRow("never known") << u"unknown"_qs << Apc << false;
        QTest::newRow("one unknown of two") << u"unknown & a in ALPHA"_qs << Apc << true;
    }
    void theCaseThatIsKnownDecidesTheLevel()
    {
        QFETCH(const QString, when);
        QFETCH(const InteractionLevel, level);
        QFETCH(const bool, decided);
        const InteractionBase base = baseOf(
            madeUp(), tables(u"BETAS\tAUTRES BETAS\tCI\t\t%1\tgrave\n"
                             "BETAS\tAUTRES BETAS\tAPC\t*\totherwise\tautre\n"_qs.arg(when)));
        const Dose dose{{}, 100, {}};
        const auto found = check(
            base, {line(u"Beta"_qs, {u"orale"_qs}, dose), line(u"Gamma"_qs, {u"orale"_qs}, dose)},
            {70, u"F"_qs, {}, QStringList{u"K25.4"_qs}});
        const auto pair = std::find_if(found.begin(), found.end(), [](const Interaction &one) {
            return one.branches.size() == 2;
        });
        QVERIFY(pair != found.end());
        QCOMPARE(pair->level, level);
        QCOMPARE(pair->decided, decided);
        QCOMPARE(pair->levels, (QList<InteractionLevel>{Ci, Apc}));
    }

    void neverIsALevelShownBelowACaseThatApplies()
    {
        const InteractionBase base =
            baseOf(madeUp(), tables(u"BETAS\tAUTRES BETAS\tCI\t\ta.day>=100\tgrave\n"
                                    "BETAS\tAUTRES BETAS\tAPC\t*\tunknown\tautre\n"_qs));
        const auto found = check(base, {line(u"Beta"_qs, {}, {{}, 100, {}}), line(u"Gamma"_qs)});
        QCOMPARE(found.first().level, Ci);
    }

    void aTableThatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QString>("levels");
        QTest::newRow("level") << u"A\tB\tXX\t*\tunknown\tx\n"_qs;
        QTest::newRow("word") << u"A\tB\tCI\t*\tperhaps\tx\n"_qs;
        QTest::newRow("number") << u"A\tB\tCI\t*\ta.day>many\tx\n"_qs;
        QTest::newRow("columns") << u"A\tB\tCI\n"_qs;
    }
    void aTableThatIsDamagedIsRefused()
    {
        QFETCH(const QString, levels);
        const auto base = InteractionBase::make(madeUp(), tables(levels));
        QVERIFY(!base.ok());
        QCOMPARE(base.error().subject, u"interactions.table"_qs);
    }

    void everyPairOfSeveralLevelsIsReviewed()
    {
        NEEDS_THESAURUS(thesaurus);
        QCOMPARE(baseOf(thesaurus).uncuratedPairs(), QStringList());
    }

    void whatTheTablesNameIsInTheThesaurus()
    {
        NEEDS_THESAURUS(thesaurus);
        QSet<QString> names;
        for (const ThesaurusGroup &group : thesaurus.groups)
            names << substanceKey(group.label);
        for (const ThesaurusClass &one : thesaurus.classes)
            names << u'@' + one.label;
        const InteractionTables built = InteractionTables::builtIn();
        const auto named = [&](const QString &name) {
            return names.contains(name.startsWith(u'@') ? name : substanceKey(name));
        };
        static const QRegularExpression member(u"[ab] in ([^|&\\t]+?)(?= [|&] |\\t)"_qs);
        for (auto it = member.globalMatch(built.levels); it.hasNext();)
            for (const QString &name : it.next().captured(1).split(u';'))
                QVERIFY2(named(name), qPrintable(name));
        const auto lines = [](const QString &table) {
            QList<QStringList> all;
            for (const QString &text : table.split(u'\n', Qt::SkipEmptyParts))
                if (!text.startsWith(u'#'))
                    all << text.split(u'\t');
            return all;
        };
        for (const QStringList &one : lines(built.localExceptions))
            QVERIFY2(named(one.first()), qPrintable(one.first()));
        for (const QStringList &one : lines(built.memberRoutes))
            QVERIFY2(named(u'@' + one.at(0)) && named(one.at(1)), qPrintable(one.join(u' ')));
        QSet<QString> sides;
        for (const QStringList &one : lines(built.namedSides))
            sides << one.first();
        for (const ThesaurusClass &one : thesaurus.classes)
            QVERIFY2(!one.groups.isEmpty() || sides.contains(one.label), qPrintable(one.label));
    }

    void theLevelsOfOurTableAreThoseOfTheThesaurus()
    {
        NEEDS_THESAURUS(thesaurus);
        QHash<std::pair<QString, QString>, QSet<QString>> ours;
        QHash<std::pair<QString, QString>, int> defaults;
        for (const QString &text : InteractionTables::builtIn().levels.split(u'\n'))
            if (const QStringList one = text.split(u'\t'); one.size() == 6 && text[0] != u'#') {
                ours[{one.at(0), one.at(1)}] << one.at(2);
                defaults[{one.at(0), one.at(1)}] += one.at(3) == u"*" ? 1 : 0;
            }
        QCOMPARE(ours.size(), 69);
        for (const ThesaurusRow &row : thesaurus.rows) {
            const auto pair = std::pair(thesaurus.label(row.a), thesaurus.label(row.b));
            if (!ours.contains(pair))
                continue;
            QCOMPARE(defaults.value(pair), 1);
            QSet<QString> levels;
            for (const InteractionLevel level : row.levels)
                levels << code(level);
            // The advice names a case of APC that the list of levels of this pair lacks.
            if (pair.first == u"ANTISPASMODIQUES URINAIRES")
                levels << u"APC"_qs;
            QCOMPARE(ours.value(pair), levels);
        }
    }

    void theVectorsOfTheSpecificationAreMet_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all =
            QJsonDocument::fromJson(sharedContent(u"/data/vectors/prescription.json"_qs)).array();
        for (const QJsonValue &value : all)
            if (value[u"kind"].toString() == u"interaction")
                QTest::newRow(qPrintable(value[u"id"].toString())) << value.toObject();
        if (all.isEmpty())
            QTest::newRow("absent") << QJsonObject();
    }
    void theVectorsOfTheSpecificationAreMet()
    {
        QFETCH(const QJsonObject, vector);
        NEEDS_THESAURUS(thesaurus);
        QList<TreatmentLine> lines;
        for (const QJsonValue &name : vector[u"input"][u"substances"].toArray())
            lines << line(name.toString());
        const auto found = check(baseOf(thesaurus), lines);
        const QJsonValue expected = vector[u"expected"];
        const QStringList pairs = pairsOf(found);
        for (const QJsonValue &rule : expected[u"rules"].toArray()) {
            const QStringList sides = rule[u"rule"].toString().split(u" + "_qs);
            QVERIFY2(pairs.contains(sides.join(u" + "_qs)) ||
                         pairs.contains(sides.at(1) + u" + "_qs + sides.at(0)),
                     qPrintable(rule[u"rule"].toString() + u" : "_qs + pairs.join(u" | "_qs)));
        }
        const QString level = expected[u"retained"].toString(expected[u"max_level"].toString());
        QCOMPARE(found.isEmpty() ? QString() : code(found.first().level), level);
    }

    void theDoseOfAspirinDecidesWithAnAnticoagulant_data()
    {
        QTest::addColumn<Dose>("dose");
        QTest::addColumn<PatientState>("patient");
        QTest::addColumn<InteractionLevel>("level");
        QTest::addColumn<bool>("decided");
        PatientState ulcer;
        ulcer.problems = QStringList{u"K25.9"_qs};
        PatientState healthy;
        healthy.problems = QStringList{u"I48"_qs};
        QTest::newRow("dose unknown") << Dose{} << PatientState{} << Ci << false;
        QTest::newRow("75 mg") << Dose{75, 75, 525} << healthy << Apc << true;
        QTest::newRow("75 mg, ulcer") << Dose{75, 75, 525} << ulcer << Ad << true;
        QTest::newRow("75 mg, unknown") << Dose{75, 75, 525} << PatientState{} << Ad << false;
        QTest::newRow("500 mg twice") << Dose{500, 1000, 7000} << healthy << Ad << true;
        QTest::newRow("500 mg twice, ulcer") << Dose{500, 1000, 7000} << ulcer << Ci << true;
        QTest::newRow("1 g three times") << Dose{1000, 3000, 21000} << healthy << Ci << true;
    }
    void theDoseOfAspirinDecidesWithAnAnticoagulant()
    {
        QFETCH(const Dose, dose);
        QFETCH(const PatientState, patient);
        QFETCH(const InteractionLevel, level);
        QFETCH(const bool, decided);
        NEEDS_THESAURUS(thesaurus);
        const auto found =
            check(baseOf(thesaurus),
                  {line(u"acide acétylsalicylique"_qs, {u"orale"_qs}, dose), line(u"apixaban"_qs)},
                  patient);
        const auto rule = std::find_if(found.begin(), found.end(), [](const Interaction &one) {
            return one.subjectOfSecond == u"ANTICOAGULANTS ORAUX" &&
                   one.subjectOfFirst == u"ACIDE ACETYLSALICYLIQUE";
        });
        QVERIFY(rule != found.end());
        QCOMPARE(rule->level, level);
        QCOMPARE(rule->decided, decided);
        QCOMPARE(rule->levels, (QList<InteractionLevel>{Ci, Ad, Apc}));
        QCOMPARE(rule->branches.size(), 3);
    }

    void aCaseOfTheThesaurusIsJudgedAsItSays_data()
    {
        QTest::addColumn<TreatmentLine>("a");
        QTest::addColumn<TreatmentLine>("b");
        QTest::addColumn<InteractionLevel>("level");
        const auto row = [](const char *name, const TreatmentLine &a, const TreatmentLine &b,
                            InteractionLevel level) {
            QTest::newRow(name) << a << b << level;
        };
        const QStringList oral{u"orale"_qs};
        row("oxybate and morphine", line(u"oxybate de sodium"_qs), line(u"morphine"_qs), Ci);
        row("oxybate and hydroxyzine", line(u"hydroxyzine"_qs), line(u"oxybate de sodium"_qs), Ad);
        row("haloperidol and citalopram", line(u"halopéridol"_qs), line(u"citalopram"_qs), Ci);
        row("haloperidol and amiodarone", line(u"halopéridol"_qs), line(u"amiodarone"_qs), Ad);
        row("amiodarone and sotalol", line(u"amiodarone"_qs), line(u"sotalol"_qs), Ci);
        row("colchicine and clarithromycin", line(u"colchicine"_qs), line(u"clarithromycine"_qs),
            Ci);
        row("methotrexate 15 mg a week and trimethoprim",
            line(u"méthotrexate"_qs, oral, {{}, {}, 15}), line(u"triméthoprime"_qs), Ad);
        row("sacubitril and ramipril", line(u"sacubitril"_qs), line(u"ramipril"_qs), Ci);
    }
    void aCaseOfTheThesaurusIsJudgedAsItSays()
    {
        QFETCH(const TreatmentLine, a);
        QFETCH(const TreatmentLine, b);
        QFETCH(const InteractionLevel, level);
        NEEDS_THESAURUS(thesaurus);
        const InteractionBase base = baseOf(thesaurus);
        for (const auto &lines : {QList{a, b}, QList{b, a}}) {
            const auto found = check(base, lines);
            QVERIFY(!found.isEmpty());
            QCOMPARE(found.first().level, level);
        }
    }

    void routesAreThoseOfTheThesaurus_data()
    {
        QTest::addColumn<TreatmentLine>("a");
        QTest::addColumn<TreatmentLine>("b");
        QTest::addColumn<bool>("interacts");
        const auto row = [](const char *name, const TreatmentLine &a, const TreatmentLine &b,
                            bool interacts) {
            QTest::newRow(name) << a << b << interacts;
        };
        row("miconazole gel and an antivitamine K",
            line(u"NITRATE DE MICONAZOLE"_qs, {u"cutanée"_qs}), line(u"warfarine"_qs), true);
        row("diclofenac gel and an antivitamine K", line(u"diclofénac"_qs, {u"cutanée"_qs}),
            line(u"warfarine"_qs), false);
        row("timolol eye drops and verapamil", line(u"TIMOLOL"_qs, {u"ophtalmique"_qs}),
            line(u"vérapamil"_qs), true);
        row("diclofenac eye drops and lithium", line(u"diclofénac"_qs, {u"ophtalmique"_qs}),
            line(u"lithium"_qs), false);
        row("erythromycin by mouth and amiodarone", line(u"érythromycine"_qs, {u"orale"_qs}),
            line(u"sotalol"_qs), false);
        row("erythromycin by vein and sotalol", line(u"érythromycine"_qs, {u"intraveineuse"_qs}),
            line(u"sotalol"_qs), true);
        row("charcoal and whatever is swallowed", line(u"charbon activé"_qs, {u"orale"_qs}),
            line(u"sémaglutide"_qs, {u"orale"_qs}), true);
        row("charcoal and an injection", line(u"charbon activé"_qs, {u"orale"_qs}),
            line(u"sémaglutide"_qs, {u"sous-cutanée"_qs}), false);
    }
    void routesAreThoseOfTheThesaurus()
    {
        QFETCH(const TreatmentLine, a);
        QFETCH(const TreatmentLine, b);
        QFETCH(const bool, interacts);
        NEEDS_THESAURUS(thesaurus);
        QCOMPARE(!check(baseOf(thesaurus), {a, b}).isEmpty(), interacts);
    }
};

QTEST_GUILESS_MAIN(TestInteractions)
#include "tst_interactions.moc"
