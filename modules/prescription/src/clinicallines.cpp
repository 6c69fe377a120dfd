// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <algorithm>

namespace ambroise::prescription {
namespace {

bool holds(const QList<SubstanceNames> &all, const QList<SubstanceNames> &some)
{
    return std::all_of(some.begin(), some.end(), [&](const SubstanceNames &one) {
        return std::any_of(all.begin(), all.end(),
                           [&](const SubstanceNames &other) { return one.isSameAs(other); });
    });
}

bool haveTheSame(const QList<SubstanceNames> &a, const QList<SubstanceNames> &b)
{
    return !a.isEmpty() && !b.isEmpty() && holds(a, b) && holds(b, a);
}

} // namespace

TreatmentNames::TreatmentNames(const Treatment &treatment)
{
    for (const CheckedLine &line : treatment.lines) {
        QList<SubstanceNames> names;
        if (line.facts)
            for (const drugs::Substance &one : line.facts->substances)
                names << SubstanceNames(one);
        m_names << names;
    }
    for (int i = 0; i < treatment.lines.size(); ++i) {
        std::optional<int> renewal;
        for (int j = 0; treatment.lines.at(i).current && !renewal && j < m_names.size(); ++j)
            if (!treatment.lines.at(j).current && haveTheSame(m_names.at(j), m_names.at(i)))
                renewal = j;
        m_renewals << renewal;
    }
}

QString whyNotComparable(const CheckedLine &line)
{
    if (!line.facts)
        return u"unknown_drug"_qs;
    return line.facts->substances.isEmpty() ? u"no_composition"_qs : QString();
}

bool countsForSafety(const Treatment &treatment, const TreatmentNames &names, int line)
{
    const CheckedLine &one = treatment.lines.at(line);
    if (!one.facts || one.facts->homeopathic)
        return false;
    const auto renewal = names.renewalOf(line);
    // A cream goes on with no tablet, whose doses and states nothing else would tell.
    return !renewal ||
           (isLocal(treatment.lines.at(*renewal).facts->routes) && !isLocal(one.facts->routes));
}

QString levelOf(const QString &level, const Treatment &treatment, const QList<int> &lines)
{
    const bool prescribed = std::any_of(
        lines.begin(), lines.end(), [&](int line) { return !treatment.lines.at(line).current; });
    return level == u"stop" && !prescribed ? u"warn"_qs : level;
}

QStringList namesOf(const QList<drugs::Substance> &substances)
{
    QStringList names;
    for (const drugs::Substance &one : substances)
        if (!names.contains(one.name))
            names << one.name;
    return names;
}

void addTables(CheckReport &report)
{
    if (!report.sources.contains(ClinicalKnowledge::tables()))
        report.sources << ClinicalKnowledge::tables();
}

} // namespace ambroise::prescription
