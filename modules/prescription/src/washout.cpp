// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/washout.h>

#include <QFile>

#include <algorithm>

// A resource of a static library is registered by who needs it.
static void registerWashouts()
{
    Q_INIT_RESOURCE(knowledge);
}

namespace ambroise::prescription {
namespace {

constexpr qsizetype columns = 6;
constexpr int daysOfWeek = 7;
constexpr int mostWeeks = 520;

enum Column { Substances, Weeks, Why, Source, Date, Review };

Error refusal(const QString &line)
{
    return {ErrorCode::Corrupt, u"knowledge.table"_qs, line.left(80)};
}

} // namespace

const Washouts &Washouts::builtIn()
{
    static const Washouts table = [] {
        registerWashouts();
        QFile file(u":/ambroise/knowledge/washouts.tsv"_qs);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a table of the checks is not in the program");
        const auto parsed = parse(QString::fromUtf8(file.readAll()));
        if (!parsed.ok())
            qFatal("washouts.tsv: %s", qPrintable(parsed.error().detail));
        return *parsed;
    }();
    return table;
}

Result<Washouts> Washouts::parse(const QString &table)
{
    Washouts washouts;
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList row = line.split(u'\t');
        if (row.size() != columns)
            return refusal(line);
        Washout one;
        one.weeks = row.at(Weeks).toInt();
        one.why = row.at(Why);
        const bool read = row.at(Review) == u"lu" && row.at(Date) != u"-";
        const bool sourced = !row.at(Source).isEmpty() &&
                             (read || (row.at(Review) == u"à relire" && row.at(Date) == u"-"));
        if (one.weeks < 1 || one.weeks > mostWeeks || one.why.isEmpty() || !sourced)
            return refusal(line);
        one.source = {row.at(Source), read ? row.at(Date) : ClinicalKnowledge::tables().version};
        SubstanceSet set;
        for (const QString &name : row.at(Substances).split(u';', Qt::SkipEmptyParts))
            set.add(name);
        washouts.m_rows.append({set, one});
    }
    return washouts;
}

std::optional<Washout> Washouts::of(const CheckedLine &line) const
{
    std::optional<Washout> longest;
    if (!line.facts || isLocal(line.facts->routes))
        return longest;
    for (const auto &[set, one] : m_rows)
        for (const drugs::Substance &substance : line.facts->substances)
            if (set.holds(SubstanceNames(substance)) && (!longest || one.weeks > longest->weeks))
                longest = one;
    return longest;
}

bool Washouts::lasts(const CheckedLine &line, QDate stoppedOn, QDate today) const
{
    const auto washout = of(line);
    return washout && stoppedOn.isValid() && stoppedOn <= today &&
           stoppedOn.daysTo(today) <= qint64(washout->weeks) * daysOfWeek;
}

int Washouts::longestWeeks() const
{
    int longest = 0;
    for (const auto &[set, one] : m_rows)
        longest = std::max(longest, one.weeks);
    return longest;
}

} // namespace ambroise::prescription
