// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordmodels.h"

#include "growthchoice.h"
#include "measurefigures.h"
#include "sparkline.h"
#include "summarywords.h"

#include <ambroise/core/text.h>
#include <ambroise/record/note.h>
#include <ambroise/record/treatment.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QHash>
#include <QPainter>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

constexpr int grown = 18; //!< years: who has no Z-scores any more

QString iconOf(const NewEntry &line)
{
    if (line.code.startsWith(ordonnanceCode))
        return u"prescription2"_qs;
    switch (line.kind) {
    case EntryKind::Result:
        return u"clipboard2-pulse"_qs;
    case EntryKind::Letter:
        return u"envelope"_qs;
    case EntryKind::Document:
        return u"file-earmark-text"_qs;
    case EntryKind::Measure:
        return u"graph-up"_qs;
    case EntryKind::Vaccination:
        return u"check2"_qs;
    default:
        return u"journal-text"_qs;
    }
}

//! Only around New Year does it need the time zone, which takes long for thousands.
int localYear(const QDateTime &instant)
{
    const QDate day = instant.date();
    const bool sure = day.dayOfYear() > 1 && day.dayOfYear() < 365;
    return sure ? day.year() : instant.toLocalTime().date().year();
}

QString titleOf(const NewEntry &line)
{
    return line.kind == EntryKind::FamilyAntecedent && !line.unit.isEmpty()
               ? line.unit + u" : "_qs + line.title
               : line.title;
}

QString rightOf(const NewEntry &line)
{
    if (line.kind == EntryKind::Treatment)
        return line.body;
    const QDate since = line.happened.toLocalTime().date();
    return line.kind == EntryKind::FamilyAntecedent || !since.isValid() || isSinceUnknown(line)
               ? QString()
               : QString::number(since.year());
}

//! As it stands in the record; nothing where it is computed.
QStringView nameOf(GrowthIndicator indicator)
{
    switch (indicator) {
    case GrowthIndicator::Height:
        return definitionOf(MeasureKind::Height).name;
    case GrowthIndicator::Weight:
        return definitionOf(MeasureKind::Weight).name;
    case GrowthIndicator::HeadCircumference:
        return definitionOf(MeasureKind::HeadCircumference).name;
    case GrowthIndicator::BodyMassIndex:
        break;
    }
    return {};
}

QString shownValue(const NewEntry &measure)
{
    QString value = measure.value;
    if (measure.unit != u"mmHg" && measure.unit != u"mL/min")
        return value.replace(u'.', u',') + u'\u202F' + measure.unit;
    return value;
}

} // namespace

void SummaryModel::addSection(EntryKind kind, const QList<Entry> &entries, bool writable)
{
    const auto topic = topicOf(kind);
    const TopicState known = topic ? stateOf(*topic) : TopicState::NotFilledIn;
    const bool says = topic && (writable || known == TopicState::NoneKnown);
    if (entries.isEmpty() && !says)
        return;
    Item head;
    head.row.title = sectionWord(kind);
    head.row.section = true;
    head.kind = kind;
    head.row.right = QString::number(entries.size());
    if (entries.isEmpty())
        head.row.right = known == TopicState::NoneKnown ? noneWord(*topic) : tr("non renseigné");
    m_items << head;
    for (const Entry &entry : entries) {
        Item item;
        item.row.title = titleOf(entry.content);
        item.row.strong = false;
        item.row.right = rightOf(entry.content);
        if (kind == EntryKind::Allergy)
            item.row.rest = entry.content.body;
        item.kind = kind;
        item.line = entry;
        m_items << item;
        if (kind == EntryKind::Treatment)
            addTreatmentEnd(entry);
    }
}

