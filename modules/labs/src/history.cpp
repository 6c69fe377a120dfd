// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/history.h>

#include <ambroise/core/text.h>
#include <ambroise/labs/units.h>

#include <algorithm>

namespace ambroise::labs {
namespace {

using Codes = QHash<LabReportId, QHash<QString, int>>;

//! What makes two results the same analysis, before their units.
QString plainKey(const LabResult &result, const QString &laboratory)
{
    if (result.code.isLoinc())
        return u"loinc:"_qs + result.code.code;
    const QString own = result.code.code.isEmpty() ? result.label : result.code.code;
    return u"own:"_qs + laboratory + u':' + own;
}

//! Where a code stands several times in a report (an antibiogram for each germ), the titles above
//! it tell the analyses apart.
QSet<QString> repeatedKeys(const QList<KeptResult> &results,
                           const QHash<LabReportId, const KeptReport *> &reports)
{
    Codes seen;
    QSet<QString> repeated;
    for (const KeptResult &one : results) {
        const KeptReport *report = reports.value(one.report);
        if (!report)
            continue;
        const QString key = plainKey(one.result, report->laboratory);
        if (++seen[one.report][key] > 1)
            repeated << key;
    }
    return repeated;
}

//! In the unit of the row; nothing: they do not belong together.
std::optional<HistoryCell> cellIn(const Analysis &row, const KeptResult &one)
{
    HistoryCell cell{one.report, one.result, {}, false};
    const LabResult &result = one.result;
    if (sameUnit(result.unit, row.unit)) {
        if (result.value.isNumber())
            cell.number = result.value.number;
        return cell;
    }
    if (!result.value.isNumber()) // words have no unit that could be another one
        return result.unit.isEmpty() ? std::optional(cell) : std::nullopt;
    const auto factor =
        conversionFactor(result.unit, row.unit,
                         result.code.isLoinc() ? QStringView(result.code.code) : QStringView());
    if (!factor)
        return std::nullopt;
    cell.number = result.value.number * *factor;
    cell.converted = true;
    return cell;
}

Analysis begun(const KeptResult &one, const QString &key)
{
    Analysis row;
    row.key = key + u'|' + one.result.unit;
    row.label = one.result.label;
    row.group = one.result.path.value(0);
    row.unit = one.result.unit;
    row.code = one.result.code;
    return row;
}

} // namespace

QString HistoryCell::french() const
{
    if (!converted || !number)
        return result.value.french();
    LabValue shown = result.value;
    shown.text = text::frenchNumber(*number, 3);
    return shown.french();
}

const HistoryCell *Analysis::on(QDate day) const
{
    const auto found = cells.constFind(day);
    return found == cells.constEnd() ? nullptr : &*found;
}

QList<std::pair<QDate, double>> Analysis::curve() const
{
    QList<std::pair<QDate, double>> points;
    for (auto cell = cells.constBegin(); cell != cells.constEnd(); ++cell)
        if (cell->number && cell->result.value.comparator.isEmpty())
            points.append({cell.key(), *cell->number});
    return points;
}

int History::abnormalOn(QDate day) const
{
    return int(std::count_if(analyses.begin(), analyses.end(), [&](const Analysis &row) {
        const HistoryCell *cell = row.on(day);
        return cell && isAbnormal(cell->result.flag);
    }));
}

QList<int> History::orderOn(QDate day) const
{
    const auto rank = [&](int index) {
        const HistoryCell *cell = analyses.at(index).on(day);
        if (!cell)
            return 3;
        if (isCritical(cell->result.flag))
            return 0;
        return isAbnormal(cell->result.flag) ? 1 : 2;
    };
    QStringList groups; // as they first stand among the results of that day, then among the others
    for (const bool ofDay : {true, false})
        for (const Analysis &row : analyses)
            if ((row.on(day) != nullptr) == ofDay && !groups.contains(row.group))
                groups << row.group;
    QList<int> order;
    for (int index = 0; index < analyses.size(); ++index)
        order << index;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const int first = std::min(rank(a), 2);
        const int second = std::min(rank(b), 2);
        if (first != second)
            return first < second;
        if (first < 2)
            return false;
        const qsizetype groupA = groups.indexOf(analyses.at(a).group);
        const qsizetype groupB = groups.indexOf(analyses.at(b).group);
        return groupA != groupB ? groupA < groupB : rank(a) < rank(b);
    });
    return order;
}

History historyOf(const QList<KeptReport> &reports, const QList<KeptResult> &results)
{
    QHash<LabReportId, const KeptReport *> byId;
    History history;
    for (const KeptReport &report : reports) {
        byId.insert(report.id, &report);
        if (report.isCurrent() && !history.days.contains(report.day))
            history.days << report.day;
    }
    std::sort(history.days.begin(), history.days.end(), std::greater<>());
    const QSet<QString> repeated = repeatedKeys(results, byId);

    QList<KeptResult> sorted = results; // the newest names the row and gives it its unit
    std::stable_sort(sorted.begin(), sorted.end(), [&](const KeptResult &a, const KeptResult &b) {
        const KeptReport *first = byId.value(a.report);
        const KeptReport *second = byId.value(b.report);
        return first && second && first->day > second->day;
    });
    QHash<QString, QList<int>> rowsOf;
    for (const KeptResult &one : sorted) {
        const KeptReport *report = byId.value(one.report);
        if (!report || one.result.value.kind == LabValue::Kind::None)
            continue;
        QString key = plainKey(one.result, report->laboratory);
        if (repeated.contains(key))
            key += u':' + one.result.path.join(u'/');
        bool placed = false;
        for (const int index : rowsOf.value(key)) {
            Analysis &row = history.analyses[index];
            const auto cell = cellIn(row, one);
            if (!cell || row.cells.contains(report->day))
                continue;
            row.cells.insert(report->day, *cell);
            if (row.reference.isEmpty() && !cell->converted)
                row.reference = one.result.reference;
            placed = true;
            break;
        }
        if (placed)
            continue;
        // A second result of the same day stands in a row of its own.
        Analysis row = begun(one, key + (rowsOf.value(key).isEmpty()
                                             ? QString()
                                             : u'#' + QString::number(rowsOf.value(key).size())));
        row.reference = one.result.reference;
        row.cells.insert(report->day, *cellIn(row, one));
        rowsOf[key] << int(history.analyses.size());
        history.analyses << row;
    }
    return history;
}

} // namespace ambroise::labs
