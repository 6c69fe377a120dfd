// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <ambroise/prescription/washout.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

Alert alertOf(const drugs::Interaction &found, const KnowledgeSource &source)
{
    Alert alert;
    alert.kind = CheckKind::Interaction;
    alert.level = drugs::code(found.level);
    if (found.levels.size() > 1)
        for (const drugs::InteractionLevel level : found.levels)
            alert.levels << drugs::code(level);
    alert.decided = found.decided;
    alert.branches = found.branches;
    alert.lines = {found.first, found.second};
    alert.subjects = QStringList{found.subjectOfFirst, found.subjectOfSecond};
    alert.substances = {found.substancesOfFirst, found.substancesOfSecond};
    alert.risk = found.risk;
    alert.advice = found.advice;
    alert.source = source;
    alert.folded = found.folded;
    return alert;
}

//! Whether the same rule is told of the line that renews the treatment: a cream renews no tablet,
//! whose interactions nothing else would tell.
bool isToldOfRenewal(const TreatmentNames &names, const QList<drugs::Interaction> &all,
                     const drugs::Interaction &one)
{
    const int first = names.renewalOf(one.first).value_or(one.first);
    const int second = names.renewalOf(one.second).value_or(one.second);
    if (first == one.first && second == one.second)
        return false;
    return std::any_of(all.begin(), all.end(), [&](const drugs::Interaction &other) {
        const bool straight = other.first == first && other.second == second;
        const bool back = other.first == second && other.second == first;
        return other.row == one.row && (straight || back);
    });
}

//! Of what was stopped, only what stands beside the ordonnance is of concern.
bool isOver(const Treatment &treatment, const drugs::Interaction &found)
{
    const CheckedLine &first = treatment.lines.at(found.first);
    const CheckedLine &second = treatment.lines.at(found.second);
    return (first.stoppedOn.isValid() || second.stoppedOn.isValid()) && first.current &&
           second.current;
}

//! Why it still counts.
void tellWashout(const CheckedLine &line, Alert &alert)
{
    if (!line.stoppedOn.isValid())
        return;
    if (const auto washout = Washouts::builtIn().of(line))
        alert.advice +=
            u"\n%1 (%2, %3)"_qs.arg(washout->why, washout->source.name, washout->source.version);
}

class Teller {
public:
    Teller(CheckReport &report, int line)
        : m_report(report)
        , m_line(line)
    {
    }
    void tell(const QString &why, const QStringList &about = {})
    {
        m_report.notChecked.append({m_line, CheckKind::Interaction, why, about});
    }
    //! Where there are any.
    void tellOf(const QString &why, const QStringList &about)
    {
        if (!about.isEmpty())
            tell(why, about);
    }

private:
    CheckReport &m_report;
    int m_line;
};

QStringList named(const drugs::LineCoverage &coverage, drugs::Coverage which)
{
    QStringList names;
    for (const drugs::SubstanceCoverage &one : coverage.substances)
        if (one.coverage == which && !names.contains(one.name))
            names << one.name;
    return names;
}

} // namespace

Status InteractionCheck::run(const Treatment &treatment, CheckReport &report) const
{
    QList<drugs::TreatmentLine> lines;
    for (const CheckedLine &line : treatment.lines)
        lines << line.treatment;
    AMBROISE_TRY(const auto findings, m_knowledge.interactions(lines, treatment.patient));
    for (int i = 0; i < lines.size(); ++i) {
        Teller teller(report, i);
        teller.tellOf(u"perhaps"_qs, treatment.lines.at(i).perhaps);
        if (!treatment.lines.at(i).facts) {
            teller.tell(u"unknown_drug"_qs);
        } else if (!findings) {
            teller.tell(u"no_source"_qs);
        } else if (lines.at(i).substances.isEmpty()) {
            teller.tell(u"no_composition"_qs);
        } else {
            const drugs::LineCoverage &coverage = findings->coverage.at(i);
            teller.tellOf(u"unmatched"_qs, named(coverage, drugs::Coverage::Unmatched));
            teller.tellOf(u"absent"_qs, named(coverage, drugs::Coverage::AbsentFromThesaurus));
            teller.tellOf(u"undefined_rule"_qs, findings->uncomputed.at(i));
            if (coverage.local)
                teller.tell(u"local"_qs);
            if (lines.at(i).routes.isEmpty())
                teller.tell(u"unknown_route"_qs);
        }
    }
    if (!findings)
        return done();
    report.sources << findings->source;
    const TreatmentNames names(treatment);
    for (const drugs::Interaction &found : findings->found) {
        if (isOver(treatment, found))
            continue;
        Alert alert = alertOf(found, findings->source);
        for (const int line : alert.lines)
            tellWashout(treatment.lines.at(line), alert);
        alert.folded = alert.folded || isToldOfRenewal(names, findings->found, found);
        report.alerts << alert;
    }
    return done();
}

} // namespace ambroise::prescription
