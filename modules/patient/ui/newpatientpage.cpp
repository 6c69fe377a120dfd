// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/newpatientpage.h>

#include "patientlistmodel.h"

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::patient::ui {

NewPatientPage::NewPatientPage(NewPatientServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_birthDate(new QLineEdit)
    , m_surname(new QLineEdit)
    , m_givenName(new QLineEdit)
    , m_matricule(new QLineEdit)
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_title(new uikit::SectionTitle(tr("Dossiers proches"), {}, this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_view(new QListView(this))
    , m_model(new PatientListModel(clock, this))
    , m_bar(new uikit::ActionBar(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    auto *keys = new uikit::ListKeys(
        *m_view, [this] { openCurrent(); }, this);
    for (QLineEdit *field : {m_birthDate, m_surname, m_givenName, m_matricule}) {
        field->setMaxLength(100);
        keys->listenTo(*field);
        connect(field, &QLineEdit::textChanged, this, &NewPatientPage::look);
    }
    connect(m_view, &QListView::activated, this, &NewPatientPage::openCurrent);
    setFocusProxy(m_birthDate);
    look();
}

void NewPatientPage::build()
{
    auto *title = new uikit::Label(tr("Nouveau patient : le chercher d’abord"),
                                   uikit::TextRole::Page, uikit::Token::Text, true, this);
    auto *grid = new uikit::FormGrid(4, this);
    addFields(grid);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(12));
    head->addWidget(title);
    head->addWidget(grid);

    m_view->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(46, m_view);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_view->setItemDelegate(delegate);
    m_view->setAccessibleName(tr("Dossiers proches"));
    uikit::prepareList(*m_view);
    m_title->setInset(16);
    m_problem->setInset(16);

    auto *actions = new uikit::ActionMap(this);
    m_create = actions->key(
        uikit::Act{u"patient.create"_qs, tr("Créer un dossier"), tr("Nouveau patient")},
        Qt::CTRL | Qt::Key_Return, [this] { create(); });
    m_bar->setPrimary(m_create);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    layout->addWidget(m_title);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    layout->addWidget(m_bar);
}

void NewPatientPage::addFields(uikit::FormGrid *grid)
{
    m_birthDateField = grid->add(tr("Date de naissance"), m_birthDate);
    grid->add(tr("Nom de naissance ou utilisé"), m_surname);
    grid->add(tr("Prénom"), m_givenName);
    m_matriculeField = grid->add(tr("Ou matricule INS"), m_matricule);
    m_birthDate->setPlaceholderText(tr("JJ/MM/AAAA"));
    m_surname->setPlaceholderText(tr("3 lettres suffisent"));
    m_matricule->setPlaceholderText(tr("15 caractères"));
}

void NewPatientPage::begin()
{
    for (QLineEdit *field : {m_birthDate, m_surname, m_givenName, m_matricule})
        field->clear();
    look();
    m_birthDate->setFocus(Qt::ShortcutFocusReason);
}

void NewPatientPage::refresh()
{
    const PatientId chosen = m_model->idAt(m_view->currentIndex());
    look();
    for (int row = 0; chosen.isStored() && row < m_model->rowCount(); ++row)
        if (m_model->idAt(m_model->index(row)) == chosen)
            m_view->setCurrentIndex(m_model->index(row));
}

SoughtPerson NewPatientPage::sought() const
{
    return {m_birthDate->text().trimmed(), m_surname->text().trimmed(),
            m_givenName->text().trimmed()};
}

//! A wrong matricule finds nobody, and says so under its field.
Result<QList<LikeRecord>> NewPatientPage::found()
{
    const QString typed = m_matricule->text().trimmed();
    m_matriculeField->setError({});
    if (typed.isEmpty())
        return m_services.lookFor(sought());
    const auto matricule = identity::InsMatricule::parse(typed);
    if (!matricule.ok()) {
        m_matriculeField->setError(m_services.explain(matricule.error()));
        return QList<LikeRecord>();
    }
    AMBROISE_TRY(const auto known, m_services.byMatricule(*matricule));
    return known ? QList<LikeRecord>{{*known, Likeness::Written}} : QList<LikeRecord>();
}

void NewPatientPage::look()
{
    const auto records = found();
    m_problem->setVisible(!records.ok());
    if (!records.ok()) {
        m_problem->setText(m_services.explain(records.error()));
        m_problem->announce();
    }
    list(records.ok() ? *records : QList<LikeRecord>());
    m_create->setEnabled(records.ok() && !sought().surname.isEmpty());
    m_bar->setNotice(m_create->isEnabled() ? QString() : tr("Pour créer, taper d’abord le nom."));
    if (m_model->rowCount() == 0 && records.ok())
        tellNothing();
    else
        m_empty->hide();
    // ↵ after a date alone opens nobody's record by mistake.
    const bool named = !m_surname->text().isEmpty() || !m_givenName->text().isEmpty() ||
                       !m_matricule->text().isEmpty();
    if (named && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
}

void NewPatientPage::list(const QList<LikeRecord> &records)
{
    QList<PatientSummary> patients;
    QStringList remarks;
    for (const LikeRecord &record : records) {
        patients << record.summary;
        switch (record.likeness) {
        case Likeness::Written:
            remarks << QString();
            break;
        case Likeness::Sounding:
            remarks << tr("se prononce ainsi");
            break;
        case Likeness::SameBirthDate:
            remarks << tr("même date de naissance");
            break;
        case Likeness::TransposedBirthDate:
            remarks << tr("jour et mois inversés");
            break;
        }
    }
    m_model->set(patients, remarks);
    m_title->setVisible(!patients.isEmpty());
    m_title->setRemark(QString::number(patients.size()));
    m_view->setVisible(!patients.isEmpty());
}

void NewPatientPage::tellNothing()
{
    const SoughtPerson typed = sought();
    const bool looked = !typed.birthDate.isEmpty() || !typed.surname.isEmpty() ||
                        !typed.givenName.isEmpty() || !m_matricule->text().isEmpty();
    m_empty->setSentence(looked ? tr("Aucun dossier proche.")
                                : tr("Taper la date de naissance, puis 3 lettres du nom."));
    m_empty->show();
}

void NewPatientPage::openCurrent()
{
    if (const PatientId id = m_model->idAt(m_view->currentIndex()); id.isStored())
        Q_EMIT openRequested(id);
}

void NewPatientPage::create()
{
    Q_EMIT createRequested(sought());
}

void NewPatientPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::patient::ui
