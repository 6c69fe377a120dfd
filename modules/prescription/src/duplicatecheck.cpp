// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/check.h>
#include <ambroise/prescription/clinicalknowledge.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

void compare(const Treatment &treatment, int i, int j, CheckReport &report)
{
    const DrugFacts &first = *treatment.lines.at(i).facts;
    const DrugFacts &second = *treatment.lines.at(j).facts;
    const bool local = isLocal(first.routes) || isLocal(second.routes);
    const bool renewed = !local && renewalOf(treatment, j) == i;
    QStringList told;
    for (const drugs::Substance &x : first.substances)
        for (const drugs::Substance &y : second.substances) {
            if (!isSameSubstance(x, y) || told.contains(x.name))
                continue;
            told << x.name;
            Alert alert;
            alert.kind = CheckKind::Duplicate;
            alert.level = renewed || local ? u"info"_qs : u"warn"_qs;
            alert.folded = renewed;
            alert.lines = {i, j};
            alert.subjects = QStringList{x.name};
            alert.substances = {{x.name}, {y.name}};
            alert.source = first.source.name.isEmpty() ? second.source : first.source;
            report.alerts << alert;
        }
}

//! What of the line is of the class.
QStringList membersOf(const SubstanceClass &cls, const DrugFacts &facts)
{
    QStringList names;
    for (const drugs::Substance &one : facts.substances)
        if (cls.members.holds(one))
            names << one.name;
    return names;
}

bool shareASubstance(const DrugFacts &a, const DrugFacts &b)
{
    return std::any_of(a.substances.begin(), a.substances.end(), [&b](const drugs::Substance &x) {
        return std::any_of(b.substances.begin(), b.substances.end(),
                           [&x](const drugs::Substance &y) { return isSameSubstance(x, y); });
    });
}

//! Two of a class that is not combined; a cream and a tablet may be, and so may what is told as the
//! same substance already.
void compareClasses(const Treatment &treatment, int i, int j, CheckReport &report)
{
    const DrugFacts &first = *treatment.lines.at(i).facts;
    const DrugFacts &second = *treatment.lines.at(j).facts;
    const bool renewed = renewalOf(treatment, i) || renewalOf(treatment, j);
    if (renewed || isLocal(first.routes) || isLocal(second.routes) ||
        shareASubstance(first, second))
        return;
    for (const SubstanceClass &cls : ClinicalKnowledge::builtIn().classes()) {
        const QStringList ofFirst = membersOf(cls, first);
        const QStringList ofSecond = membersOf(cls, second);
        if (cls.duplicateLevel.isEmpty() || ofFirst.isEmpty() || ofSecond.isEmpty())
            continue;
        Alert alert;
        alert.kind = CheckKind::Duplicate;
        alert.rule = u"duplicate.class"_qs;
        alert.level = cls.duplicateLevel;
        alert.lines = {i, j};
        alert.subjects = QStringList{cls.label};
        alert.substances = {ofFirst, ofSecond};
        alert.risk = cls.label;
        alert.advice = cls.duplicateAdvice;
        alert.source = cls.source;
        report.alerts << alert;
        return; // the classes stand from the narrowest to the widest
    }
}

bool isInSomeClass(const DrugFacts &facts)
{
    const QList<SubstanceClass> &classes = ClinicalKnowledge::builtIn().classes();
    return std::any_of(classes.begin(), classes.end(), [&facts](const SubstanceClass &cls) {
        return !membersOf(cls, facts).isEmpty();
    });
}

} // namespace

Status DuplicateCheck::run(const Treatment &treatment, CheckReport &report) const
{
    const auto comparable = [&](int i) {
        const auto &facts = treatment.lines.at(i).facts;
        return facts && !facts->homeopathic;
    };
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const auto &facts = treatment.lines.at(i).facts;
        const auto tell = [&](const QString &why) {
            report.notChecked.append({i, CheckKind::Duplicate, why, {}});
        };
        if (!facts)
            tell(u"unknown_drug"_qs);
        else if (facts->substances.isEmpty())
            tell(u"no_composition"_qs);
        else if (comparable(i) && !isInSomeClass(*facts))
            tell(u"no_class"_qs);
        for (int j = i + 1; j < treatment.lines.size(); ++j)
            if (comparable(i) && comparable(j)) {
                compare(treatment, i, j, report);
                compareClasses(treatment, i, j, report);
            }
    }
    return done();
}

} // namespace ambroise::prescription
