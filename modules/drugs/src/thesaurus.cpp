// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/thesaurus.h>

#include <array>

namespace ambroise::drugs {
namespace {

struct LevelName {
    QStringView name;
    InteractionLevel level;
};

constexpr std::array<LevelName, 6> names = {{{u"APC", InteractionLevel::Apc},
                                             {u"PE", InteractionLevel::Pe},
                                             {u"AD", InteractionLevel::Ad},
                                             {u"CI", InteractionLevel::Ci},
                                             {u"APEC", InteractionLevel::Apc},
                                             {u"ASDEC", InteractionLevel::Ad}}};

} // namespace

QString code(InteractionLevel level)
{
    return names.at(size_t(level)).name.toString();
}

std::optional<InteractionLevel> interactionLevelOf(QStringView code)
{
    for (const LevelName &one : names)
        if (code.trimmed().compare(one.name, Qt::CaseInsensitive) == 0)
            return one.level;
    return std::nullopt;
}

QString Thesaurus::label(ThesaurusSide side) const
{
    return side.group >= 0 ? groups.at(side.group).label : classes.at(side.cls).label;
}

qsizetype Thesaurus::memberships() const
{
    qsizetype sum = 0;
    for (const ThesaurusClass &one : classes)
        sum += one.groups.size();
    return sum;
}

} // namespace ambroise::drugs
