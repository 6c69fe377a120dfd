// SPDX-License-Identifier: GPL-3.0-or-later
#include "growthchoice.h"

#include <QCoreApplication>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

class Growth {
    Q_DECLARE_TR_FUNCTIONS(Growth)
};

} // namespace

std::optional<GrowthChild> growingChild(const std::optional<Examined> &examined,
                                        const QList<Entry> &measures, int until)
{
    if (!examined || !examined->birthExact || !examined->birth.isValid() || examined->age >= until)
        return std::nullopt;
    return GrowthChild{examined->birth,
                       examined->sex == KidneySex::Female ? GrowthSex::Female : GrowthSex::Male,
                       birthTermOf(measures)};
}

QList<GrowthReference> growthReferences(const RecordServices &services)
{
    QList<GrowthReference> all{GrowthReference::who()};
    if (services.growthReferences)
        all += services.growthReferences();
    return all;
}

GrowthReference chosenReference(const RecordServices &services)
{
    const QList<GrowthReference> all = growthReferences(services);
    const QString title =
        all.size() > 1 && services.lastGrowthReference ? services.lastGrowthReference() : QString();
    const auto chosen = std::find_if(all.begin() + 1, all.end(), [&](const GrowthReference &one) {
        return one.title() == title;
    });
    return chosen == all.end() ? all.first() : *chosen;
}

QString bornAt(const GrowthChild &child)
{
    if (!child.term)
        return {};
    return (child.sex == GrowthSex::Female ? Growth::tr("née à %1") : Growth::tr("né à %1"))
        .arg(child.term->shown());
}

QString ageWords(const GrowthChild &child, GrowthAge age)
{
    if (!child.isPremature())
        return {};
    return (age == GrowthAge::Corrected ? Growth::tr("âge corrigé, %1")
                                        : Growth::tr("âge civil, %1"))
        .arg(bornAt(child));
}

} // namespace ambroise::record::ui
