// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/due.h>

#include "marks.h"

#include <algorithm>
#include <array>

namespace ambroise::prevention {
namespace {

constexpr std::array<QStringView, 3> actCodes = {u"done", u"declined", u"not_concerned"};
//! A vaccine of the season is given a little before the campaign too.
constexpr int daysBeforeSeason = 60;

//! The way in which a patient is concerned by a rule.
struct Opening {
    QDate from;   //!< by age and by the beginning of the condition
    QDate closes; //!< invalid: stays open
    QList<ConditionFact> because;
    QDate conditionSince; //!< of the newest one
};

//! One assessment: the rule, the patient, the day, and what counted.
struct Look {
    const Rule &rule;
    const PatientFacts &facts;
    const History &history;
    QDate today;
    Opening opening;
    QList<Mark> marks;
    QDate free; //!< what else was given leaves the day free from then on
};

std::optional<Opening> openingOf(const Who &who, const PatientFacts &facts, QDate today)
{
    if (who.sex && *who.sex != facts.sex)
        return std::nullopt;
    if (who.bornFrom.isValid() && facts.birth < who.bornFrom)
        return std::nullopt;
    Opening opening;
    opening.from = who.from.after(facts.birth);
    if (who.until)
        opening.closes = who.until->after(facts.birth);
    if (opening.closes.isValid() && today >= opening.closes)
        return std::nullopt;
    for (const ConditionFact &fact : facts.conditions) {
        if (who.noneOf.contains(fact.condition))
            return std::nullopt;
        if (who.anyOf.contains(fact.condition))
            opening.because << fact;
    }
    if (who.anyOf.isEmpty())
        return opening;
    if (opening.because.isEmpty())
        return std::nullopt;
    QDate first;
    for (const ConditionFact &fact : opening.because) {
        opening.conditionSince = std::max(opening.conditionSince, fact.since);
        if (fact.since.isValid() && (!first.isValid() || fact.since < first))
            first = fact.since;
    }
    opening.from = std::max(opening.from, first);
    return opening;
}

std::optional<Opening> openingOf(const Rule &rule, const PatientFacts &facts, QDate today)
{
    std::optional<Opening> best;
    for (const Who &who : rule.who)
        if (const auto one = openingOf(who, facts, today); one && (!best || one->from < best->from))
            best = one;
    return best;
}

const Act *lastAct(const Look &look, ActState state, QDate notBefore, QStringView step = {})
{
    const Act *last = nullptr;
    for (const Act &act : look.history.acts) {
        const bool itsStep = step.isEmpty() || act.step.isEmpty() || act.step == step;
        const bool inTime = !notBefore.isValid() || act.date >= notBefore;
        if (act.rule == look.rule.id && act.state == state && itsStep && inTime &&
            act.date <= look.today && (!last || act.date >= last->date))
            last = &act;
    }
    return last;
}

DueItem decided(DueItem item, DueState state, const Act &act)
{
    item.state = state;
    item.since = act.date;
    item.lateSince = {};
    item.reason = act.reason;
    return item;
}

//! Due from `since` on, late from `item.lateSince` on.
DueItem timed(DueItem item, QDate since, QDate today)
{
    item.since = since;
    if (item.lateSince.isValid())
        item.lateSince = std::max(item.lateSince, since);
    if (today < since)
        item.state = DueState::ToCome;
    else
        item.state =
            item.lateSince.isValid() && today >= item.lateSince ? DueState::Late : DueState::Due;
    return item;
}

DueItem notApplicable(DueItem item)
{
    item.state = DueState::NotApplicable;
    return item;
}

const Course *courseOf(const Series &series, QDate birth, QDate start)
{
    for (const Course &course : series.courses)
        if (start >= course.startFrom.after(birth) &&
            (!course.startUntil || start < course.startUntil->after(birth)))
            return &course;
    return nullptr;
}

bool counts(const Mark &mark, const Mark *before, const Dose &dose, QDate birth)
{
    if (!mark.isDated())
        return true;
    if (mark.until < dose.minAge.after(birth))
        return false;
    return !before || !before->isDated() || mark.until >= dose.minAfter.after(before->from);
}

QList<Dose> neededDoses(const Course &course, const History &history)
{
    QList<Dose> needed;
    for (const Dose &dose : course.doses) {
        const bool received =
            std::any_of(history.given.begin(), history.given.end(),
                        [&](const Given &given) { return given.valences.contains(dose.onlyIf); });
        if (dose.onlyIf.isEmpty() || received)
            needed << dose;
    }
    return needed;
}

DueItem nextDose(const Look &look, DueItem item, const Dose &dose, const Mark *before)
{
    const QDate birth = look.facts.birth;
    QDate since = std::max(look.opening.from, look.free);
    since = std::max(since, dose.minAge.after(birth));
    if (dose.at)
        since = std::max(since, dose.at->after(birth));
    if (before && before->isDated())
        since = std::max(since, dose.after.after(before->until));
    if (dose.closes) {
        const QDate closes = dose.closes->after(birth);
        item.closes = item.closes.isValid() ? std::min(item.closes, closes) : closes;
    }
    if (item.closes.isValid() && std::max(since, look.today) >= item.closes)
        return notApplicable(item);
    if (dose.late)
        item.lateSince = dose.late->after(birth);
    else if (dose.lateAfter)
        item.lateSince = dose.lateAfter->after(since);
    item = timed(item, since, look.today);
    const QDate lastDay = before && before->isDated() ? before->until : QDate();
    if (const Act *act = lastAct(look, ActState::Declined, lastDay))
        return decided(item, DueState::Declined, *act);
    return item;
}

DueItem assessed(const Look &look, DueItem item, const Series &series)
{
    const auto first = std::find_if(look.marks.begin(), look.marks.end(),
                                    [](const Mark &mark) { return mark.isDated(); });
    QDate start = std::max(look.today, look.opening.from);
    if (first != look.marks.end() && first == look.marks.begin())
        start = first->until;
    const Course *course = courseOf(series, look.facts.birth, start);
    if (!course)
        return notApplicable(item);
    const QList<Dose> doses = neededDoses(*course, look.history);
    const Mark *before = nullptr;
    qsizetype next = 0;
    for (const Mark &mark : look.marks) {
        if (next == doses.size())
            break;
        if (!counts(mark, before, doses.at(next), look.facts.birth)) {
            ++item.notCounted;
            continue;
        }
        before = &mark;
        ++next;
    }
    item.doses = int(doses.size());
    item.last = before ? before->date : std::nullopt;
    if (next == doses.size()) {
        item.state = DueState::Done;
        item.dose = item.doses;
        return item;
    }
    item.dose = int(next) + 1;
    return nextDose(look, item, doses.at(next), before);
}

//! What fills the step: an act that names it, or anything in its time.
const Mark *filling(const Look &look, const Ages &ages, qsizetype index)
{
    const Step &step = ages.steps.at(index);
    const QDate from = step.credit.before(step.from.after(look.facts.birth));
    const QDate end = index + 1 < ages.steps.size()
                          ? ages.steps.at(index + 1).from.after(look.facts.birth)
                          : QDate();
    const Mark *found = nullptr;
    for (const Mark &mark : look.marks) {
        const bool inTime = mark.step.isEmpty() && mark.isDated() && mark.until >= from &&
                            (!end.isValid() || mark.from < end);
        if (inTime || mark.step == step.id)
            found = &mark;
    }
    return found;
}

DueItem nextStep(const Look &look, DueItem item, const Ages &ages, qsizetype index)
{
    if (index >= ages.steps.size()) {
        item.state = item.last ? DueState::Done : DueState::NotApplicable;
        return item;
    }
    const Step &step = ages.steps.at(index);
    item.step = step.id;
    return timed(item, step.from.after(look.facts.birth), look.today);
}

DueItem assessed(const Look &look, DueItem item, const Ages &ages)
{
    qsizetype current = -1;
    while (current + 1 < ages.steps.size() &&
           ages.steps.at(current + 1).from.after(look.facts.birth) <= look.today)
        ++current;
    if (!look.marks.isEmpty())
        item.last = look.marks.last().date;
    if (current < 0)
        return nextStep(look, item, ages, 0);
    const Step &step = ages.steps.at(current);
    const QDate from = step.from.after(look.facts.birth);
    if (const Mark *mark = filling(look, ages, current)) {
        item.last = mark->date;
        return nextStep(look, item, ages, current + 1);
    }
    const QDate until = step.until ? step.until->after(look.facts.birth) : QDate();
    if (until.isValid() && look.today >= until)
        return nextStep(look, item, ages, current + 1);
    item.step = step.id;
    if (until.isValid())
        item.closes = item.closes.isValid() ? std::min(item.closes, until) : until;
    if (step.late)
        item.lateSince = step.late->after(look.facts.birth);
    item = timed(item, std::max(from, look.free), look.today);
    if (const Act *act = lastAct(look, ActState::Declined, step.credit.before(from), step.id))
        return decided(item, DueState::Declined, *act);
    return item;
}

DueItem assessed(const Look &look, DueItem item, const Every &every)
{
    qsizetype dated = 0;
    const Mark *last = nullptr;
    for (const Mark &mark : look.marks) {
        if (!mark.isDated())
            continue;
        ++dated;
        last = &mark;
    }
    QDate since = std::max(look.opening.from, look.free);
    if (last) {
        item.last = last->date;
        const Span period = every.periods.at(std::min(dated, every.periods.size()) - 1);
        since = std::max(since, period.after(last->until));
    }
    if (item.closes.isValid() && since >= item.closes) {
        item.state = last ? DueState::Done : DueState::NotApplicable;
        return item;
    }
    if (every.lateAfter)
        item.lateSince = every.lateAfter->after(since);
    item = timed(item, since, look.today);
    const Act *act = lastAct(look, ActState::Declined, last ? last->until : QDate());
    if (act && look.today < every.periods.first().after(act->date))
        return decided(item, DueState::Declined, *act);
    return item;
}

DueItem assessed(const Look &look, DueItem item, const Seasonal &seasonal)
{
    const auto season = std::find_if(seasonal.seasons.begin(), seasonal.seasons.end(),
                                     [&](const Season &one) { return look.today <= one.until; });
    if (season == seasonal.seasons.end())
        return notApplicable(item); // the data end before the day: nothing is said
    const QDate counted = season->from.addDays(-daysBeforeSeason);
    const Mark *last = nullptr;
    for (const Mark &mark : look.marks)
        if (mark.isDated())
            last = &mark;
    if (last)
        item.last = last->date;
    item.closes = item.closes.isValid() ? std::min(item.closes, season->until.addDays(1))
                                        : season->until.addDays(1);
    if (last && last->until >= counted) {
        item.state = DueState::Done;
        item.since = season->from;
        return item;
    }
    QDate since = std::max({season->from, look.opening.from, look.free});
    if (last)
        since = std::max(since, seasonal.minAfter.after(last->until));
    if (since >= item.closes)
        return notApplicable(item);
    item = timed(item, since, look.today);
    if (const Act *act = lastAct(look, ActState::Declined, counted))
        return decided(item, DueState::Declined, *act);
    return item;
}

//! Of a pregnancy, what was done in the one before does not count.
void keepSince(QList<Mark> &marks, QDate since)
{
    QList<Mark> kept;
    for (const Mark &mark : marks)
        if (mark.isDated() && mark.until >= since)
            kept << mark;
    marks = kept;
}

} // namespace

QString code(ActState state)
{
    return actCodes.at(size_t(state)).toString();
}

std::optional<ActState> actStateOf(QStringView text)
{
    const auto found = std::find(actCodes.begin(), actCodes.end(), text);
    return found == actCodes.end()
               ? std::nullopt
               : std::optional(ActState(std::distance(actCodes.begin(), found)));
}

QList<ConditionFact> conditionsOf(const RuleBook &book, const record::NewEntry &problem)
{
    QList<ConditionFact> found;
    if (!problem.active || problem.code.isEmpty())
        return found;
    for (const Condition &condition : book.conditions()) {
        const bool told =
            std::any_of(condition.codes.begin(), condition.codes.end(),
                        [&](const QString &one) { return problem.code.startsWith(one); });
        if (told)
            found.append(
                {condition.id, problem.title, problem.code, problem.happened.toLocalTime().date()});
    }
    return found;
}

QList<ConditionFact> conditionsOf(const RuleBook &book, const QList<record::Entry> &problems)
{
    QList<ConditionFact> found;
    for (const record::Entry &entry : problems)
        found += conditionsOf(book, entry.content);
    return found;
}

DueItem assess(const Rule &rule, const PatientFacts &facts, const History &history, QDate today)
{
    DueItem item;
    item.rule = rule.id;
    if (!facts.birth.isValid() || facts.birth > today || facts.deceased)
        return item;
    const auto opening = openingOf(rule, facts, today);
    if (!opening)
        return item;
    Look look{rule,
              facts,
              history,
              today,
              *opening,
              marksOf(rule, facts, history, today),
              freeFrom(rule, facts, history, today)};
    item.because = opening->because;
    item.closes = opening->closes;
    if (rule.perCondition)
        keepSince(look.marks, opening->conditionSince);
    item.undated = std::any_of(look.marks.begin(), look.marks.end(),
                               [](const Mark &mark) { return !mark.isDated(); });
    const QDate since = rule.perCondition ? opening->conditionSince : QDate();
    if (const Act *act = lastAct(look, ActState::NotConcerned, since))
        return decided(item, DueState::NotConcerned, *act);
    return std::visit([&](const auto &schedule) { return assessed(look, item, schedule); },
                      rule.schedule);
}

QList<DueItem> dueFor(const RuleBook &book, const PatientFacts &facts, const History &history,
                      QDate today)
{
    QList<DueItem> items;
    for (const Rule &rule : book.rules())
        if (const DueItem item = assess(rule, facts, history, today);
            item.state != DueState::NotApplicable)
            items << item;
    return items;
}

bool isDue(const DueItem &item)
{
    return item.state == DueState::Due || item.state == DueState::Late;
}

} // namespace ambroise::prevention
