// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/due.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;
using identity::Sex;

namespace {

const QStringList hexavalent{u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs,
                             u"pertussis"_qs,  u"hib"_qs,     u"hepatitis-b"_qs};
const QStringList ror{u"measles"_qs, u"mumps"_qs, u"rubella"_qs};
const QStringList dtp{u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs};

const RuleBook &book()
{
    static const RuleBook shipped = *RuleBook::shipped();
    return shipped;
}

Given given(const QStringList &valences, QDate day)
{
    return {valences, *PartialDate::of(day)};
}

PatientFacts bornOn(QDate birth, Sex sex = Sex::Female)
{
    PatientFacts facts;
    facts.birth = birth;
    facts.sex = sex;
    return facts;
}

PatientFacts withProblem(PatientFacts facts, const QString &code, QDate since)
{
    record::NewEntry problem;
    problem.kind = record::EntryKind::Problem;
    problem.title = u"Un problème"_qs;
    problem.code = code;
    problem.happened = QDateTime(since, QTime(12, 0), Qt::UTC);
    facts.conditions += conditionsOf(book(), problem);
    return facts;
}

DueItem look(const char *rule, const PatientFacts &facts, QDate today, const History &history = {})
{
    return assess(*book().rule(QString::fromLatin1(rule)), facts, history, today);
}

} // namespace

