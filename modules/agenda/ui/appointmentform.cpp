// SPDX-License-Identifier: GPL-3.0-or-later
#include "appointmentform.h"

#include "daybook.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/message.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QSpinBox>

namespace ambroise::agenda::ui {
namespace {

constexpr int step = 5; // minutes
constexpr int longest = 8 * 60;
constexpr int dayWidth = 118;
constexpr int rowHeight = 28;
constexpr int mostRows = 6;

const std::array kinds = {AppointmentKind::Consultation, AppointmentKind::Teleconsultation,
                          AppointmentKind::HomeVisit, AppointmentKind::Closed};

QString lineOf(const patient::PatientSummary &patient)
{
    return displayName(patient) + u"  "_qs + text::frenchDate(patient.birthDate);
}

} // namespace

AppointmentForm::AppointmentForm(const AgendaServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new uikit::SectionTitle({}, {}, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_patient(new uikit::SearchField(tr("Nom, date de naissance ou téléphone"), {}, this))
    , m_found(new QListView(this))
    , m_names(new QStringListModel(this))
    , m_professional(new QComboBox(this))
    , m_day(new QDateEdit(this))
    , m_hour(new QTimeEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_kind(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_there(new QCheckBox(tr("Déjà là : en salle d’attente"), this))
{
    build();
    (new uikit::ListKeys(
         *m_found, [this] { takeCurrent(); }, this))
        ->listenTo(*m_patient);
    connect(m_patient, &QLineEdit::textEdited, this, &AppointmentForm::look);
    connect(m_found, &QListView::clicked, this, &AppointmentForm::takeCurrent);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AppointmentForm::followKind);
    setFocusProxy(m_patient);
}

void AppointmentForm::build()
{
    m_problem->hide();
    m_found->setModel(m_names);
    m_found->setAccessibleName(tr("Patients trouvés"));
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->hide();
    m_day->setDisplayFormat(u"dd/MM/yyyy"_qs);
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(uikit::scaled(dayWidth));
    m_hour->setDisplayFormat(u"HH:mm"_qs);
    m_minutes->setRange(step, longest);
    m_minutes->setSingleStep(step);
    m_minutes->setSuffix(tr(" min"));
    m_reason->setMaxLength(int(AppointmentLimits::reason));
    for (const AppointmentKind kind : kinds)
        m_kind->addItem(kindWord(kind));
    auto *form = new uikit::FormGrid(2, this);
    m_patientField = form->add(tr("Patient"), m_patient, 2);
    form->add(m_found, 2);
    form->add(tr("Avec"), m_professional, 2);
    form->add(tr("Le"), m_day);
    form->add(tr("À"), m_hour);
    form->add(tr("Durée"), m_minutes);
    form->add(tr("Genre"), m_kind);
    form->add(tr("Motif"), m_reason, 2);
    form->add(m_there, 2);
    auto *keep = new uikit::PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs, this);
    auto *leave = new uikit::Button(tr("Annuler"), u"Échap"_qs, this);
    connect(keep, &QPushButton::clicked, this, &AppointmentForm::keep);
    connect(leave, &QPushButton::clicked, this, &AppointmentForm::left);
    auto *acts = new QHBoxLayout;
    acts->addWidget(leave);
    acts->addStretch();
    acts->addWidget(keep);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12),
                              uikit::scaled(12));
    inner->setSpacing(uikit::scaled(12));
    inner->addWidget(form);
    inner->addLayout(acts);
    inner->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_problem);
    layout->addLayout(inner, 1);
}

void AppointmentForm::begin(const QList<Professional> &professionals,
                            const AppointmentDetails &proposed, bool there)
{
    m_before.reset();
    m_title->setText(tr("Nouveau rendez-vous"));
    m_there->setChecked(there);
    m_there->show();
    fill(professionals, proposed);
}

void AppointmentForm::edit(const QList<Professional> &professionals, const Appointment &appointment)
{
    m_before = appointment;
    m_title->setText(tr("Rendez-vous"));
    m_there->hide();
    fill(professionals, appointment.details);
}

