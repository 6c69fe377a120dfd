// SPDX-License-Identifier: GPL-3.0-or-later
#include "linecomparison.h"

#include <algorithm>

namespace ambroise::drugs {
namespace {

using Prepared = InteractionBase::Line::Prepared;

//! The same to the thesaurus, or to the BDPM: duplicates are another check.
bool isSame(const Prepared &x, const Prepared &y)
{
    if (!x.substance.code.isEmpty() && x.substance.code == y.substance.code)
        return true;
    if (!x.base.isEmpty() && x.base == y.base)
        return true;
    return std::any_of(x.groups.begin(), x.groups.end(),
                       [&y](int group) { return y.groups.contains(group); });
}

bool mayBeInjected(const InteractionBase::Line &line)
{
    const auto by = [&line](const QString &route) {
        return line.mayBeBy(route);
    };
    return by(u"intraveineuse"_qs) || by(u"intramusculaire"_qs) || by(u"sous-cutanée"_qs);
}

void addNames(QStringList &to, const QStringList &names)
{
    for (const QString &name : names)
        if (!to.contains(name))
            to << name;
}

} // namespace

QList<Interaction> LineComparison::between(const InteractionBase::Line &a, int first,
                                           const InteractionBase::Line &b, int second)
{
    m_first = first;
    m_second = second;
    for (const Prepared &x : a.substances())
        for (const Prepared &y : b.substances())
            compare({&x, &a, true}, {&y, &b, false});
    for (const Prepared &x : a.substances())
        compareWithNamed({&x, &a, true}, b);
    for (const Prepared &y : b.substances())
        compareWithNamed({&y, &b, false}, a);
    return ranked();
}

void LineComparison::compare(const Taken &x, const Taken &y)
{
    if (x.substance->sides.isEmpty() || y.substance->sides.isEmpty() ||
        isSame(*x.substance, *y.substance))
        return;
    for (const int sx : x.substance->sides)
        for (const int sy : y.substance->sides) {
            const int straight = m_data.rule(sx, sy);
            const int back = m_data.rule(sy, sx);
            if (straight >= 0)
                hit(straight, back >= 0 ? std::min(straight, back) : straight, x, y);
            else if (back >= 0)
                hit(back, back, y, x);
        }
}

void LineComparison::compareWithNamed(const Taken &x, const InteractionBase::Line &other)
{
    static const Prepared nobody{};
    for (const int side : x.substance->sides) {
        const auto rules = m_data.named.constFind(side);
        if (rules == m_data.named.cend())
            continue;
        for (const NamedRule &rule : *rules) {
            for (const Prepared &y : other.substances())
                applyNamed(rule, side, x, {&y, &other, !x.isFirst});
            if (other.substances().isEmpty())
                applyNamed(rule, side, x, {&nobody, &other, !x.isFirst});
        }
    }
}

void LineComparison::applyNamed(const NamedRule &rule, int side, const Taken &x, const Taken &y)
{
    bool applies = false;
    switch (rule.kind) {
    case NamedKind::Others:
        applies = y.substance->sides.contains(side) && !isSame(*x.substance, *y.substance);
        break;
    case NamedKind::Oral:
        applies = y.line->mayBeBy(u"orale"_qs);
        break;
    case NamedKind::Vaginal: // hardly any drug: an unknown route is not taken for it
        applies = y.line->routes().contains(u"vaginale"_qs);
        break;
    case NamedKind::Injected:
        applies = y.substance->groups.contains(rule.term) && mayBeInjected(*y.line);
        break;
    case NamedKind::NoDrug:
    case NamedKind::Undefined:
        break;
    }
    if (applies)
        hit(rule.row, rule.row, x, y);
}

void LineComparison::hit(int row, int canonical, const Taken &x, const Taken &y)
{
    const ThesaurusRow &rule = m_data.thesaurus.rows.at(row);
    Interaction one;
    one.row = canonical;
    one.levels = rule.levels;
    one.level = rule.levels.first();
    if (rule.levels.size() > 1)
        judge(one, row, x, y);
    const Taken &first = x.isFirst ? x : y;
    const Taken &second = x.isFirst ? y : x;
    one.substancesOfFirst << first.substance->substance.name;
    one.substancesOfSecond << second.substance->substance.name;
    for (Interaction &known : m_hits) {
        if (known.row != canonical)
            continue;
        addNames(known.substancesOfFirst, one.substancesOfFirst);
        addNames(known.substancesOfSecond, one.substancesOfSecond);
        if (one.level > known.level) {
            known.level = one.level;
            known.branches = one.branches;
            known.decided = one.decided;
        }
        return;
    }
    one.first = m_first;
    one.second = m_second;
    one.subjectOfFirst = m_data.thesaurus.label(x.isFirst ? rule.a : rule.b);
    one.subjectOfSecond = m_data.thesaurus.label(x.isFirst ? rule.b : rule.a);
    one.risk = rule.risk;
    one.advice = rule.advice;
    one.specificity = (rule.a.group >= 0 ? 1 : 0) + (rule.b.group >= 0 ? 1 : 0);
    m_hits << one;
}

void LineComparison::judge(Interaction &interaction, int row, const Taken &x, const Taken &y) const
{
    interaction.decided = false;
    const auto rule = m_data.levels.constFind(row);
    if (rule == m_data.levels.cend())
        return; // not in our table: the gravest, undecided
    const bool back = m_data.swapped.contains(row);
    const Taken &a = back ? y : x;
    const Taken &b = back ? x : y;
    const auto verdict =
        rule->judge({a.substance, b.substance, &a.line->routes(), &b.line->routes()}, m_patient);
    interaction.level = verdict.level;
    interaction.decided = verdict.decided;
    interaction.branches = verdict.branches;
}

QList<Interaction> LineComparison::ranked()
{
    std::stable_sort(m_hits.begin(), m_hits.end(), [](const Interaction &a, const Interaction &b) {
        if (a.level != b.level)
            return a.level > b.level;
        if (a.specificity != b.specificity)
            return a.specificity > b.specificity;
        return a.row < b.row;
    });
    for (qsizetype i = 1; i < m_hits.size(); ++i)
        m_hits[i].folded = true;
    return m_hits;
}

} // namespace ambroise::drugs
