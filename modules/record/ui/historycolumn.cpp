// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycolumn.h"

#include "entryreader.h"
#include "filterchips.h"
#include "historylines.h"
#include "recordmodels.h"
#include "yearruler.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

//! How long one slice of the preparation of a search may take.
constexpr qint64 sliceMs = 10;

} // namespace

HistoryColumn::HistoryColumn(const RecordServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_search(new uikit::SearchField(tr("Chercher dans le dossier"), u"/"_qs, this))
    , m_filter(new FilterChips(tr("Filtrer l’historique"), filterWords(), this))
    , m_list(new QListView(this))
    , m_years(new YearRuler(this))
    , m_model(new HistoryModel(this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_reader(new EntryReader(services, this))
    , m_parts(new QSplitter(Qt::Vertical, this))
{
    build();
    m_foldTimer.setInterval(0);
    if (m_services.lastFilter)
        m_filter->setCurrent(m_services.lastFilter());
    connect(&m_foldTimer, &QTimer::timeout, this, [this] {
        if (foldTexts())
            filter();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HistoryColumn::filter);
    connect(m_filter, &FilterChips::currentChanged, this, &HistoryColumn::chooseFilter);
    connect(m_years, &YearRuler::yearWanted, this, [this](int year) { goToYear(year, false); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &HistoryColumn::followYear);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index); });
    set({});
}

void HistoryColumn::build()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(42, m_list));
    m_list->setAccessibleName(tr("Historique"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_list->installEventFilter(this);
    m_search->installEventFilter(this);
    auto *keys = new uikit::ListKeys(
        *m_list, [this] { focusList(); }, this);
    keys->listenTo(*m_search);
    auto *lines = new QWidget;
    auto *beside = new QHBoxLayout(lines);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(m_list, 1);
    beside->addWidget(m_years);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(lines);
    m_parts->addWidget(m_reader);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    m_reader->hide();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    head->setSpacing(uikit::scaled(6));
    head->addWidget(m_search);
    head->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(uikit::scaled(6));
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_parts, 1);
}

void HistoryColumn::set(const QList<Entry> &history, const QList<Entry> &measures,
                        const QList<Entry> &outside)
{
    m_entries = outside.isEmpty() ? history : merged(history, outside);
    m_measures = measures;
    m_measureLines.clear();
    m_folded.clear();
    showCounts();
    filter();
}

void HistoryColumn::showCounts()
{
    QList<int> counts(filterWords().size(), 0);
    for (const Entry &entry : std::as_const(m_entries))
        for (int one = 0; one < counts.size(); ++one)
            counts[one] += passes(entry, HistoryFilter(one)) ? 1 : 0;
    counts[int(HistoryFilter::Measures)] = momentsOf(m_measures);
    m_filter->setCounts(counts);
}

const QList<Entry> &HistoryColumn::lines()
{
    const bool measures = HistoryFilter(m_filter->current()) == HistoryFilter::Measures;
    if (std::exchange(m_foldsMeasures, measures) != measures)
        m_folded.clear();
    if (measures && m_measureLines.isEmpty())
        m_measureLines = measureLines(m_measures);
    return measures ? m_measureLines : m_entries;
}

void HistoryColumn::chooseFilter()
{
    if (m_services.keepFilter)
        m_services.keepFilter(m_filter->current());
    filter();
}

void HistoryColumn::setUnreadable()
{
    m_empty->setSentence(tr("Entrées de ce dossier illisibles."));
    m_empty->show();
}

void HistoryColumn::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->firstEntry());
}

void HistoryColumn::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryColumn::choose(EntryId entry)
{
    m_search->clear();
    const QSignalBlocker quiet(m_filter); // what was chosen last is not this
    m_filter->setCurrent(int(HistoryFilter::Everything));
    filter();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Entry *one = m_model->entryAt(m_model->index(row)); one && one->id == entry) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollTo(m_model->index(row));
        }
}

