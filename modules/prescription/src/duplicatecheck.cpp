// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/check.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! A local effect is wanted: the same substance elsewhere adds less to it.
bool isLocal(const QStringList &routes)
{
    static const QStringList local{u"cutanée"_qs, u"ophtalmique"_qs, u"auriculaire"_qs,
                                   u"nasale"_qs,  u"vaginale"_qs,    u"gingivale"_qs,
                                   u"dentaire"_qs};
    return !routes.isEmpty() && std::all_of(routes.begin(), routes.end(),
                                            [](const QString &one) { return local.contains(one); });
}

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
        tell(u"class"_qs); // the same class is another check, not made yet
        for (int j = i + 1; j < treatment.lines.size(); ++j)
            if (comparable(i) && comparable(j))
                compare(treatment, i, j, report);
    }
    return done();
}

} // namespace ambroise::prescription
