// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactiondata.h"
#include "linecomparison.h"

#include <algorithm>

namespace ambroise::drugs {
namespace {

bool meet(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString &one) { return b.contains(one); });
}

bool holds(const QList<int> &ascending, int value)
{
    return std::binary_search(ascending.begin(), ascending.end(), value);
}

} // namespace

bool LineCoverage::isComplete() const
{
    return !substances.isEmpty() &&
           std::all_of(substances.begin(), substances.end(), [](const SubstanceCoverage &one) {
               return one.coverage == Coverage::Checked;
           });
}

Result<InteractionBase> InteractionBase::make(const Thesaurus &thesaurus,
                                              const InteractionTables &tables)
{
    AMBROISE_TRY(const auto data, InteractionData::make(thesaurus, tables));
    return InteractionBase(data);
}

QDate InteractionBase::version() const
{
    return m_data->thesaurus.version;
}

const SubstanceMap &InteractionBase::substances() const
{
    return m_data->map;
}

QStringList InteractionBase::uncuratedPairs() const
{
    return m_data->uncurated;
}

namespace {

//! The groups, the classes that our table names and those that hold the groups, ascending.
QList<int> termsOf(const InteractionData &data, const SubstanceMatch &match,
                   const QStringList &routes)
{
    QList<int> terms = match.groups;
    for (const int cls : match.classes)
        terms << data.groupCount + cls;
    for (const int group : match.groups)
        for (const int cls : data.classesOfGroup[size_t(group)]) {
            const auto by = data.memberRoutes.constFind({cls, group});
            if (by == data.memberRoutes.cend() || routes.isEmpty() || meet(routes, *by))
                terms << cls;
        }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

} // namespace

InteractionBase::Line InteractionBase::prepare(const TreatmentLine &line) const
{
    const InteractionData &data = *m_data;
    Line prepared;
    prepared.m_routes = line.routes;
    prepared.m_local = !line.routes.isEmpty() &&
                       std::all_of(line.routes.begin(), line.routes.end(),
                                   [&](const QString &r) { return data.localRoutes.contains(r); });
    for (const TreatedSubstance &substance : line.substances) {
        const SubstanceMatch match = data.map.match(substance.code, substance.name);
        Line::Prepared one;
        one.substance = substance;
        one.base = substanceBase(substanceKey(substance.name));
        one.coverage = match.coverage;
        one.groups = match.groups;
        one.terms = termsOf(data, match, line.routes);
        const auto reaches = [&](const LocalException &except) {
            return holds(one.terms, except.term) &&
                   (except.routes.isEmpty() || meet(line.routes, except.routes));
        };
        one.concerned = !prepared.m_local ||
                        std::any_of(data.exceptions.begin(), data.exceptions.end(), reaches);
        for (const int term : one.terms)
            if (const int side = data.sideOfTerm[size_t(term)]; side >= 0 && one.concerned)
                one.sides << side;
        prepared.m_substances << one;
    }
    return prepared;
}

LineCoverage InteractionBase::coverageOf(const Line &line)
{
    LineCoverage coverage;
    coverage.local =
        line.isLocal() && std::none_of(line.substances().begin(), line.substances().end(),
                                       [](const auto &one) { return one.concerned; });
    for (const Line::Prepared &one : line.substances())
        coverage.substances.append({one.substance.name, one.coverage});
    return coverage;
}

QStringList InteractionBase::uncomputed(const Line &line) const
{
    QStringList pairs;
    for (const Line::Prepared &one : line.substances())
        for (const int side : one.sides)
            for (const NamedRule &rule : m_data->named.value(side))
                if (rule.kind == NamedKind::Undefined) {
                    const ThesaurusRow &row = m_data->thesaurus.rows.at(rule.row);
                    pairs << m_data->thesaurus.label(row.a) + u" + "_qs +
                                 m_data->thesaurus.label(row.b);
                }
    pairs.removeDuplicates();
    return pairs;
}

QList<Interaction> InteractionBase::check(const QList<Line> &lines,
                                          const PatientState &patient) const
{
    QList<Interaction> all;
    for (int i = 0; i < lines.size(); ++i)
        for (int j = i + 1; j < lines.size(); ++j)
            all += between(lines.at(i), i, lines.at(j), j, patient);
    return all;
}

QList<Interaction> InteractionBase::between(const Line &a, int first, const Line &b, int second,
                                            const PatientState &patient) const
{
    return LineComparison(*m_data, patient).between(a, first, b, second);
}

} // namespace ambroise::drugs