bool HistoryColumn::foldTexts()
{
    QElapsedTimer slice;
    slice.start();
    const QList<Entry> &all = lines();
    m_folded.reserve(all.size());
    while (m_folded.size() < all.size() && slice.elapsed() < sliceMs) {
        const Entry &entry = all.at(m_folded.size());
        m_folded << text::folded(entry.content.title + u' ' + readable(entry.content) + u' ' +
                                 entry.authorName);
    }
    const bool ready = m_folded.size() == all.size();
    ready ? m_foldTimer.stop() : m_foldTimer.start();
    return ready;
}

EntryReader *HistoryColumn::takeReader()
{
    m_apart = true;
    m_reader->setParent(nullptr);
    return m_reader;
}

void HistoryColumn::filter()
{
    const QStringList wanted = text::foldedWords(m_search->text());
    if (!wanted.isEmpty() && !foldTexts())
        return; // again once they are
    const QList<Entry> &all = lines();
    const QStringList texts = m_folded; // shared
    const auto chosen = HistoryFilter(m_filter->current());
    QList<Entry> passing;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool said = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return texts.at(i).contains(word);
        });
        if (said && passes(all.at(i), chosen))
            passing << all.at(i);
    }
    const EntryId read = m_reader->entry();
    m_model->set(passing);
    m_empty->setSentence(m_entries.isEmpty() ? tr("Aucune entrée dans ce dossier.")
                                             : tr("Rien de tel dans ce dossier."));
    m_empty->setVisible(passing.isEmpty());
    showYears();
    keepReading(read);
}

//! The entry that was being read stays the chosen one, where it still passes.
void HistoryColumn::keepReading(EntryId entry)
{
    bool stays = false;
    for (int row = 0; entry.isStored() && row < m_model->rowCount(); ++row)
        if (const Entry *one = m_model->entryAt(m_model->index(row)); one && one->id == entry) {
            m_list->setCurrentIndex(m_model->index(row));
            stays = true;
        }
    if (!stays && m_apart)
        m_list->setCurrentIndex(m_model->firstEntry());
    if (!stays && (!m_apart || m_model->rowCount() == 0))
        closeReader();
}

void HistoryColumn::showYears()
{
    QList<YearRuler::Year> years;
    for (const auto &[year, count] : m_model->years())
        years.append({year, count});
    m_years->set(years);
    followYear();
}

void HistoryColumn::followYear()
{
    if (const int year = m_model->yearAt(m_list->indexAt({1, 1})))
        m_years->setCurrent(year);
}

void HistoryColumn::goToYear(int year, bool choose)
{
    const QModelIndex title = m_model->rowOfYear(year);
    if (!title.isValid())
        return;
    if (choose)
        m_list->setCurrentIndex(title.siblingAtRow(title.row() + 1));
    m_list->scrollTo(title, QAbstractItemView::PositionAtTop);
    m_years->setCurrent(year); // the last one may not reach the top
}

//! From the entry that is chosen, else from what is in sight.
void HistoryColumn::stepYear(int step)
{
    const QModelIndex at = m_list->currentIndex();
    const int now = at.isValid() ? m_model->yearAt(at) : m_years->current();
    const QList<YearRuler::Year> &years = m_years->years();
    for (qsizetype i = 0; i < years.size(); ++i)
        if (years.at(i).year == now) {
            goToYear(years.at(std::clamp<qsizetype>(i + step, 0, years.size() - 1)).year, true);
            return;
        }
}

void HistoryColumn::read(const QModelIndex &index)
{
    const Entry *entry = m_model->entryAt(index);
    if (!entry)
        return;
    m_reader->read(*entry);
    if (m_apart || m_reader->isVisibleTo(m_parts))
        return;
    m_reader->show();
    m_parts->setSizes({m_parts->height() / 2, m_parts->height() / 2});
}

void HistoryColumn::closeReader()
{
    m_reader->clear();
    m_reader->setVisible(m_apart);
    m_list->setCurrentIndex({});
}

bool HistoryColumn::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::KeyPress &&
                        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (escape && watched == m_search && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched == m_list && (key == Qt::Key_PageDown || key == Qt::Key_PageUp)) {
        stepYear(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    }
    if (escape && watched == m_list && !m_apart && m_reader->isVisibleTo(m_parts)) {
        closeReader();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::record::ui