void AppointmentForm::fill(const QList<Professional> &professionals,
                           const AppointmentDetails &details)
{
    m_problem->hide();
    m_found->hide();
    m_patientField->setError({});
    m_chosen = {};
    m_patient->clear();
    m_professional->clear();
    for (const Professional &one : professionals)
        if (one.active || one.id == details.professional)
            m_professional->addItem(one.name, one.id.value);
    m_professional->setCurrentIndex(m_professional->findData(details.professional.value));
    const QDateTime start = details.start.toLocalTime();
    m_day->setDate(start.date());
    m_hour->setTime(start.time());
    m_minutes->setValue(int(details.length.count()));
    m_reason->setText(details.reason);
    m_kind->setCurrentIndex(int(details.kind));
    followKind();
    if (!details.patient.isStored())
        return;
    const auto patients = m_services.patients({details.patient});
    if (!patients.ok())
        tell(patients.error());
    else if (!patients->isEmpty())
        takePatient(patients->first());
}

bool AppointmentForm::isClosed() const
{
    return kinds.at(size_t(std::max(0, m_kind->currentIndex()))) == AppointmentKind::Closed;
}

void AppointmentForm::followKind()
{
    m_patientField->setEnabled(!isClosed());
    m_there->setEnabled(!isClosed());
    if (isClosed())
        m_found->hide();
}

void AppointmentForm::look()
{
    m_chosen = {};
    m_problem->hide();
    m_patientField->setError({});
    const QString typed = m_patient->text().trimmed();
    const auto found =
        typed.isEmpty() ? Result<QList<patient::PatientSummary>>(QList<patient::PatientSummary>())
                        : m_services.search(typed);
    if (!found.ok()) {
        tell(found.error());
        return;
    }
    m_patients = *found;
    QStringList names;
    for (const patient::PatientSummary &patient : m_patients)
        names << lineOf(patient);
    m_names->setStringList(names);
    m_found->setFixedHeight(
        uikit::scaled(rowHeight) * int(std::clamp<qsizetype>(names.size(), 1, mostRows)) + 2);
    m_found->setVisible(!names.isEmpty());
    m_found->setCurrentIndex(m_names->index(0));
    if (names.isEmpty() && !typed.isEmpty())
        m_patientField->setError(tr("Aucun patient de ce nom. Le créer : Ctrl+N"));
}

void AppointmentForm::takeCurrent()
{
    const int row = m_found->currentIndex().row();
    if (m_found->isVisible() && row >= 0 && row < m_patients.size())
        takePatient(m_patients.at(row));
}

void AppointmentForm::takePatient(const patient::PatientSummary &patient)
{
    m_chosen = patient.id;
    m_patient->setText(lineOf(patient));
    m_found->hide();
    if (m_patient->hasFocus())
        m_reason->setFocus(Qt::OtherFocusReason);
}

AppointmentDetails AppointmentForm::details() const
{
    AppointmentDetails details = m_before ? m_before->details : AppointmentDetails{};
    details.kind = kinds.at(size_t(std::max(0, m_kind->currentIndex())));
    details.patient = isClosed() ? PatientId{} : m_chosen;
    details.professional = UserId{m_professional->currentData().toLongLong()};
    details.start = QDateTime(m_day->date(), m_hour->time(), Qt::LocalTime).toUTC();
    details.length = std::chrono::minutes(m_minutes->value());
    details.reason = m_reason->text().trimmed();
    return details;
}

void AppointmentForm::keep()
{
    m_problem->hide();
    const AppointmentDetails written = details();
    if (m_before) {
        const Status changed = m_services.change(*m_before, written);
        if (changed.ok())
            Q_EMIT kept(m_before->id);
        else
            tell(changed.error());
        return;
    }
    const bool there = m_there->isChecked() && !isClosed();
    const auto id = there ? m_services.receive(written) : m_services.add(written);
    if (id.ok())
        Q_EMIT kept(*id);
    else
        tell(id.error());
}

void AppointmentForm::tell(const Error &error)
{
    if (error.subject == u"appointment.patient") {
        m_patientField->setError(m_services.explain(error));
        m_patient->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

void AppointmentForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        keep();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::agenda::ui
