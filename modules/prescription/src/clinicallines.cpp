// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <algorithm>

namespace ambroise::prescription {

TreatmentNames::TreatmentNames(const Treatment &treatment)
{
    for (const CheckedLine &line : treatment.lines) {
        QList<SubstanceNames> names;
        if (line.facts)
            for (const drugs::Substance &one : line.facts->substances)
                names << SubstanceNames(one);
        m_names << names;
    }
}

QString whyNotComparable(const CheckedLine &line)
{
    if (!line.facts)
        return u"unknown_drug"_qs;
    return line.facts->substances.isEmpty() ? u"no_composition"_qs : QString();
}

bool countsForSafety(const Treatment &treatment, int line)
{
    const CheckedLine &one = treatment.lines.at(line);
    if (!one.facts || one.facts->homeopathic)
        return false;
    const auto renewal = renewalOf(treatment, line);
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
