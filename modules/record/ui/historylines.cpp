// SPDX-License-Identifier: GPL-3.0-or-later
#include "historylines.h"

#include "measureitems.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace ambroise::record::ui {
namespace {

class Filters {
    Q_DECLARE_TR_FUNCTIONS(Filters)
};

bool isOrdonnance(const Entry &line)
{
    return line.content.code.startsWith(ordonnanceCode);
}

bool isOneMoment(const Entry &a, const Entry &b)
{
    return a.content.happened == b.content.happened && a.authorName == b.authorName;
}

QString shown(const Entry &entry)
{
    const auto measure = Measure::of(entry.content);
    if (!measure)
        return entry.content.title + u' ' + entry.content.value + u' ' + entry.content.unit;
    return (shortName(measure->kind()) + u' ' + measure->circumstance()).trimmed() + u' ' +
           measure->shown();
}

} // namespace

QStringList filterWords()
{
    return {Filters::tr("Tout"),      Filters::tr("Notes"),     Filters::tr("Ordo."),
            Filters::tr("Résultats"), Filters::tr("Courriers"), Filters::tr("Documents"),
            Filters::tr("Mesures"),   Filters::tr("Vaccins")};
}

bool passes(const Entry &line, HistoryFilter filter)
{
    const EntryKind kind = line.content.kind;
    switch (filter) {
    case HistoryFilter::Everything:
        return kind != EntryKind::Measure;
    case HistoryFilter::Notes:
        return kind == EntryKind::Consultation;
    case HistoryFilter::Ordonnances:
        return isOrdonnance(line);
    case HistoryFilter::Results:
        return kind == EntryKind::Result;
    case HistoryFilter::Letters:
        return kind == EntryKind::Letter;
    case HistoryFilter::Documents:
        return kind == EntryKind::Document && !isOrdonnance(line);
    case HistoryFilter::Measures:
        return kind == EntryKind::Measure;
    case HistoryFilter::Vaccinations:
        return kind == EntryKind::Vaccination;
    }
    return true;
}

QList<Entry> measureLines(const QList<Entry> &measures)
{
    QList<Entry> lines;
    for (const Entry &measure : measures) {
        if (lines.isEmpty() || !isOneMoment(lines.last(), measure)) {
            lines << measure;
            lines.last().id = {}; // of a line, not of one measure
            lines.last().content.title.clear();
            lines.last().content.body.clear();
        }
        NewEntry &line = lines.last().content;
        line.title = line.title.isEmpty() ? shown(measure) : shown(measure) + u", "_qs + line.title;
        line.body = line.body.isEmpty() ? shown(measure) : shown(measure) + u'\n' + line.body;
    }
    return lines;
}

int momentsOf(const QList<Entry> &measures)
{
    int moments = 0;
    for (qsizetype i = 0; i < measures.size(); ++i)
        moments += i == 0 || !isOneMoment(measures.at(i - 1), measures.at(i)) ? 1 : 0;
    return moments;
}

QList<Entry> merged(const QList<Entry> &one, const QList<Entry> &other)
{
    QList<Entry> all;
    all.reserve(one.size() + other.size());
    std::merge(
        one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(all),
        [](const Entry &a, const Entry &b) { return a.content.happened > b.content.happened; });
    return all;
}

} // namespace ambroise::record::ui
