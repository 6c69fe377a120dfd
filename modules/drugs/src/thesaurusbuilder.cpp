// SPDX-License-Identifier: GPL-3.0-or-later
#include "thesaurusbuilder.h"

#include <algorithm>

namespace ambroise::drugs {

Error thesaurusRefusal(const QString &subject, const QString &where, qsizetype number)
{
    return {ErrorCode::Invalid, subject,
            number > 0 ? where + u':' + QString::number(number) : where};
}

bool saysWhatItMeans(QStringView name)
{
    return name.startsWith(u"AUTRES ") || name.endsWith(u" (AUTRES)") ||
           name == u"MÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE" ||
           name == u"MÉDICAMENTS UTILISÉS PAR VOIE VAGINALE" ||
           name == u"SELS DE FER PAR VOIE INJECTABLE" || name == u"THÉINE";
}

int ThesaurusBuilder::group(const QString &label)
{
    const auto known = m_groups.constFind(label);
    if (known != m_groups.cend())
        return *known;
    m_thesaurus.groups.append({label, {}, {}});
    const int place = int(m_thesaurus.groups.size() - 1);
    m_groups.insert(label, place);
    return place;
}

Status ThesaurusBuilder::addHeading(const QString &name, const QStringList &members,
                                    const QString &note, qsizetype number)
{
    if (name.isEmpty() || m_sides.contains(name))
        return thesaurusRefusal(u"ansm.duplicate"_qs, m_source, number);
    if (members.isEmpty()) {
        const int place = group(name);
        m_thesaurus.groups[place].note = note;
        m_sides.insert(name, {place, -1});
        return done();
    }
    QList<int> groups;
    for (const QString &member : members) {
        const int place = group(member);
        if (groups.contains(place))
            return thesaurusRefusal(u"ansm.duplicate"_qs, m_source, number);
        groups << place;
    }
    std::sort(groups.begin(), groups.end());
    m_thesaurus.classes.append({name, note, groups});
    m_sides.insert(name, {-1, int(m_thesaurus.classes.size() - 1)});
    return done();
}

Result<ThesaurusSide> ThesaurusBuilder::side(const QString &name, qsizetype number)
{
    const auto known = m_sides.constFind(name);
    if (known != m_sides.cend())
        return *known;
    if (!saysWhatItMeans(name))
        return thesaurusRefusal(u"ansm.unknown_name"_qs, m_source, number);
    m_thesaurus.classes.append({name, {}, {}});
    const ThesaurusSide side{-1, int(m_thesaurus.classes.size() - 1)};
    m_sides.insert(name, side);
    return side;
}

Status ThesaurusBuilder::addRow(const QString &a, const QString &b, const QStringList &levels,
                                const QString &risk, const QString &advice, qsizetype number)
{
    ThesaurusRow row;
    AMBROISE_TRY(row.a, side(a, number));
    AMBROISE_TRY(row.b, side(b, number));
    for (const QString &name : levels) {
        const auto level = interactionLevelOf(name);
        if (!level || row.levels.contains(*level))
            return thesaurusRefusal(u"ansm.level"_qs, m_source, number);
        row.levels << *level;
    }
    if (row.levels.isEmpty())
        return thesaurusRefusal(u"ansm.level"_qs, m_source, number);
    std::sort(row.levels.begin(), row.levels.end(), std::greater<>());
    if (m_rows.contains({a, b}))
        return thesaurusRefusal(u"ansm.duplicate"_qs, m_source, number);
    m_rows.insert({a, b}, m_thesaurus.rows.size());
    row.risk = risk;
    row.advice = advice;
    m_thesaurus.rows << row;
    return done();
}

Status ThesaurusBuilder::checkSymmetry() const
{
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const auto &[a, b] = it.key();
        if (saysWhatItMeans(a) || saysWhatItMeans(b))
            continue;
        const auto back = m_rows.constFind({b, a});
        if (back == m_rows.cend() ||
            m_thesaurus.rows.at(*back).levels != m_thesaurus.rows.at(it.value()).levels)
            return thesaurusRefusal(u"ansm.asymmetric"_qs, m_source, it.value() + 1);
    }
    return done();
}

Result<Thesaurus> ThesaurusBuilder::finish(QDate version)
{
    if (m_thesaurus.rows.isEmpty() || m_thesaurus.classes.isEmpty())
        return thesaurusRefusal(u"ansm.empty"_qs, m_source);
    if (!version.isValid())
        return thesaurusRefusal(u"ansm.version"_qs, m_source);
    AMBROISE_CHECK(checkSymmetry());
    m_thesaurus.version = version;
    return m_thesaurus;
}

} // namespace ambroise::drugs
