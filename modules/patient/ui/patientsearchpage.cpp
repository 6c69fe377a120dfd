// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/patientsearchpage.h>

#include "patientlistmodel.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QListView>
#include <QVBoxLayout>

namespace ambroise::patient::ui {

PatientSearchPage::PatientSearchPage(SearchServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_field(
          new uikit::SearchField(tr("Nom, date de naissance, téléphone ou matricule"), {}, this))
    , m_create(new uikit::Button(tr("Nouveau patient"), u"Ctrl N"_qs, this))
    , m_view(new QListView(this))
    , m_model(new PatientListModel(clock, this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_recent(new uikit::SectionTitle(tr("Ouverts récemment"), {}, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_field->setMinimumHeight(uikit::scaled(34));
    m_field->setMaxLength(200);
    (new uikit::ListKeys(
         *m_view, [this] { openCurrent(); }, this))
        ->listenTo(*m_field);
    m_view->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(46, m_view);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_view->setItemDelegate(delegate);
    m_view->setAccessibleName(tr("Patients trouvés"));
    uikit::prepareList(*m_view);
    m_recent->setInset(16);
    m_problem->setInset(16);
    m_problem->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(8));
    head->addWidget(m_field, 1);
    head->addWidget(m_create);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_recent);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);

    connect(m_field, &QLineEdit::textChanged, this, &PatientSearchPage::look);
    connect(m_view, &QListView::activated, this, &PatientSearchPage::openCurrent);
    connect(m_create, &QPushButton::clicked, this, &PatientSearchPage::createRequested);
    setFocusProxy(m_field);
    look();
}

void PatientSearchPage::setMayCreate(bool may)
{
    m_create->setVisible(may);
}

void PatientSearchPage::begin()
{
    look(); // somebody may have changed what is shown
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void PatientSearchPage::beginWith(const QString &typed)
{
    m_field->setText(typed);
    begin();
}

void PatientSearchPage::refresh()
{
    const PatientId chosen = m_model->idAt(m_view->currentIndex());
    look();
    for (int row = 0; chosen.isStored() && row < m_model->rowCount(); ++row)
        if (m_model->idAt(m_model->index(row)) == chosen)
            m_view->setCurrentIndex(m_model->index(row));
}

void PatientSearchPage::look()
{
    const QString typed = m_field->text().trimmed();
    const auto found = typed.isEmpty() ? m_services.recent() : m_services.search(typed);
    m_problem->setVisible(!found.ok());
    if (!found.ok()) {
        list({});
        m_empty->hide();
        m_problem->setText(m_services.explain(found.error()));
        m_problem->announce();
        return;
    }
    list(*found);
    m_recent->setVisible(typed.isEmpty() && !found->isEmpty());
    // ↵ on an empty line opens nobody's record by mistake.
    if (!typed.isEmpty() && !found->isEmpty())
        m_view->setCurrentIndex(m_model->index(0));
    m_empty->setSentence(typed.isEmpty()
                             ? tr("Taper les premières lettres du nom, ou une date de naissance.")
                             : tr("Aucun patient pour « %1 ».").arg(typed));
}

void PatientSearchPage::list(const QList<PatientSummary> &patients)
{
    m_model->set(patients);
    m_recent->hide();
    m_empty->setVisible(patients.isEmpty());
    m_view->setVisible(!patients.isEmpty());
}

void PatientSearchPage::openCurrent()
{
    if (const PatientId id = m_model->idAt(m_view->currentIndex()); id.isStored())
        Q_EMIT openRequested(id);
}

} // namespace ambroise::patient::ui