//! Beside its name while it is to come; once it has passed it stands under it, and the treatment
//! stays until somebody says that it is stopped.
void SummaryModel::addTreatmentEnd(const Entry &treatment)
{
    const QDate end = TreatmentDetails::fromStored(treatment.content.unit).plannedEnd;
    if (!end.isValid())
        return;
    if (!isPastPlannedEnd(treatment.content, m_clock.today())) {
        m_items.last().row.rest = tr("jusqu’au %1").arg(end.toString(u"dd/MM/yy"));
        return;
    }
    Item item = m_items.last();
    item.row = {};
    item.row.rest = tr("fin prévue %1").arg(end.toString(u"dd/MM/yy"));
    item.row.chip = uikit::RowChip{uikit::Meaning::Caution, tr("dépassée")};
    m_items << item;
}

void SummaryModel::addDue(const QList<DueLine> &due)
{
    if (due.isEmpty())
        return;
    Item head;
    head.row.title = tr("À faire");
    head.row.section = true;
    head.row.right = QString::number(due.size());
    m_items << head;
    for (const DueLine &one : due) {
        Item item;
        item.row.title = one.label;
        item.row.strong = false;
        if (one.late)
            item.row.chip = uikit::RowChip{uikit::Meaning::Avoid, one.state};
        else
            item.row.right = one.state;
        m_items << item;
    }
}

//! « Z −0,12 » beside the last height, weight and head circumference; the body mass index of the
//! last day on which both were taken is a row of its own.
void SummaryModel::addScores(const QList<Entry> &measures, const GrowthChild &child,
                             const GrowthReference &chosen)
{
    bool corrected = false;
    for (const GrowthIndicator indicator : allGrowthIndicators()) {
        const QList<GrowthPoint> points =
            growthOf(indicator, child, measures, referenceFor(indicator, child.sex, chosen));
        if (points.isEmpty() || !points.last().z)
            continue;
        corrected = corrected || points.last().corrected;
        const QString score = tr("Z %1").arg(shownScore(points.last().z));
        if (indicator == GrowthIndicator::BodyMassIndex) {
            Item item;
            item.row.title = tr("IMC");
            item.row.rest = score;
            item.row.strong = false;
            item.row.right =
                text::frenchNumber(points.last().value, 1) + u'\u202F' + unitOf(indicator);
            m_items << item;
            continue;
        }
        for (Item &item : m_items)
            if (!item.series.isEmpty() && item.row.title == nameOf(indicator))
                item.row.rest = score;
    }
    if (corrected)
        m_items[m_measuresAt].row.right = tr("Z à l’âge corrigé");
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
    m_measuresAt = m_items.size();
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

bool SummaryModel::hasScores(const std::optional<Examined> &examined)
{
    return growingChild(examined, {}, grown).has_value();
}

void SummaryModel::set(const Overview &overview, const QList<DueLine> &due, bool writable,
                       const std::optional<Examined> &examined, const GrowthReference &reference)
{
    beginResetModel();
    m_items.clear();
    m_topics = overview.topics;
    addSection(EntryKind::Problem, overview.problems, writable);
    addSection(EntryKind::Treatment, overview.treatments, writable);
    addMeasures(overview.measures);
    if (const auto child = growingChild(examined, overview.measures, grown))
        addScores(overview.measures, *child, reference);
    addDue(due);
    addSection(EntryKind::Allergy, overview.allergies, writable);
    addSection(EntryKind::Antecedent, overview.antecedents, writable);
    addSection(EntryKind::FamilyAntecedent, overview.familyAntecedents, writable);
    addSection(EntryKind::RiskFactor, overview.riskFactors, writable);
    addSection(EntryKind::Pregnancy, overview.pregnancies, writable);
    addSection(EntryKind::Implant, overview.implants, writable);
    endResetModel();
}

const Entry *SummaryModel::lineAt(const QModelIndex &index) const
{
    if (!index.isValid() || !m_items.at(index.row()).line)
        return nullptr;
    return &*m_items.at(index.row()).line;
}

std::optional<EntryKind> SummaryModel::kindAt(const QModelIndex &index) const
{
    return index.isValid() ? m_items.at(index.row()).kind : std::nullopt;
}

QModelIndex SummaryModel::firstLine() const
{
    for (int row = 0; row < m_items.size(); ++row)
        if (flags(index(row)).testFlag(Qt::ItemIsSelectable))
            return index(row);
    return {};
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items.at(index.row());
    if (role == SeriesRole)
        return QVariant::fromValue(item.series);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        if (const QString said = saidOf(item); !said.isEmpty())
            return role == Qt::ToolTipRole ? uikit::plainTip(said) : said;
    return uikit::rowData(item.row, role);
}

void SummaryModel::setPosologyWords(std::function<QString(const NewEntry &treatment)> words)
{
    m_posologyWords = std::move(words);
}

QString SummaryModel::saidOf(const Item &item) const
{
    const bool posology = m_posologyWords && item.line && !item.row.right.isEmpty() &&
                          item.line->content.kind == EntryKind::Treatment;
    if (!posology)
        return {};
    uikit::Row said = item.row;
    said.right = m_posologyWords(item.line->content);
    return said.right == item.row.right ? QString() : uikit::sentence(said);
}

Qt::ItemFlags SummaryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Item &item = m_items.at(index.row());
    // The title of an empty section may be chosen: it is where something is to be said.
    const bool empty =
        item.row.section && item.kind &&
        (index.row() + 1 == m_items.size() || m_items.at(index.row() + 1).row.section);
    return item.row.section && !empty ? Qt::ItemFlags(Qt::NoItemFlags)
                                      : QAbstractListModel::flags(index);
}

