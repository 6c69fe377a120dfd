// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/patientsearchpage.h>

#include "patientlistmodel.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::patient::ui {

PatientSearchPage::PatientSearchPage(Search search, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_search(std::move(search))
    , m_field(
          new uikit::SearchField(tr("Nom, date de naissance, téléphone ou matricule"), {}, this))
    , m_create(new uikit::Button(tr("Nouveau patient"), u"Ctrl N"_qs, this))
    , m_view(new QListView(this))
    , m_model(new PatientListModel(clock, this))
    , m_empty(new uikit::EmptyState({}, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_field->setMinimumHeight(uikit::scaled(34));
    m_field->setMaxLength(200);
    m_field->installEventFilter(this);
    m_view->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(46, m_view);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_view->setItemDelegate(delegate);
    m_view->setAccessibleName(tr("Patients trouvés"));
    uikit::prepareList(*m_view);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                             uikit::scaled(8));
    head->addWidget(m_field, 1);
    head->addWidget(m_create);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
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
    const auto found = m_search(typed);
    const QList<PatientSummary> patients = found.ok() ? *found : QList<PatientSummary>{};
    m_model->set(patients);
    if (!patients.isEmpty())
        m_view->setCurrentIndex(m_model->index(0));
    m_empty->setSentence(typed.isEmpty()
                             ? tr("Taper les premières lettres du nom, ou une date de naissance.")
                             : tr("Aucun patient pour « %1 ».").arg(typed));
    m_empty->setVisible(patients.isEmpty());
    m_view->setVisible(!patients.isEmpty());
}

void PatientSearchPage::openCurrent()
{
    if (const PatientId id = m_model->idAt(m_view->currentIndex()); id.isStored())
        Q_EMIT openRequested(id);
}

bool PatientSearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int rows = m_model->rowCount();
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (rows == 0)
            return true;
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_view->setCurrentIndex(
            m_model->index(std::clamp(m_view->currentIndex().row() + step, 0, rows - 1)));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openCurrent();
        return true;
    default:
        return false;
    }
}

} // namespace ambroise::patient::ui
