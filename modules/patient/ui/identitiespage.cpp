// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/identitiespage.h>

#include "identitychart.h"
#include "patientlistmodel.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QListView>
#include <QVBoxLayout>

namespace ambroise::patient::ui {
namespace {
constexpr int rowHeight = 46;
constexpr int waitingShown = 500;
constexpr int duplicates = int(IdentityQueue::Doubtful) + 1; // after the queues
} // namespace

IdentitiesPage::IdentitiesPage(Services services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_chart(new IdentityChart(this))
    , m_queue(new uikit::Segmented(tr("Identités"),
                                   {tr("Pièce à contrôler"), tr("INSi à interroger"),
                                    tr("Provisoires"), tr("Douteuses"), tr("Doublons")},
                                   uikit::Segmented::Density::Regular, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_none(new uikit::EmptyState(tr("Aucune identité dans cette liste."), this))
    , m_list(new QListView(this))
    , m_model(new PatientListModel(clock, this))
    , m_duplicates(new DuplicatesList({m_services.findDuplicates, m_services.explain}, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Identités à établir"));
    uikit::prepareList(*m_list);
    m_problem->hide();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(10));
    head->addWidget(
        new uikit::Label(tr("Identités"), uikit::TextRole::Page, uikit::Token::Text, true, this));
    head->addWidget(m_chart);
    auto *row = new QHBoxLayout;
    row->addWidget(m_queue);
    row->addStretch();
    head->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_duplicates, 1);
    m_duplicates->hide();
    setFocusProxy(m_list);
    connect(m_duplicates, &DuplicatesList::chosen, this, &IdentitiesPage::compareRequested);
    connect(m_queue, &uikit::Segmented::currentChanged, this, &IdentitiesPage::refresh);
    connect(m_list, &QListView::activated, this, &IdentitiesPage::openCurrent);
}

void IdentitiesPage::refresh()
{
    const auto counts = m_services.counts();
    m_duplicates->setVisible(showsDuplicates());
    setFocusProxy(showsDuplicates() ? static_cast<QWidget *>(m_duplicates) : m_list);
    if (showsDuplicates()) {
        m_list->hide();
        m_none->hide();
        m_problem->hide();
        if (counts.ok())
            m_chart->setCounts(*counts);
        m_duplicates->refresh();
        return;
    }
    const auto expected = m_services.expectedToday();
    QList<PatientId> first;
    for (const Expected &one : expected.ok() ? *expected : QList<Expected>())
        first << one.patient;
    const auto waiting = m_services.waiting(IdentityQueue(m_queue->current()), waitingShown, first);
    const bool known = counts.ok() && waiting.ok() && expected.ok();
    m_problem->setVisible(!known);
    if (!known) { // not the same as none
        m_problem->setGrade(uikit::Meaning::Stop);
        m_problem->setText(m_services.explain(!counts.ok()    ? counts.error()
                                              : !waiting.ok() ? waiting.error()
                                                              : expected.error()));
        m_problem->announce();
        return;
    }
    m_chart->setCounts(*counts);
    showMore(int(waiting->size()));
    const PatientId chosen = m_model->idAt(m_list->currentIndex());
    QStringList remarks;
    for (const PatientSummary &patient : *waiting) {
        const qsizetype index = first.indexOf(patient.id);
        remarks << (index < 0 ? QString() : tr("attendu à %1").arg(expected->at(index).hour));
    }
    m_model->set(*waiting, remarks);
    m_none->setVisible(waiting->isEmpty());
    m_list->setVisible(!waiting->isEmpty());
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (chosen.isStored() && m_model->idAt(m_model->index(i)) == chosen)
            row = i;
    m_list->setCurrentIndex(m_model->index(row));
}

//! A list that was cut is not the whole of what is to be done.
void IdentitiesPage::showMore(int shown)
{
    const bool cut = shown >= waitingShown;
    m_problem->setVisible(cut);
    if (cut) {
        m_problem->setGrade(uikit::Meaning::Info);
        m_problem->setText(tr("Les %1 modifiées en dernier ; la suite vient à mesure.").arg(shown));
    }
}

void IdentitiesPage::follow()
{
    if (!showsDuplicates())
        refresh();
}

bool IdentitiesPage::showsDuplicates() const
{
    return m_queue->current() == duplicates;
}

void IdentitiesPage::openCurrent()
{
    if (const PatientId chosen = m_model->idAt(m_list->currentIndex()); chosen.isStored())
        Q_EMIT openRequested(chosen);
}

} // namespace ambroise::patient::ui
