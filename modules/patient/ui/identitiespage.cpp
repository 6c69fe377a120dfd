// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/identitiespage.h>

#include "identitychart.h"
#include "patientlistmodel.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <array>

namespace ambroise::patient::ui {
namespace {

constexpr int rowHeight = 46;
constexpr int waitingShown = 500;
//! As the choice shows them; duplicates come after.
constexpr std::array queues = {IdentityQueue::Retrieved, IdentityQueue::Validated,
                               IdentityQueue::Provisional, IdentityQueue::Doubtful,
                               IdentityQueue::Qualified};
constexpr int duplicates = int(queues.size());

} // namespace

IdentitiesPage::IdentitiesPage(Services services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_chart(new IdentityChart(this))
    , m_queue(
          new uikit::Segmented(tr("Identités"),
                               {tr("Pièce à contrôler"), tr("INSi à interroger"), tr("Provisoires"),
                                tr("Douteuses"), tr("Qualifiées"), tr("Doublons")},
                               uikit::Segmented::Density::Regular, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_none(new uikit::EmptyState(tr("Aucune identité dans cette liste."), this))
    , m_list(new QListView(this))
    , m_model(new PatientListModel(clock, this))
    , m_duplicates(new DuplicatesList({m_services.findDuplicates, m_services.explain}, this))
    , m_verification(new VerificationPanel(m_services.verification, clock, this))
    , m_verify(new uikit::Button(tr("Vérifier auprès d’INSi"), u"F5"_qs, this))
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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_problem);
    layout->addWidget(m_verification);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_duplicates, 1);
    m_duplicates->hide();
    setFocusProxy(m_list);
    connect(m_duplicates, &DuplicatesList::chosen, this, &IdentitiesPage::compareRequested);
    connect(m_verification, &VerificationPanel::openRequested, this,
            &IdentitiesPage::openRequested);
    connect(m_verification, &VerificationPanel::changed, this, &IdentitiesPage::refresh);
    connect(m_verify, &QPushButton::clicked, this, &IdentitiesPage::verify);
    connect(m_queue, &uikit::Segmented::currentChanged, this, [this] {
        if (!m_verification->isRunning())
            m_verification->leave(); // it was of another list
        refresh();
    });
    connect(m_list, &QListView::activated, this, &IdentitiesPage::openCurrent);
}

QWidget *IdentitiesPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                               uikit::scaled(8));
    column->setSpacing(uikit::scaled(10));
    auto *title = new QHBoxLayout;
    title->addWidget(
        new uikit::Label(tr("Identités"), uikit::TextRole::Page, uikit::Token::Text, true, head));
    title->addStretch();
    title->addWidget(m_verify);
    column->addLayout(title);
    column->addWidget(m_chart);
    auto *row = new QHBoxLayout;
    row->addWidget(m_queue);
    row->addStretch();
    column->addLayout(row);
    return head;
}

IdentityQueue IdentitiesPage::queue() const
{
    return queues.at(size_t(m_queue->current()));
}

void IdentitiesPage::refresh()
{
    const auto counts = m_services.counts();
    if (counts.ok())
        m_counts = *counts;
    m_duplicates->setVisible(showsDuplicates());
    if (showsDuplicates())
        showDuplicates(counts);
    else
        showWaiting(counts);
    m_verify->setVisible(bool(m_services.verification.run));
    m_verify->setEnabled(verifiable() > 0 && !m_verification->isRunning());
    m_verify->setToolTip(m_verify->isEnabled() || m_verification->isRunning()
                             ? QString()
                             : tr("Aucune identité de cette liste n’a d’INS."));
    QWidget *front = showsDuplicates()             ? static_cast<QWidget *>(m_duplicates)
                     : m_verification->showsLost() ? m_verification
                                                   : static_cast<QWidget *>(m_list);
    setFocusProxy(front);
}

void IdentitiesPage::showDuplicates(const Result<IdentityCounts> &counts)
{
    m_list->hide();
    m_none->hide();
    m_problem->hide();
    if (counts.ok())
        m_chart->setCounts(*counts);
    m_duplicates->refresh();
}

void IdentitiesPage::showWaiting(const Result<IdentityCounts> &counts)
{
    const auto expected = m_services.expectedToday();
    QList<PatientId> first;
    for (const Expected &one : expected.ok() ? *expected : QList<Expected>())
        first << one.patient;
    const auto waiting = m_services.waiting(queue(), waitingShown, first);
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
    const bool lost = m_verification->showsLost();
    m_none->setVisible(waiting->isEmpty() && !lost);
    m_list->setVisible(!waiting->isEmpty() && !lost);
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (chosen.isStored() && m_model->idAt(m_model->index(i)) == chosen)
            row = i;
    m_list->setCurrentIndex(m_model->index(row));
}

qint64 IdentitiesPage::verifiable() const
{
    if (showsDuplicates())
        return 0;
    return queue() == IdentityQueue::Qualified   ? m_counts.qualified
           : queue() == IdentityQueue::Retrieved ? m_counts.retrieved
                                                 : 0;
}

void IdentitiesPage::verify()
{
    if (m_verify->isEnabled() && m_verify->isVisible())
        m_verification->propose(queue(), verifiable());
}

void IdentitiesPage::confirmVerification()
{
    m_verification->confirm();
}

void IdentitiesPage::askCode(VerificationPanel::CodeAnswer answer)
{
    m_verification->askCode(std::move(answer));
}

void IdentitiesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_verification->leave())
        QWidget::keyPressEvent(event);
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
