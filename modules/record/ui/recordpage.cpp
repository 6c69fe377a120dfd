// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/summarypage.h>

#include "recordmodels.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QListView>
#include <QTextBrowser>
#include <QVBoxLayout>

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

SummaryPage::SummaryPage(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QListView)
    , m_summaryModel(new SummaryModel(this))
    , m_historyModel(new HistoryModel(this))
{
    m_summary->setModel(m_summaryModel);
    m_summary->setItemDelegate(new MeasureDelegate(22, m_summary));
    m_summary->setAccessibleName(tr("Résumé du dossier"));
    uikit::prepareList(*m_summary, QPalette::AlternateBase);

    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    rightLayout->setSpacing(uikit::scaled(6));
    m_filter = new uikit::Segmented(tr("Historique"),
                                    {tr("Tout"), tr("Notes"), tr("Résultats"), tr("Courriers")},
                                    uikit::Segmented::Density::Dense, right);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    filterRow->addWidget(m_filter);
    rightLayout->addLayout(filterRow);
    m_history = new QListView(right);
    m_history->setModel(m_historyModel);
    m_history->setItemDelegate(new uikit::TwoLineDelegate(42, m_history));
    m_history->setAccessibleName(tr("Historique"));
    uikit::prepareList(*m_history, QPalette::AlternateBase);
    rightLayout->addWidget(m_history, 1);

    auto *centre = new QWidget;
    auto *centreLayout = new QVBoxLayout(centre);
    centreLayout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16), 0);
    m_title = new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, centre);
    m_date = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, centre);
    m_title->setElided(true);
    m_body = new QTextBrowser(centre);
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setOpenLinks(false);
    m_body->setFont(uikit::font(uikit::TextRole::Note));
    m_body->setAccessibleName(tr("Texte de l’entrée"));
    m_empty = new uikit::EmptyState(tr("Aucune entrée dans ce dossier."), centre);
    for (QWidget *widget : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_title),
                            static_cast<QWidget *>(m_date)})
        centreLayout->addWidget(widget);
    centreLayout->addWidget(m_body, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new uikit::Column(m_summary, centre, right, this));
    connect(m_filter, &uikit::Segmented::currentChanged, this, &SummaryPage::filter);
    connect(m_history->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { read(index); });
}

void SummaryPage::showOverview(const Overview &overview)
{
    const Entry *read = m_historyModel->entryAt(m_history->currentIndex());
    const EntryId chosen = read ? read->id : EntryId{};
    m_overview = overview;
    m_empty->setSentence(tr("Aucune entrée dans ce dossier."));
    m_summaryModel->set(overview);
    filter(m_filter->current());
    // Who reads an entry goes on reading it when another post adds one.
    for (int row = 0; chosen.isStored() && row < m_historyModel->rowCount(); ++row)
        if (const Entry *entry = m_historyModel->entryAt(m_historyModel->index(row));
            entry && entry->id == chosen)
            m_history->setCurrentIndex(m_historyModel->index(row));
}

void SummaryPage::showUnreadable()
{
    m_empty->setSentence(tr("Entrées de ce dossier illisibles."));
}

void SummaryPage::focusHistory()
{
    m_history->setFocus(Qt::ShortcutFocusReason);
}

void SummaryPage::filter(int choice)
{
    QList<Entry> passing;
    for (const Entry &entry : m_overview.history)
        if (passes(entry.content.kind, choice))
            passing << entry;
    m_historyModel->set(passing);
    m_empty->setVisible(passing.isEmpty());
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_date),
                            static_cast<QWidget *>(m_body)})
        widget->setVisible(!passing.isEmpty());
    m_history->setCurrentIndex(m_historyModel->firstEntry());
}

void SummaryPage::read(const QModelIndex &index)
{
    const Entry *entry = m_historyModel->entryAt(index);
    if (!entry)
        return;
    m_title->setText(entry->content.title);
    m_date->setText(tr("%1 · %2").arg(
        text::frenchLongDate(entry->content.happened.toLocalTime().date()), entry->authorName));
    m_body->setPlainText(entry->content.body);
}

} // namespace ambroise::record::ui
