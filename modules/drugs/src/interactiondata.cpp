// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactiondata.h"

#include "curationtable.h"

#include <algorithm>
#include <limits>

namespace ambroise::drugs {
namespace {

std::optional<NamedKind> kindOf(const QString &word)
{
    static const QHash<QString, NamedKind> kinds{
        {u"others"_qs, NamedKind::Others},   {u"oral"_qs, NamedKind::Oral},
        {u"vaginal"_qs, NamedKind::Vaginal}, {u"injected"_qs, NamedKind::Injected},
        {u"nodrug"_qs, NamedKind::NoDrug},   {u"undefined"_qs, NamedKind::Undefined}};
    const auto found = kinds.constFind(word);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

//! A class without members, whose name says what it means.
bool isNamed(const Thesaurus &thesaurus, ThesaurusSide side)
{
    return side.group < 0 && thesaurus.classes.at(side.cls).groups.isEmpty();
}

} // namespace

Result<std::shared_ptr<const InteractionData>>
InteractionData::make(const Thesaurus &thesaurus, const InteractionTables &tables)
{
    AMBROISE_TRY(SubstanceMap map, SubstanceMap::make(thesaurus, tables.substances));
    const auto data = std::make_shared<InteractionData>(thesaurus, std::move(map));
    data->groupCount = int(thesaurus.groups.size());
    data->classesOfGroup.resize(size_t(data->groupCount));
    for (int i = 0; i < data->groupCount; ++i)
        data->m_groupsByKey[substanceKey(thesaurus.groups.at(i).label)] << i;
    for (int i = 0; i < thesaurus.classes.size(); ++i) {
        data->m_classesByKey.insert(thesaurus.classes.at(i).label, data->groupCount + i);
        for (const int group : thesaurus.classes.at(i).groups)
            data->classesOfGroup[size_t(group)] << data->groupCount + i;
    }
    AMBROISE_CHECK(data->readRules(tables.namedSides));
    AMBROISE_CHECK(data->readLevels(tables.levels));
    AMBROISE_CHECK(data->readRoutes(tables));
    return std::shared_ptr<const InteractionData>(data);
}

QList<int> InteractionData::termsOf(const QString &name) const
{
    if (!name.startsWith(u'@'))
        return m_groupsByKey.value(substanceKey(name));
    const auto found = m_classesByKey.constFind(name.mid(1));
    return found == m_classesByKey.cend() ? QList<int>() : QList<int>{*found};
}

Status InteractionData::readRules(const QString &namedSides)
{
    AMBROISE_TRY(const auto lines, curationLines(namedSides, 3));
    QHash<QString, QStringList> meanings;
    for (const QStringList &line : lines)
        meanings.insert(line.at(0), line);
    if (thesaurus.rows.size() > std::numeric_limits<qint16>::max())
        return Error{ErrorCode::Invalid, u"ansm.too_large"_qs, {}};

    sideOfTerm.assign(size_t(groupCount) + size_t(thesaurus.classes.size()), -1);
    const auto number = [this](ThesaurusSide side) {
        int &place = sideOfTerm[size_t(termOf(side))];
        if (place < 0)
            place = sideCount++;
        return place;
    };
    for (const ThesaurusRow &row : thesaurus.rows) {
        number(row.a);
        if (!isNamed(thesaurus, row.b))
            number(row.b);
    }
    rules.assign(size_t(sideCount) * size_t(sideCount), -1);
    for (int i = 0; i < thesaurus.rows.size(); ++i) {
        const ThesaurusRow &row = thesaurus.rows.at(i);
        const int a = number(row.a);
        if (!isNamed(thesaurus, row.b)) {
            rules[size_t(a) * size_t(sideCount) + size_t(number(row.b))] = qint16(i);
            continue;
        }
        const QString label = thesaurus.label(row.b);
        const QStringList meaning = meanings.value(label, {label, u"undefined"_qs, {}});
        const auto kind = kindOf(meaning.at(1));
        const QList<int> terms = termsOf(meaning.at(2));
        if (!kind)
            return curationRefusal(meaning);
        named[a].append({i, *kind, terms.value(0, -1)});
    }
    return done();
}

Status InteractionData::readLevels(const QString &table)
{
    AMBROISE_TRY(const auto lines, curationLines(table, 6));
    QHash<std::pair<QString, QString>, LevelRule> byNames;
    for (const QStringList &line : lines) {
        const auto level = interactionLevelOf(line.at(2));
        if (!level)
            return curationRefusal(line);
        AMBROISE_CHECK(byNames[{line.at(0), line.at(1)}].add(
            *level, line.at(3) == u"*", line.at(4), line.at(5),
            [this](const QString &name) { return termsOf(name); }));
    }
    for (int i = 0; i < thesaurus.rows.size(); ++i) {
        const ThesaurusRow &row = thesaurus.rows.at(i);
        if (row.levels.size() < 2)
            continue;
        const QString a = thesaurus.label(row.a);
        const QString b = thesaurus.label(row.b);
        if (const auto straight = byNames.constFind({a, b}); straight != byNames.cend()) {
            levels.insert(i, *straight);
        } else if (const auto back = byNames.constFind({b, a}); back != byNames.cend()) {
            levels.insert(i, *back);
            swapped.insert(i);
        } else {
            uncurated << a + u" + "_qs + b;
        }
    }
    return done();
}

Status InteractionData::readRoutes(const InteractionTables &tables)
{
    AMBROISE_TRY(const auto local, curationLines(tables.routes, 1));
    for (const QStringList &line : local)
        localRoutes.insert(line.first());
    AMBROISE_TRY(const auto except, curationLines(tables.localExceptions, 3));
    for (const QStringList &line : except)
        for (const int term : termsOf(line.first()))
            exceptions.append({term, line.at(1) == u"*" ? QStringList() : line.at(1).split(u';')});
    AMBROISE_TRY(const auto members, curationLines(tables.memberRoutes, 4));
    for (const QStringList &line : members)
        for (const int cls : termsOf(u'@' + line.at(0)))
            for (const int group : termsOf(line.at(1)))
                memberRoutes.insert({cls, group}, line.at(2).split(u';'));
    return done();
}

} // namespace ambroise::drugs
