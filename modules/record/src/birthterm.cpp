// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/birthterm.h>

namespace ambroise::record {

std::optional<BirthTerm> BirthTerm::of(const Measure &measure)
{
    if (measure.kind() != MeasureKind::BirthTerm)
        return std::nullopt;
    return BirthTerm(int(measure.value()) * 7 + int(measure.second().value_or(0)), measure.shown());
}

QString BirthTerm::shown() const
{
    return m_shown;
}

std::optional<BirthTerm> birthTermOf(const QList<Entry> &measures)
{
    const QStringView name = definitionOf(MeasureKind::BirthTerm).name;
    for (const Entry &entry : measures)
        if (entry.content.title == name)
            if (const auto measure = Measure::of(entry.content))
                return BirthTerm::of(*measure);
    return std::nullopt;
}

} // namespace ambroise::record
