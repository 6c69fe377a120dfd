// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordmodels.h"

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

QString iconOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Result:
        return u"clipboard2-pulse"_qs;
    case EntryKind::Letter:
        return u"envelope"_qs;
    case EntryKind::Document:
        return u"file-earmark-text"_qs;
    default:
        return u"journal-text"_qs;
    }
}

QString shownValue(const NewEntry &measure)
{
    QString value = measure.value;
    if (measure.unit != u"mmHg" && measure.unit != u"mL/min")
        return value.replace(u'.', u',') + u'\u202F' + measure.unit;
    return value;
}

} // namespace

void SummaryModel::addSection(const QString &title, const QList<Entry> &entries, bool yearAtRight)
{
    if (entries.isEmpty())
        return;
    Item head;
    head.row.title = title;
    head.row.section = true;
    head.row.right = QString::number(entries.size());
    m_items << head;
    for (const Entry &entry : entries) {
        Item item;
        item.row.title = entry.content.title;
        item.row.strong = false;
        item.row.right = yearAtRight ? QString::number(entry.content.happened.date().year())
                                     : entry.content.body;
        m_items << item;
    }
}

void SummaryModel::addMeasures(const QList<Entry> &measures)
{
    QStringList names;
    QHash<QString, QList<Entry>> byName; // newest first
    for (const Entry &measure : measures) {
        if (!names.contains(measure.content.title))
            names << measure.content.title;
        byName[measure.content.title] << measure;
    }
    if (names.isEmpty())
        return;
    Item head;
    head.row.title = tr("Mesures");
    head.row.section = true;
    head.row.right = tr("dernière valeur");
    m_items << head;
    for (const QString &name : names) {
        const QList<Entry> &series = byName[name];
        Item item;
        item.row.title = name;
        item.row.strong = false;
        item.row.right = shownValue(series.first().content);
        for (qsizetype i = std::min<qsizetype>(series.size(), 12) - 1; i >= 0; --i)
            item.series << series.at(i).content.value.section(u'/', 0, 0).toDouble();
        m_items << item;
    }
}

void SummaryModel::set(const Overview &overview)
{
    beginResetModel();
    m_items.clear();
    addSection(tr("Problèmes"), overview.problems, true);
    addSection(tr("Traitement en cours"), overview.treatments, false);
    addMeasures(overview.measures);
    addSection(tr("Antécédents"), overview.antecedents, true);
    endResetModel();
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == SeriesRole)
        return QVariant::fromValue(m_items.at(index.row()).series);
    return uikit::rowData(m_items.at(index.row()).row, role);
}

Qt::ItemFlags SummaryModel::flags(const QModelIndex &index) const
{
    const bool title = index.isValid() && m_items.at(index.row()).row.section;
    return title ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractListModel::flags(index);
}

void HistoryModel::set(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_rows.clear();
    int year = 0;
    for (int i = 0; i < entries.size(); ++i) {
        const int own = entries.at(i).content.happened.date().year();
        if (own != year)
            m_rows << -own;
        year = own;
        m_rows << i;
    }
    endResetModel();
}

const Entry *HistoryModel::entryAt(const QModelIndex &index) const
{
    const int which = index.isValid() ? m_rows.value(index.row(), -1) : -1;
    return which < 0 ? nullptr : &m_entries.at(which);
}

QModelIndex HistoryModel::firstEntry() const
{
    return m_rows.size() > 1 ? index(1) : QModelIndex();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    uikit::Row row;
    const Entry *entry = entryAt(index);
    if (!entry) {
        row.title = QString::number(-m_rows.at(index.row()));
        row.section = true;
        return uikit::rowData(row, role);
    }
    row.lead = entry->content.happened.toLocalTime().date().toString(u"dd/MM");
    row.icon = iconOf(entry->content.kind);
    row.title = entry->content.title;
    row.secondary = entry->content.body.simplified();
    return uikit::rowData(row, role);
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    return entryAt(index) ? QAbstractListModel::flags(index) : Qt::ItemFlags(Qt::NoItemFlags);
}

void MeasureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    uikit::DenseDelegate::paint(painter, option, index);
    const auto series = index.data(SeriesRole).value<QList<double>>();
    if (series.size() < 2)
        return;
    const auto theme = uikit::Theme::of(option.palette);
    const int width = uikit::scaled(74);
    const QRectF area(option.rect.right() - uikit::scaled(164), option.rect.top() + 5, width,
                      option.rect.height() - 10);
    const auto [least, most] = std::minmax_element(series.begin(), series.end());
    const double range = *most > *least ? *most - *least : 1;
    QPainterPath path;
    QPointF last;
    for (qsizetype i = 0; i < series.size(); ++i) {
        last = {area.left() + area.width() * double(i) / double(series.size() - 1),
                area.bottom() - area.height() * (series.at(i) - *least) / range};
        i == 0 ? path.moveTo(last) : path.lineTo(last);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(uikit::Token::Text3), 1.2));
    painter->drawPath(path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(uikit::Token::Accent));
    painter->drawEllipse(last, 2, 2);
    painter->restore();
}

} // namespace ambroise::record::ui
