// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsmodel.h"

#include "labwords.h"

#include <ambroise/core/text.h>
#include <ambroise/labs/units.h>

#include <QPointF>

namespace ambroise::labs::ui {
namespace {

//! « 24/11/26 »: six of them stand beside each other.
QString shortDay(QDate day)
{
    return day.isValid() ? day.toString(u"dd/MM/yy"_qs) : ResultsModel::tr("Sans date");
}

} // namespace

void ResultsModel::show(const History &history, QDate day)
{
    m_history = history;
    m_day = history.days.contains(day) ? day : history.days.value(0);
    arrange();
}

void ResultsModel::setDay(QDate day)
{
    if (m_day == day || !m_history.days.contains(day))
        return;
    m_day = day;
    arrange();
}

void ResultsModel::setVisibleDays(int count)
{
    if (m_room == count)
        return;
    m_room = count;
    arrange();
}

void ResultsModel::arrange()
{
    beginResetModel();
    // The window of days: the one that is read is in it, as near to the newest as can be.
    const qsizetype at = std::max<qsizetype>(0, m_history.days.indexOf(m_day));
    const qsizetype start = std::max<qsizetype>(0, at - m_room + 1);
    m_days = m_history.days.mid(start, m_room);
    m_rows.clear();
    QString title;
    bool begun = false;
    for (const int index : m_history.orderOn(m_day)) {
        const QString group = groupTitle(m_history.analyses.at(index));
        if (!begun || group != title)
            m_rows << Row{-1, group};
        begun = true;
        title = group;
        m_rows << Row{index, {}};
    }
    endResetModel();
}

QString ResultsModel::groupTitle(const Analysis &analysis) const
{
    const HistoryCell *cell = analysis.on(m_day);
    if (cell && isAbnormal(cell->result.flag))
        return tr("Anormal le %1").arg(m_day.toString(u"dd/MM"_qs));
    return analysis.group.isEmpty() ? tr("Analyses") : analysis.group;
}

const Analysis *ResultsModel::analysisAt(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).analysis < 0)
        return nullptr;
    return &m_history.analyses.at(m_rows.at(row).analysis);
}

int ResultsModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (const Analysis *analysis = analysisAt(row); analysis && analysis->key == key)
            return row;
    return -1;
}

int ResultsModel::firstRow() const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (analysisAt(row))
            return row;
    return -1;
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_days.size()) + 4;
}

Qt::ItemFlags ResultsModel::flags(const QModelIndex &index) const
{
    return analysisAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Analysis *analysis = analysisAt(index.row());
    if (role == SectionRole)
        return analysis == nullptr;
    if (analysis)
        return analysisData(*analysis, index.column(), role);
    if (index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return m_rows.at(index.row()).title;
    return {};
}

QVariant ResultsModel::analysisData(const Analysis &analysis, int column, int role) const
{
    if (column > 0 && column <= m_days.size())
        return cellData(analysis, m_days.at(column - 1), role);
    const int after = column - int(m_days.size());
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (column == 0) {
        const HistoryCell *cell = analysis.on(m_day);
        if (role == Qt::AccessibleTextRole)
            return cell ? breathOf(cell->result) : analysis.label;
        if (role == Qt::ToolTipRole)
            return analysis.code.display.isEmpty() ? analysis.label : analysis.code.display;
        return isText ? QVariant(analysis.label) : QVariant();
    }
    if (after == 1 && isText)
        return analysis.reference.french();
    if (after == 2 && isText)
        return unitText(analysis.unit);
    if (after != 3 || role != TrendRole)
        return {};
    QList<QPointF> points;
    for (const auto &[day, value] : analysis.curve())
        points << QPointF(double(day.toJulianDay()), value);
    return QVariant::fromValue(points);
}

QVariant ResultsModel::cellData(const Analysis &analysis, QDate day, int role) const
{
    if (role == CurrentDayRole)
        return day == m_day;
    const HistoryCell *cell = analysis.on(day);
    if (!cell)
        return role == Qt::DisplayRole ? QVariant(u"–"_qs) : QVariant();
    const LabResult &result = cell->result;
    switch (role) {
    case Qt::DisplayRole:
        return markedValue(cell->french(), result.flag);
    case FlagRole:
        return int(result.flag);
    case DoubtfulRole:
        return !result.doubts.isEmpty();
    case Qt::AccessibleTextRole:
        return text::frenchDate(day) + u", "_qs + breathOf(result);
    case Qt::ToolTipRole: {
        QStringList lines{text::frenchDate(day) + u", "_qs + breathOf(result)};
        lines << sentenceOf(result.doubts) << result.comments;
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isDay = section > 0 && section <= m_days.size();
    if (role == CurrentDayRole)
        return isDay && m_days.at(section - 1) == m_day;
    if (role != Qt::DisplayRole)
        return {};
    if (isDay)
        return shortDay(m_days.at(section - 1));
    switch (section - int(m_days.size())) {
    case 1:
        return tr("Référence");
    case 2:
        return tr("Unité");
    case 3:
        return tr("Tendance");
    default:
        return tr("Analyse");
    }
}

} // namespace ambroise::labs::ui
