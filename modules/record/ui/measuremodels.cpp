// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuremodels.h"

#include "sparkline.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/type.h>

#include <QPainter>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

constexpr int smallPoints = 12;

//! Without what stands after the minute: the table and the curve say it whole.
QString shortUnit(const QString &unit)
{
    return unit.section(u'/', 0, 1);
}

} // namespace

void CurveListModel::addTitle(const QString &title, qsizetype count)
{
    Item item;
    item.row.title = title;
    item.row.section = true;
    item.row.right = QString::number(count);
    m_items << item;
}

void CurveListModel::addSeries(bool computed)
{
    const auto isOf = [computed](const MeasureSeries &one) {
        return (one.origin != SeriesOrigin::Measured) == computed;
    };
    const auto count = std::count_if(m_series.begin(), m_series.end(), isOf);
    if (count > 0)
        addTitle(computed ? tr("Calculé") : tr("Mesuré"), count);
    for (int i = 0; i < m_series.size(); ++i) {
        const MeasureSeries &series = m_series.at(i);
        if (!isOf(series))
            continue;
        const qsizetype last = series.points.size() - 1;
        const QString change = shownChange(series, last);
        Item item;
        item.key = series.name;
        item.series = i;
        item.row.title = series.name;
        item.row.strong = false;
        item.row.right = shownValue(series, series.points.last()) +
                         (series.unit.startsWith(u'/') ? QString() : QString(QChar::Nbsp)) +
                         shortUnit(series.unit);
        item.row.secondary = series.points.last().day().toString(u"dd/MM/yy"_qs) +
                             (change.isEmpty() ? QString() : u" · "_qs + change);
        for (qsizetype point = std::max<qsizetype>(0, last + 1 - smallPoints); point <= last;
             ++point)
            item.small << series.points.at(point).value;
        m_items << item;
    }
}

void CurveListModel::addGrowth()
{
    if (m_growth.isEmpty())
        return;
    const QString &title = m_growth.first().reference.title();
    const bool one = std::all_of(m_growth.begin(), m_growth.end(), [&](const GrowthCurve &curve) {
        return curve.reference.title() == title;
    });
    addTitle(one ? tr("Croissance, %1").arg(title) : tr("Croissance"), m_growth.size());
    for (int i = 0; i < m_growth.size(); ++i) {
        const GrowthCurve &curve = m_growth.at(i);
        Item item;
        item.key = u"growth %1"_qs.arg(int(curve.indicator));
        item.growth = i;
        item.row.title = indicatorWord(curve.indicator);
        item.row.strong = false;
        item.row.secondary = tr("aucune mesure");
        if (!curve.points.isEmpty()) {
            const GrowthPoint &last = curve.points.last();
            item.row.right = shownScore(last.z) + QChar::Nbsp + tr("ET");
            item.row.secondary = last.day.toString(u"dd/MM/yy"_qs) + u" · "_qs +
                                 text::frenchNumber(last.value, 1) + QChar::Nbsp +
                                 unitOf(curve.indicator);
        }
        for (const GrowthPoint &point : curve.points.mid(curve.points.size() - smallPoints))
            item.small << point.value;
        m_items << item;
    }
}

void CurveListModel::set(const QList<MeasureSeries> &series, const QList<GrowthCurve> &growth)
{
    beginResetModel();
    m_series = series;
    m_growth = growth;
    m_items.clear();
    addSeries(false);
    addSeries(true);
    addGrowth();
    endResetModel();
}

const MeasureSeries *CurveListModel::seriesAt(const QModelIndex &index) const
{
    const int which = index.isValid() ? m_items.at(index.row()).series : -1;
    return which < 0 ? nullptr : &m_series.at(which);
}

const GrowthCurve *CurveListModel::growthAt(const QModelIndex &index) const
{
    const int which = index.isValid() ? m_items.at(index.row()).growth : -1;
    return which < 0 ? nullptr : &m_growth.at(which);
}

