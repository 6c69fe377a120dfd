// SPDX-License-Identifier: GPL-3.0-or-later
#include "appointmentform.h"

#include "daybook.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/pickline.h>
#include <ambroise/uikit/type.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>

namespace ambroise::agenda::ui {
namespace {

constexpr int step = 5; // minutes
constexpr int longest = 8 * 60;
constexpr int dayWidth = 118;

const std::array kinds = {AppointmentKind::Consultation, AppointmentKind::Teleconsultation,
                          AppointmentKind::HomeVisit, AppointmentKind::Closed};

QString lineOf(const patient::PatientSummary &patient)
{
    return displayName(patient) + u"  "_qs + text::frenchDate(patient.birthDate);
}

} // namespace

AppointmentForm::AppointmentForm(const AgendaServices &services, QWidget *parent)
    : SideForm({}, tr("Enregistrer"), Keeps::OnCtrlEnter, parent)
    , m_services(services)
    , m_patient(new uikit::PickLine([this](const QString &typed) { return find(typed); },
                                    tr("Patients trouvés"), this))
    , m_professional(new QComboBox(this))
    , m_day(new QDateEdit(this))
    , m_hour(new QTimeEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_kind(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_there(new QCheckBox(tr("Déjà là : en salle d’attente"), this))
{
    build();
    connect(this, &SideForm::keepRequested, this, &AppointmentForm::keep);
    connect(m_patient, &uikit::PickLine::taken, this, [this](int row) {
        if (row < m_patients.size())
            takePatient(m_patients.at(row));
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AppointmentForm::followKind);
    setFocusProxy(m_patient);
}

void AppointmentForm::build()
{
    m_patient->line()->setPlaceholderText(tr("Nom, date de naissance ou téléphone"));
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
    auto *form = new uikit::FormGrid(2);
    m_patientField = form->add(tr("Patient"), m_patient, 2);
    form->add(tr("Avec"), m_professional, 2);
    form->add(tr("Le"), m_day);
    form->add(tr("À"), m_hour);
    form->add(tr("Durée"), m_minutes);
    form->add(tr("Genre"), m_kind);
    form->add(tr("Motif"), m_reason, 2);
    form->add(m_there, 2);
    addField(form);
}

void AppointmentForm::begin(const QList<Professional> &professionals,
                            const AppointmentDetails &proposed, bool there)
{
    m_before.reset();
    setTitle(tr("Nouveau rendez-vous"));
    m_there->setChecked(there);
    m_there->show();
    fill(professionals, proposed);
}

void AppointmentForm::edit(const QList<Professional> &professionals, const Appointment &appointment)
{
    m_before = appointment;
    setTitle(tr("Rendez-vous"));
    m_there->hide();
    fill(professionals, appointment.details);
}

void AppointmentForm::fill(const QList<Professional> &professionals,
                           const AppointmentDetails &details)
{
    problem()->hide();
    m_patientField->setError({});
    m_chosen = {};
    m_patient->setText({});
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
        tellError(patients.error());
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
        m_patient->close();
}

QStringList AppointmentForm::find(const QString &typed)
{
    m_chosen = {};
    m_patients.clear();
    problem()->hide();
    m_patientField->setError({});
    if (typed.trimmed().isEmpty())
        return {};
    const auto found = m_services.search(typed.trimmed());
    if (!found.ok()) {
        tellError(found.error());
        return {};
    }
    m_patients = *found;
    QStringList names;
    for (const patient::PatientSummary &patient : std::as_const(m_patients))
        names << lineOf(patient);
    if (names.isEmpty())
        m_patientField->setError(tr("Aucun patient de ce nom. Le créer : Ctrl+N"));
    return names;
}

void AppointmentForm::takePatient(const patient::PatientSummary &patient)
{
    m_chosen = patient.id;
    m_patient->setText(lineOf(patient));
    if (m_patient->line()->hasFocus())
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
    problem()->hide();
    const AppointmentDetails written = details();
    if (m_before) {
        const Status changed = m_services.change(*m_before, written);
        if (changed.ok())
            Q_EMIT kept(m_before->id);
        else
            tellError(changed.error());
        return;
    }
    const bool there = m_there->isChecked() && !isClosed();
    const auto id = there ? m_services.receive(written) : m_services.add(written);
    if (id.ok())
        Q_EMIT kept(*id);
    else
        tellError(id.error());
}

void AppointmentForm::tellError(const Error &error)
{
    if (error.subject == u"appointment.patient") {
        m_patientField->setError(m_services.explain(error));
        m_patient->setFocus(Qt::OtherFocusReason);
        return;
    }
    tell(m_services.explain(error));
}

} // namespace ambroise::agenda::ui