void HistoryModel::set(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_rows.clear();
    m_years.clear();
    int year = 0;
    for (int i = 0; i < entries.size(); ++i) {
        const int own = localYear(entries.at(i).content.happened);
        if (own != year) {
            m_rows << -own;
            m_years.append({own, 0});
        }
        year = own;
        m_rows << i;
        ++m_years.last().second;
    }
    endResetModel();
}

const Entry *HistoryModel::entryAt(const QModelIndex &index) const
{
    const int which = index.isValid() ? m_rows.value(index.row(), -1) : -1;
    return which < 0 ? nullptr : &m_entries.at(which);
}

int HistoryModel::yearAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return 0;
    const int which = m_rows.value(index.row());
    return which < 0 ? -which : localYear(m_entries.at(which).content.happened);
}

QModelIndex HistoryModel::rowOfYear(int year) const
{
    const qsizetype row = m_rows.indexOf(-year);
    return row < 0 ? QModelIndex() : index(int(row));
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex &index) const
{
    constexpr int entryHeight = 42;
    constexpr int yearHeight = 22;
    const bool entry = index.flags().testFlag(Qt::ItemIsSelectable);
    return {uikit::scaled(120), uikit::scaled(entry ? entryHeight : yearHeight)};
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
    row.icon = iconOf(entry->content);
    row.title = entry->content.title;
    constexpr qsizetype seen = 300; // a line shows less
    row.secondary = readable(entry->content).left(seen).simplified();
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
    // Between what the row says and its value, where there is room for a curve.
    const auto row = index.data(uikit::RowRole).value<uikit::Row>();
    const QFontMetrics metrics(uikit::font(uikit::TextRole::Body));
    const int said =
        uikit::scaled(24) + metrics.horizontalAdvance(row.title) +
        (row.rest.isEmpty() ? 0 : uikit::scaled(12) + metrics.horizontalAdvance(row.rest));
    const int left = qMax(option.rect.right() - uikit::scaled(164), option.rect.left() + said);
    const QRectF area(left, option.rect.top() + 5, option.rect.right() - uikit::scaled(90) - left,
                      option.rect.height() - 10);
    if (area.width() >= uikit::scaled(24))
        paintSparkline(*painter, area, index.data(SeriesRole).value<QList<double>>(),
                       uikit::Theme::of(option.palette));
}

} // namespace ambroise::record::ui