QString CurveListModel::keyAt(const QModelIndex &index) const
{
    return index.isValid() ? m_items.at(index.row()).key : QString();
}

QModelIndex CurveListModel::indexOf(const QString &key) const
{
    QModelIndex first;
    for (int row = 0; row < m_items.size(); ++row) {
        if (!key.isEmpty() && m_items.at(row).key == key)
            return index(row);
        if (!first.isValid() && !m_items.at(row).row.section)
            first = index(row);
    }
    return first;
}

int CurveListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant CurveListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == SeriesRole)
        return QVariant::fromValue(m_items.at(index.row()).small);
    return uikit::rowData(m_items.at(index.row()).row, role);
}

Qt::ItemFlags CurveListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_items.at(index.row()).row.section)
        return Qt::NoItemFlags;
    return QAbstractListModel::flags(index);
}

void CurveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    uikit::TwoLineDelegate::paint(painter, option, index);
    const int width = uikit::scaled(74);
    const QRectF area(option.rect.right() - uikit::scaled(12) - width,
                      option.rect.center().y() + uikit::scaled(3), width,
                      option.rect.height() / 2.0 - uikit::scaled(8));
    paintSparkline(*painter, area, index.data(SeriesRole).value<QList<double>>(),
                   uikit::Theme::of(option.palette));
}

void ReadingsModel::showSeries(const MeasureSeries &series, const CurveFigure &figure)
{
    beginResetModel();
    m_rows.clear();
    const bool computed = series.origin != SeriesOrigin::Measured;
    m_titles = {tr("Date"), series.unit, tr("Évolution"),
                computed ? tr("Calculé de") : tr("Position"), computed ? QString() : tr("Par")};
    m_numbers = 2;
    for (qsizetype i = series.points.size() - 1; i >= 0; --i) {
        const SeriesPoint &point = series.points.at(i);
        QString who = point.entry ? point.entry->authorName : QString();
        if (point.entry && point.entry->version > 1)
            who += tr(", corrigée");
        m_rows.append(
            {{text::frenchDate(point.day()), shownValue(series, point), shownChange(series, i),
              point.entry ? point.entry->content.body : shownInputs(point), who},
             figure.readings.at(i).told,
             point.entry});
    }
    endResetModel();
}

void ReadingsModel::showGrowth(const GrowthCurve &curve, const GrowthChild &child)
{
    beginResetModel();
    m_rows.clear();
    m_titles = {tr("Date"), unitOf(curve.indicator), tr("Z"), tr("Percentile"), tr("Âge")};
    m_numbers = 3;
    for (qsizetype i = curve.points.size() - 1; i >= 0; --i) {
        const GrowthPoint &point = curve.points.at(i);
        const QStringList cells{text::frenchDate(point.day), text::frenchNumber(point.value, 1),
                                shownScore(point.z), shownPercentile(point.z),
                                shownAge(child, point)};
        QStringList said;
        for (qsizetype column = 0; column < cells.size(); ++column)
            said << (column == 0 ? cells.at(column)
                                 : m_titles.at(column) + u' ' + cells.at(column));
        m_rows.append({cells, said.join(u", "_qs), std::nullopt});
    }
    endResetModel();
}

void ReadingsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

const Entry *ReadingsModel::entryAt(int row) const
{
    if (row < 0 || row >= m_rows.size() || !m_rows.at(row).entry)
        return nullptr;
    return &*m_rows.at(row).entry;
}

int ReadingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReadingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant ReadingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Reading &reading = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return reading.cells.value(index.column());
    if (role == Qt::AccessibleTextRole)
        return reading.told;
    return role == Qt::TextAlignmentRole ? alignment(index.column()) : QVariant();
}

//! Numbers stand under each other.
QVariant ReadingsModel::alignment(int column) const
{
    const bool number = column > 0 && column <= m_numbers;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant ReadingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_titles.value(section);
    return {};
}

} // namespace ambroise::record::ui
