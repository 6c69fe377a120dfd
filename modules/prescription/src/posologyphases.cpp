// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyphases.h"

namespace ambroise::prescription {

using Link = Dosage::Link;

QList<Phase> phasesOf(const Posology &posology)
{
    QList<Phase> phases;
    for (const Dosage &one : posology.dosages()) {
        const bool words = !one.dose && !one.isPause && !one.ratePerHour && one.link == Link::Then;
        if (words)
            continue; // "puis revoir pour l'arrêt"
        if (phases.isEmpty() || one.link == Link::Then)
            phases.append(Phase{Group{one}});
        else if (one.link == Link::Instead)
            phases.last().append(Group{one});
        else
            phases.last().last().append(one);
    }
    return phases;
}

bool isPause(const Phase &phase)
{
    return phase.first().first().isPause;
}

bool isOfSeveralSites(const Dosage &dosage)
{
    return dosage.site.contains(u"chaque") || dosage.site.contains(u"les ");
}

PhaseLength lengthOf(const Phase &phase)
{
    if (phase.first().first().timing.once)
        return {1, 1};
    const Bounds &bounds = phase.first().first().bounds;
    for (const Group &group : phase)
        for (const Dosage &one : group)
            if (one.bounds != bounds)
                return {};
    if (bounds.from.isValid() && bounds.to.isValid()) {
        const int days = int(bounds.from.daysTo(bounds.to)) + 1;
        return bounds.duration.isSaid() ? PhaseLength{} : PhaseLength{days, days};
    }
    if (!bounds.duration.isSaid() || bounds.to.isValid())
        return {};
    const auto least = bounds.duration.days();
    const auto most = bounds.longestDuration.isSaid() ? bounds.longestDuration.days() : least;
    const bool open =
        bounds.atMost || bounds.longestDuration.isSaid() || !bounds.endEvent.isEmpty();
    return {open ? std::nullopt : least, most};
}

} // namespace ambroise::prescription
