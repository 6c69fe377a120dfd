// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/drug.h>

#include <QSet>

#include <algorithm>

namespace ambroise::drugs {

QList<Substance> activeSubstances(const QList<Component> &composition)
{
    QSet<std::pair<QString, int>> therapeutic;
    for (const Component &component : composition)
        if (component.nature == Component::Nature::Therapeutic)
            therapeutic.insert({component.element, component.link});

    QList<Substance> substances;
    for (const Component &component : composition) {
        const bool replaced = component.nature == Component::Nature::Active &&
                              therapeutic.contains({component.element, component.link});
        if (!replaced)
            substances.append({component.code, component.name, component.dosage, component.per});
    }
    return substances;
}

Listing listingOf(const QList<Condition> &conditions)
{
    const auto names = [&conditions](QStringView wording) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [=](const Condition &c) { return c.wording == wording; });
    };
    if (names(u"stupéfiants"))
        return Listing::Narcotic;
    if (names(u"liste I"))
        return Listing::ListI;
    return names(u"liste II") ? Listing::ListII : Listing::None;
}

} // namespace ambroise::drugs
