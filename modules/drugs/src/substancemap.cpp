// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/substancemap.h>

#include "curationtable.h"

#include <QSet>

#include <algorithm>

namespace ambroise::drugs {
namespace {

//! Their salts are other things to the thesaurus than they are: our table says which.
bool isElement(const QString &base)
{
    static const QSet<QString> names{
        u"POTASSIUM"_qs, u"SODIUM"_qs,     u"CALCIUM"_qs,   u"MAGNESIUM"_qs, u"ZINC"_qs,
        u"FER"_qs,       u"LITHIUM"_qs,    u"ALUMINIUM"_qs, u"STRONTIUM"_qs, u"LYSINE"_qs,
        u"ARGININE"_qs,  u"TROMETAMOL"_qs, u"METHYLE"_qs,   u"ACIDE"_qs};
    return names.contains(base);
}

} // namespace

Result<SubstanceMap> SubstanceMap::make(const Thesaurus &thesaurus, const QString &table)
{
    SubstanceMap map;
    for (int i = 0; i < thesaurus.groups.size(); ++i) {
        map.m_groups[substanceKey(thesaurus.groups.at(i).label)] << i;
        for (const QString &code : thesaurus.groups.at(i).substances)
            map.m_published[code] << i;
    }
    for (int i = 0; i < thesaurus.classes.size(); ++i)
        map.m_classes.insert(substanceKey(thesaurus.classes.at(i).label), i);
    AMBROISE_TRY(const auto lines, curationLines(table, 4));
    for (const QStringList &line : lines)
        AMBROISE_CHECK(map.addLine(line));
    return map;
}

SubstanceMatch SubstanceMap::termsOf(const QString &terms)
{
    if (terms == u"-")
        return {Coverage::AbsentFromThesaurus, {}, {}};
    SubstanceMatch match;
    for (const QString &term : terms.split(u'|')) {
        const QString key = substanceKey(term);
        if (m_groups.contains(key))
            match.groups += m_groups.value(key);
        else if (m_classes.contains(key))
            match.classes << m_classes.value(key);
        else
            m_unknown << term;
    }
    if (!match.groups.isEmpty() || !match.classes.isEmpty())
        match.coverage = Coverage::Checked;
    return match;
}

Status SubstanceMap::addLine(const QStringList &columns)
{
    const SubstanceMatch match = termsOf(columns.at(2));
    const QString key = substanceKey(columns.at(1));
    if (key.isEmpty() || columns.at(2).isEmpty() || m_byCode.contains(columns.at(0)))
        return curationRefusal(columns);
    if (!columns.at(0).isEmpty())
        m_byCode.insert(columns.at(0), match);
    if (!m_byName.contains(key))
        m_byName.insert(key, match);
    return done();
}

SubstanceMatch SubstanceMap::match(const QString &code, const QString &name) const
{
    if (!code.isEmpty() && m_published.contains(code))
        return {Coverage::Checked, m_published.value(code), {}};
    if (!code.isEmpty() && m_byCode.contains(code))
        return m_byCode.value(code);
    const QString key = substanceKey(name);
    if (m_byName.contains(key))
        return m_byName.value(key);
    if (m_groups.contains(key))
        return {Coverage::Checked, m_groups.value(key), {}};
    // Dilutions that bear a substance's name and hold none of it.
    if (key.contains(u"POUR PREPARATIONS HOMEOPATHIQUES"))
        return {Coverage::AbsentFromThesaurus, {}, {}};
    const QString base = substanceBase(key);
    if (!isElement(base) && m_groups.contains(base))
        return {Coverage::Checked, m_groups.value(base), {}};
    return {};
}

} // namespace ambroise::drugs