class TestDue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDoseIsDueOnTheDayOfItsAgeAndLateOnTheDayOfItsLateness()
    {
        const PatientFacts baby = bornOn({2026, 2, 20});
        const auto on = [&](QDate day) {
            return look("dtcap-enfant", baby, day).state;
        };
        QCOMPARE(on({2026, 4, 19}), DueState::ToCome);
        QCOMPARE(on({2026, 4, 20}), DueState::Due);
        QCOMPARE(on({2026, 5, 19}), DueState::Due);
        QCOMPARE(on({2026, 5, 20}), DueState::Late);
        const DueItem item = look("dtcap-enfant", baby, {2026, 4, 20});
        QCOMPARE(item.since, QDate(2026, 4, 20));
        QCOMPARE(item.dose, 1);
        QCOMPARE(item.doses, 3);
    }

    void nothingAppliesBeforeTheBirthNorWithoutOneNorToTheDead()
    {
        const QDate today(2026, 11, 24);
        QVERIFY(dueFor(book(), bornOn(today.addDays(1)), {}, today).isEmpty());
        QVERIFY(dueFor(book(), bornOn({}), {}, today).isEmpty());
        PatientFacts dead = bornOn({1940, 1, 1});
        dead.deceased = true;
        QVERIFY(dueFor(book(), dead, {}, today).isEmpty());
        QVERIFY(!dueFor(book(), bornOn(today), {}, today).isEmpty()); // born today
    }

    void theNextDoseWaitsForTheIntervalAfterTheLast()
    {
        const PatientFacts baby = bornOn({2026, 2, 20});
        History history;
        history.given << given(hexavalent, {2026, 6, 1}); // the first, late
        const DueItem second = look("dtcap-enfant", baby, {2026, 7, 31}, history);
        QCOMPARE(second.state, DueState::ToCome);
        QCOMPARE(second.since, QDate(2026, 8, 1));
        QCOMPARE(look("dtcap-enfant", baby, {2026, 8, 1}, history).state, DueState::Late);
        history.given << given(hexavalent, {2026, 8, 1});
        const DueItem third = look("dtcap-enfant", baby, {2026, 8, 2}, history);
        QCOMPARE(third.dose, 3);
        QCOMPARE(third.since, QDate(2027, 2, 1)); // six months after, later than eleven months
        history.given << given(hexavalent, {2027, 2, 1});
        QCOMPARE(look("dtcap-enfant", baby, {2027, 2, 1}, history).state, DueState::Done);
    }

    void twoVaccinesOfOneDayAreAsOne()
    {
        const PatientFacts baby = bornOn({2026, 2, 20});
        History history;
        history.given << given(dtp, {2026, 4, 20}) << given({u"pertussis"_qs}, {2026, 4, 20});
        QCOMPARE(look("dtcap-enfant", baby, {2026, 4, 21}, history).dose, 2);
        history.given.last().date = *PartialDate::of(QDate(2026, 4, 21));
        QCOMPARE(look("dtcap-enfant", baby, {2026, 4, 21}, history).dose, 1);
    }

    void aDoseGivenTooEarlyDoesNotCount_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("dose");
        QTest::newRow("a day before twelve months") << QDate(2026, 3, 14) << 1;
        QTest::newRow("at twelve months") << QDate(2026, 3, 15) << 2;
    }
    void aDoseGivenTooEarlyDoesNotCount()
    {
        QFETCH(const QDate, day);
        QFETCH(const int, dose);
        History history;
        history.given << given(ror, day);
        const DueItem item = look("ror", bornOn({2025, 3, 15}), {2026, 6, 1}, history);
        QCOMPARE(item.dose, dose);
        QCOMPARE(item.notCounted, dose == 1 ? 1 : 0);
    }

    void aDoseGivenTooSoonAfterTheOneBeforeDoesNotCount()
    {
        const PatientFacts child = bornOn({2024, 1, 10});
        History history;
        history.given << given(ror, {2025, 1, 10}) << given(ror, {2025, 2, 6}); // 27 days
        QCOMPARE(look("ror", child, {2025, 6, 1}, history).dose, 2);
        history.given.last().date = *PartialDate::of(QDate(2025, 2, 7));
        QCOMPARE(look("ror", child, {2025, 6, 1}, history).state, DueState::Done);
    }

    void aDateKnownInPartCountsAsItsLastDayForTheNextDose()
    {
        const PatientFacts child = bornOn({2012, 5, 2});
        History history;
        history.given.append({{u"hpv"_qs}, *PartialDate::of(2025, 3, 0)});
        const DueItem item = look("hpv", child, {2025, 9, 30}, history);
        QCOMPARE(item.state, DueState::ToCome);
        QCOMPARE(item.since, QDate(2025, 10, 1)); // six months after 31 March, as ages are told
    }

    void aDoseOfAnUnknownDateCountsAndAsksForNoInterval()
    {
        const PatientFacts adult = bornOn({1990, 1, 1});
        History history;
        history.given.append({ror, std::nullopt});
        const DueItem item = look("ror", adult, {2026, 1, 1}, history);
        QCOMPARE(item.dose, 2);
        QVERIFY(item.undated);
        QCOMPARE(item.state, DueState::Late);
    }

    void whatIsDatedBeforeTheBirthOrInTheFutureDoesNotCount()
    {
        const PatientFacts child = bornOn({2024, 1, 10});
        History history;
        history.given << given(ror, {2023, 1, 10}) << given(ror, {2027, 1, 10});
        QCOMPARE(look("ror", child, {2026, 1, 1}, history).dose, 1);
    }

    void whoBeginsLaterHasTheCourseOfThatAge()
    {
        // Méningocoque B begun between 12 and 23 months: two doses, a third a year after.
        const PatientFacts child = bornOn({2025, 1, 1});
        History history;
        history.given << given({u"men-b"_qs}, {2026, 3, 1}) << given({u"men-b"_qs}, {2026, 5, 1});
        const DueItem item = look("meningocoque-b", child, {2026, 6, 1}, history);
        QCOMPARE(item.dose, 3);
        QCOMPARE(item.since, QDate(2027, 5, 1));
        // ACWY from twelve months on: one dose is enough.
        QCOMPARE(look("meningocoque-acwy-nourrisson", child, {2026, 6, 1}).doses, 1);
        QCOMPARE(look("meningocoque-acwy-nourrisson", bornOn({2026, 1, 1}), {2026, 6, 1}).doses, 2);
        // Not begun before two years: it is not begun any more.
        QCOMPARE(look("meningocoque-b", child, {2027, 1, 1}).state, DueState::NotApplicable);
    }

    void papillomavirusIsTwoDosesBefore15AndThreeFromThen()
    {
        const PatientFacts person = bornOn({2011, 6, 1}, Sex::Male);
        QCOMPARE(look("hpv", person, {2022, 5, 31}).state, DueState::ToCome);
        QCOMPARE(look("hpv", person, {2022, 6, 1}).state, DueState::Due);
        QCOMPARE(look("hpv", person, {2026, 5, 31}).doses, 2);
        QCOMPARE(look("hpv", person, {2026, 6, 1}).doses, 3);
        QCOMPARE(look("hpv", person, {2026, 6, 1}).state, DueState::Late);
        QCOMPARE(look("hpv", person, {2038, 5, 31}).state, DueState::Late);
        QCOMPARE(look("hpv", person, {2038, 6, 1}).state, DueState::NotApplicable);
        History early;
        early.given << given({u"hpv"_qs}, {2026, 5, 31}) << given({u"hpv"_qs}, {2026, 9, 1});
        const DueItem item = look("hpv", person, {2026, 9, 2}, early);
        QCOMPARE(item.doses, 2);
        QCOMPARE(item.dose, 2); // three months after: too soon for a schedule of two
        QCOMPARE(item.notCounted, 1);
    }

    void rotavirusIsNotBegunAfterFourMonthsNorGivenAfterSix()
    {
        const PatientFacts baby = bornOn({2026, 1, 31});
        QCOMPARE(look("rotavirus", baby, {2026, 5, 30}).state, DueState::Due);
        QCOMPARE(look("rotavirus", baby, {2026, 5, 31}).state, DueState::NotApplicable);
        History history;
        history.given << given({u"rotavirus-1"_qs}, {2026, 5, 1});
        QCOMPARE(look("rotavirus", baby, {2026, 7, 30}, history).state, DueState::Due);
        QCOMPARE(look("rotavirus", baby, {2026, 7, 31}, history).state, DueState::NotApplicable);
    }

    void rotateqHasAThirdDose()
    {
        const PatientFacts baby = bornOn({2026, 1, 1});
        History history;
        history.given << given({u"rotavirus-5"_qs}, {2026, 3, 1})
                      << given({u"rotavirus-5"_qs}, {2026, 4, 1});
        QCOMPARE(look("rotavirus", baby, {2026, 5, 1}, history).dose, 3);
        for (Given &one : history.given)
            one.valences = {u"rotavirus-1"_qs};
        QCOMPARE(look("rotavirus", baby, {2026, 5, 1}, history).state, DueState::Done);
    }

    void aBoosterIsThatOfTheAgeAndOneOfTheLastFiveYearsCounts()
    {
        const PatientFacts man = bornOn({1981, 11, 24}, Sex::Male);
        const QDate today(2026, 11, 24); // 45 today
        QCOMPARE(look("dtp-rappels", man, today).step, u"45"_qs);
        QCOMPARE(look("dtp-rappels", man, today).state, DueState::Due);
        QCOMPARE(look("dtp-rappels", man, today.addDays(-1)).step, u"25"_qs);
        QCOMPARE(look("dtp-rappels", man, today.addYears(1)).state, DueState::Late);
        History history;
        history.given << given(dtp, {2021, 11, 24});
        QCOMPARE(look("dtp-rappels", man, today, history).state, DueState::ToCome);
        QCOMPARE(look("dtp-rappels", man, today, history).step, u"65"_qs);
        QCOMPARE(look("dtp-rappels", man, today, history).since, QDate(2046, 11, 24));
        history.given.first() = given(dtp, {2021, 11, 23});
        QCOMPARE(look("dtp-rappels", man, today, history).state, DueState::Due);
    }

    void afterSixtyFiveBoostersAreTenYearsApart()
    {
        const PatientFacts old = bornOn({1946, 1, 1});
        QCOMPARE(look("dtp-rappels", old, {2026, 1, 1}).step, u"75"_qs);
        QCOMPARE(look("dtp-rappels", old, {2031, 1, 1}).step, u"85"_qs);
    }

    void whoIsBornOn29FebruaryComesOfAgeOn1March()
    {
        const PatientFacts woman = bornOn({1976, 2, 29});
        QCOMPARE(look("cancer-sein", woman, {2026, 2, 28}).state, DueState::ToCome);
        QCOMPARE(look("cancer-sein", woman, {2026, 3, 1}).state, DueState::Due);
        QCOMPARE(look("cancer-sein", woman, {2051, 2, 28}).state, DueState::Late);
        QCOMPARE(look("cancer-sein", woman, {2051, 3, 1}).state, DueState::NotApplicable);
    }

    void aScreeningComesBackAfterItsPeriodAndEndsWithTheAge()
    {
        const PatientFacts woman = bornOn({1958, 3, 14});
        History history;
        history.acts << Act{u"cancer-sein"_qs, {}, ActState::Done, QDate(2024, 10, 5), {}};
        const QDate due(2026, 10, 5);
        QCOMPARE(look("cancer-sein", woman, due.addDays(-1), history).state, DueState::ToCome);
        QCOMPARE(look("cancer-sein", woman, due, history).state, DueState::Due);
        QCOMPARE(look("cancer-sein", woman, {2027, 4, 5}, history).state, DueState::Late);
        QCOMPARE(look("cancer-sein", bornOn({1958, 3, 14}, Sex::Male), due).state,
                 DueState::NotApplicable);
        // At 73, done: the next one would be after 75.
        history.acts.first().date = QDate(2031, 6, 1);
        QCOMPARE(look("cancer-sein", woman, {2032, 1, 1}, history).state, DueState::Done);
    }

    void theFirstCytologyIsDoneAgainAfterAYearThenAfterThree()
    {
        const PatientFacts woman = bornOn({2000, 1, 1});
        History history;
        history.acts << Act{u"col-cytologie"_qs, {}, ActState::Done, QDate(2025, 2, 1), {}};
        QCOMPARE(look("col-cytologie", woman, {2025, 3, 1}, history).since, QDate(2026, 2, 1));
        history.acts << Act{u"col-cytologie"_qs, {}, ActState::Done, QDate(2026, 2, 1), {}};
        QCOMPARE(look("col-cytologie", woman, {2026, 3, 1}, history).since, QDate(2029, 2, 1));
        history.acts << Act{u"col-cytologie"_qs, {}, ActState::Done, QDate(2029, 2, 1), {}};
        // From thirty on the test is another one, three years after the last cytology.
        QCOMPARE(look("col-cytologie", woman, {2030, 1, 1}, history).state,
                 DueState::NotApplicable);
        QCOMPARE(look("col-hpv", woman, {2030, 1, 1}, history).since, QDate(2032, 2, 1));
        QCOMPARE(look("col-hpv", woman, {2030, 1, 1}).state, DueState::Due);
    }

    void aConditionIsToldByItsCodeAndByNothingElse()
    {
        const PatientFacts woman = bornOn({1958, 3, 14});
        const QDate today(2026, 11, 24);
        QCOMPARE(look("diabete-fond-oeil", woman, today).state, DueState::NotApplicable);
        const PatientFacts told = withProblem(woman, u"CIM-10:E11.9"_qs, {2011, 3, 1});
        const DueItem item = look("diabete-fond-oeil", told, today);
        QCOMPARE(item.state, DueState::Late);
        QCOMPARE(item.since, QDate(2011, 3, 1));
        QCOMPARE(item.because.first().code, u"CIM-10:E11.9"_qs);
        QVERIFY(withProblem(woman, u"CIM-10:E78.5"_qs, {2012, 9, 1}).conditions.isEmpty());
        record::NewEntry healed;
        healed.code = u"CIM-10:E11"_qs;
        healed.active = false;
        QVERIFY(conditionsOf(book(), healed).isEmpty());
    }

    void theEyesOfADiabeticAreLookedAtEveryYear()
    {
        const PatientFacts woman =
            withProblem(bornOn({1958, 3, 14}), u"CIM-10:E11"_qs, {2011, 3, 1});
        History history;
        history.acts << Act{u"diabete-fond-oeil"_qs, {}, ActState::Done, QDate(2025, 9, 3), {}};
        const DueItem item = look("diabete-fond-oeil", woman, {2026, 11, 24}, history);
        QCOMPARE(item.state, DueState::Late);
        QCOMPARE(item.since, QDate(2026, 9, 3));
    }

    void aVaccineOfTheSeasonIsDueFromItsFirstDayToItsLast()
    {
        const PatientFacts woman = bornOn({1958, 3, 14});
        QCOMPARE(look("grippe", woman, {2026, 10, 12}).state, DueState::ToCome);
        QCOMPARE(look("grippe", woman, {2026, 10, 13}).state, DueState::Due);
        QCOMPARE(look("grippe", woman, {2027, 1, 31}).state, DueState::Due);
        QCOMPARE(look("grippe", woman, {2027, 2, 1}).state, DueState::NotApplicable);
        History history;
        history.given << given({u"influenza"_qs}, {2025, 11, 24});
        QCOMPARE(look("grippe", woman, {2026, 11, 24}, history).state, DueState::Due);
        history.given << given({u"influenza"_qs}, {2026, 9, 20}); // before the campaign
        QCOMPARE(look("grippe", woman, {2026, 11, 24}, history).state, DueState::Done);
    }

    void under65TheFluIsForWhomAConditionOpensIt()
    {
        const PatientFacts man = bornOn({1987, 7, 2}, Sex::Male);
        const QDate today(2026, 11, 24);
        QCOMPARE(look("grippe", man, today).state, DueState::NotApplicable);
        QCOMPARE(look("grippe", withProblem(man, u"CISP-2:R96"_qs, {2000, 1, 1}), today).state,
                 DueState::Due);
    }

    void covidWaitsSixMonthsAfterTheLastAndThreeFrom80On()
    {
        History history;
        history.given << given({u"covid"_qs}, {2026, 6, 30});
        const PatientFacts seventy = bornOn({1956, 1, 1});
        QCOMPARE(look("covid", seventy, {2026, 11, 24}, history).since, QDate(2026, 12, 30));
        QCOMPARE(look("covid-80", seventy, {2026, 11, 24}, history).state, DueState::NotApplicable);
        const PatientFacts ninety = bornOn({1936, 1, 1});
        QCOMPARE(look("covid-80", ninety, {2026, 11, 24}, history).state, DueState::Due);
        QCOMPARE(look("covid", ninety, {2026, 11, 24}, history).state, DueState::NotApplicable);
        const PatientFacts weak = withProblem(seventy, u"CIM-10:C90"_qs, {2025, 1, 1});
        QCOMPARE(look("covid", weak, {2026, 11, 24}, history).state, DueState::NotApplicable);
        QCOMPARE(look("covid-80", weak, {2026, 11, 24}, history).state, DueState::Due);
    }

    void anOldPneumococcalVaccinePutsTheNewOneOff()
    {
        const PatientFacts woman = bornOn({1958, 3, 14});
        const QDate today(2026, 11, 24);
        QCOMPARE(look("pneumocoque-adulte", woman, today).state, DueState::Due);
        History history;
        history.given << given({u"pneumo-23"_qs}, {2026, 2, 1});
        QCOMPARE(look("pneumocoque-adulte", woman, today, history).since, QDate(2027, 2, 1));
        history.given << given({u"pneumo-13"_qs}, {2025, 12, 1});
        QCOMPARE(look("pneumocoque-adulte", woman, today, history).since, QDate(2031, 2, 1));
        history.given << given({u"pneumo-20"_qs}, {2026, 3, 1});
        QCOMPARE(look("pneumocoque-adulte", woman, today, history).state, DueState::Done);
    }

    void eachPregnancyAsksForItsOwnVaccine()
    {
        const PatientFacts woman =
            withProblem(bornOn({1995, 1, 1}), u"CISP-2:W78"_qs, {2026, 9, 1});
        History history;
        history.given << given({u"diphtheria"_qs, u"tetanus"_qs, u"polio"_qs, u"pertussis"_qs},
                               {2024, 3, 1});
        QCOMPARE(look("coqueluche-grossesse", woman, {2026, 11, 24}, history).state, DueState::Due);
        history.given << given({u"pertussis"_qs}, {2026, 10, 1});
        QCOMPARE(look("coqueluche-grossesse", woman, {2026, 11, 24}, history).state,
                 DueState::Done);
    }

    void anExaminationOfTheChildIsThatOfItsAge_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("step");
        QTest::addColumn<DueState>("state");
        const auto row = [](const char *name, QDate day, const char *step, DueState state) {
            QTest::newRow(name) << day << QString::fromLatin1(step) << state;
        };
        // Born on 20 February 2026.
        row("birth", {2026, 2, 20}, "1", DueState::Due);
        row("seventh day", {2026, 2, 27}, "1", DueState::Due);
        row("eighth day", {2026, 2, 28}, "2", DueState::Due);
        row("third week", {2026, 3, 6}, "2", DueState::Late);
        row("second month", {2026, 3, 20}, "3", DueState::Due);
        row("between two", {2026, 8, 20}, "7", DueState::Late);
        row("ninth month", {2026, 10, 20}, "8", DueState::Due);
        row("nine months", {2026, 11, 20}, "8", DueState::Late);
        row("twelfth month", {2027, 1, 20}, "9", DueState::Due);
        row("four years", {2030, 2, 20}, "15", DueState::Due);
        row("seven years", {2033, 2, 20}, "17", DueState::Late);
        row("sixteen years", {2042, 2, 20}, "20", DueState::Late);
    }
    void anExaminationOfTheChildIsThatOfItsAge()
    {
        QFETCH(const QDate, day);
        QFETCH(const QString, step);
        QFETCH(const DueState, state);
        const DueItem item = look("examens-enfant", bornOn({2026, 2, 20}), day);
        QCOMPARE(item.step, step);
        QCOMPARE(item.state, state);
    }

    void anExaminationDoneLeavesTheNextToCome()
    {
        const PatientFacts baby = bornOn({2026, 2, 20});
        History history;
        history.acts << Act{u"examens-enfant"_qs, u"8"_qs, ActState::Done, QDate(2026, 11, 24), {}};
        const DueItem item = look("examens-enfant", baby, {2026, 11, 24}, history);
        QCOMPARE(item.state, DueState::ToCome);
        QCOMPARE(item.step, u"9"_qs);
        QCOMPARE(item.since, QDate(2027, 1, 20));
        QVERIFY(look("examens-enfant", baby, {2044, 2, 20}).state == DueState::NotApplicable);
    }

    void aBilanIsOfferedInItsAgesOnly()
    {
        const PatientFacts man = bornOn({1981, 5, 1}, Sex::Male);
        QCOMPARE(look("bilan-prevention", man, {2026, 4, 30}).state, DueState::ToCome);
        QCOMPARE(look("bilan-prevention", man, {2026, 5, 1}).state, DueState::Due);
        QCOMPARE(look("bilan-prevention", man, {2032, 4, 30}).state, DueState::Due);
        QCOMPARE(look("bilan-prevention", man, {2032, 5, 1}).step, u"60-65"_qs);
    }

    void whatIsDeclinedIsNotAskedAgainUntilItIsDueAnew()
    {
        const PatientFacts woman = bornOn({1958, 3, 14});
        History history;
        history.acts << Act{
            u"grippe"_qs, {}, ActState::Declined, QDate(2026, 10, 20), u"ne veut pas"_qs};
        const DueItem item = look("grippe", woman, {2026, 11, 24}, history);
        QCOMPARE(item.state, DueState::Declined);
        QCOMPARE(item.reason, u"ne veut pas"_qs);
        history.acts.first().date = QDate(2025, 11, 24); // the season before
        QCOMPARE(look("grippe", woman, {2026, 11, 24}, history).state, DueState::Due);
        history.acts = {Act{u"cancer-sein"_qs, {}, ActState::Declined, QDate(2025, 1, 10), {}}};
        QCOMPARE(look("cancer-sein", woman, {2027, 1, 9}, history).state, DueState::Declined);
        QCOMPARE(look("cancer-sein", woman, {2027, 1, 10}, history).state, DueState::Late);
    }

    void whoIsNotConcernedIsNotAskedAnyMore()
    {
        History history;
        history.acts << Act{u"cancer-sein"_qs,
                            {},
                            ActState::NotConcerned,
                            QDate(2010, 1, 10),
                            u"double mastectomie"_qs};
        const DueItem item = look("cancer-sein", bornOn({1958, 3, 14}), {2026, 11, 24}, history);
        QCOMPARE(item.state, DueState::NotConcerned);
        QVERIFY(!isDue(item));
    }

    void whatIsRecommendedByBirthHoldsForWhomItNames()
    {
        QCOMPARE(look("ror", bornOn({1979, 12, 31}), {2026, 1, 1}).state, DueState::NotApplicable);
        QCOMPARE(look("ror", bornOn({1980, 1, 1}), {2026, 1, 1}).state, DueState::Late);
    }

    void everyRuleAnswersOfEveryAge()
    {
        for (const Rule &rule : book().rules())
            for (const Sex sex : {Sex::Female, Sex::Male, Sex::Indeterminate})
                for (QDate birth(1916, 2, 29); birth < QDate(2026, 11, 25);
                     birth = birth.addDays(37)) {
                    const DueItem item = assess(rule, bornOn(birth, sex), {}, {2026, 11, 24});
                    const bool timed = item.state == DueState::ToCome || isDue(item);
                    QVERIFY2(!timed || item.since.isValid(), qPrintable(rule.id));
                    QVERIFY2(!isDue(item) || item.since <= QDate(2026, 11, 24),
                             qPrintable(rule.id));
                }
    }
};
QTEST_GUILESS_MAIN(TestDue)
#include "tst_due.moc"
