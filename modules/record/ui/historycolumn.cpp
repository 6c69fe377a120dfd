// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycolumn.h"

#include "entryreader.h"
#include "recordmodels.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

enum Choice { Everything, Notes, Results, Letters };

bool passes(EntryKind kind, int choice)
{
    switch (choice) {
    case Notes:
        return kind == EntryKind::Consultation;
    case Results:
        return kind == EntryKind::Result;
    case Letters:
        return kind == EntryKind::Letter || kind == EntryKind::Document;
    default:
        return true;
    }
}

} // namespace

HistoryColumn::HistoryColumn(const RecordServices &services, QWidget *parent)
    : QWidget(parent)
    , m_search(new uikit::SearchField(tr("Chercher dans le dossier"), u"/"_qs, this))
    , m_filter(new uikit::Segmented(tr("Historique"),
                                    {tr("Tout"), tr("Notes"), tr("Résultats"), tr("Courriers")},
                                    uikit::Segmented::Density::Dense, this))
    , m_list(new QListView(this))
    , m_model(new HistoryModel(this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_reader(new EntryReader(services, this))
    , m_parts(new QSplitter(Qt::Vertical, this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(42, m_list));
    m_list->setAccessibleName(tr("Historique"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_list->installEventFilter(this);
    m_search->installEventFilter(this);
    auto *keys = new uikit::ListKeys(
        *m_list, [this] { focusList(); }, this);
    keys->listenTo(*m_search);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(m_list);
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
    connect(m_search, &QLineEdit::textChanged, this, &HistoryColumn::filter);
    connect(m_filter, &uikit::Segmented::currentChanged, this, &HistoryColumn::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index); });
    set({});
}

void HistoryColumn::set(const QList<Entry> &history)
{
    m_entries = history;
    m_folded.clear();
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
    m_filter->setCurrent(Everything);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Entry *one = m_model->entryAt(m_model->index(row)); one && one->id == entry) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollTo(m_model->index(row));
        }
}

const QStringList &HistoryColumn::foldedTexts()
{
    if (m_folded.size() != m_entries.size()) {
        m_folded.clear();
        m_folded.reserve(m_entries.size());
        for (const Entry &entry : std::as_const(m_entries))
            m_folded << text::folded(entry.content.title + u' ' + readable(entry.content) + u' ' +
                                     entry.authorName);
    }
    return m_folded;
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
    const QStringList texts = wanted.isEmpty() ? QStringList() : foldedTexts(); // shared
    QList<Entry> passing;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const bool said = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return texts.at(i).contains(word);
        });
        if (said && passes(m_entries.at(i).content.kind, m_filter->current()))
            passing << m_entries.at(i);
    }
    const EntryId chosen = m_reader->entry();
    m_model->set(passing);
    m_empty->setSentence(m_entries.isEmpty() ? tr("Aucune entrée dans ce dossier.")
                                             : tr("Rien de tel dans ce dossier."));
    m_empty->setVisible(passing.isEmpty());
    bool stays = false;
    for (int row = 0; chosen.isStored() && row < m_model->rowCount(); ++row)
        if (const Entry *entry = m_model->entryAt(m_model->index(row));
            entry && entry->id == chosen) {
            m_list->setCurrentIndex(m_model->index(row));
            stays = true;
        }
    if (!stays && m_apart)
        m_list->setCurrentIndex(m_model->firstEntry());
    if (!stays && (!m_apart || passing.isEmpty()))
        closeReader();
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
    if (escape && watched == m_list && !m_apart && m_reader->isVisibleTo(m_parts)) {
        closeReader();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::record::ui
