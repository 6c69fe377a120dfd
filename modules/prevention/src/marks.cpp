// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.h"

#include <algorithm>

namespace ambroise::prevention {
namespace {

bool isBetween(const PartialDate &date, QDate birth, QDate today)
{
    return latest(date) >= birth && earliest(date) <= today;
}

Mark markAt(const std::optional<PartialDate> &date, QDate today)
{
    Mark mark;
    mark.date = date;
    if (date && date->year() != 0) {
        mark.from = earliest(*date);
        mark.until = std::min(latest(*date), today);
    }
    return mark;
}

//! What was given on one day protects together: two vaccines are as one that has the valences of
//! both.
QList<Given> byDay(const History &history, QDate birth, QDate today)
{
    QList<Given> days;
    for (const Given &one : history.given) {
        if (one.date && one.date->year() != 0 && !isBetween(*one.date, birth, today))
            continue;
        const auto same = std::find_if(days.begin(), days.end(), [&](const Given &day) {
            return one.date && one.date->whole() && day.date == one.date;
        });
        if (same == days.end())
            days << one;
        else
            same->valences += one.valences;
    }
    return days;
}

QDate lastOfAny(const QList<Given> &days, const Need &need, QDate today)
{
    QDate last;
    for (const Given &day : days)
        for (const QStringList &any : need)
            if (meets(day.valences, {any}) && day.date && day.date->year() != 0)
                last = std::max(last, std::min(latest(*day.date), today));
    return last;
}

} // namespace

bool meets(const QStringList &valences, const Need &need)
{
    return std::all_of(need.begin(), need.end(), [&](const QStringList &any) {
        return std::any_of(any.begin(), any.end(),
                           [&](const QString &one) { return valences.contains(one); });
    });
}

QList<Mark> marksOf(const Rule &rule, const PatientFacts &facts, const History &history,
                    QDate today)
{
    QList<Mark> marks;
    if (!rule.valences.isEmpty())
        for (const Given &day : byDay(history, facts.birth, today))
            if (meets(day.valences, rule.valences))
                marks << markAt(day.date, today);
    for (const Act &act : history.acts) {
        if (act.rule != rule.id || act.state != ActState::Done || !act.date.isValid() ||
            act.date < facts.birth || act.date > today)
            continue;
        Mark mark = markAt(*PartialDate::of(act.date), today);
        mark.step = act.step;
        marks << mark;
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark &a, const Mark &b) { return a.from < b.from; });
    return marks;
}

QDate freeFrom(const Rule &rule, const PatientFacts &facts, const History &history, QDate today)
{
    if (rule.waits.isEmpty())
        return {};
    const QList<Given> days = byDay(history, facts.birth, today);
    QStringList received;
    for (const Given &day : days)
        received += day.valences;
    QDate free;
    for (const Wait &wait : rule.waits) {
        QDate last;
        if (wait.rule.isEmpty() && meets(received, wait.valences))
            last = lastOfAny(days, wait.valences, today);
        for (const Act &act : history.acts)
            if (act.rule == wait.rule && act.state == ActState::Done && act.date <= today)
                last = std::max(last, act.date);
        if (last.isValid())
            free = std::max(free, wait.interval.after(last));
    }
    return free;
}

} // namespace ambroise::prevention
