// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/agenda/ui/agendaservices.h>
#include <ambroise/uikit/sideform.h>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace ambroise::uikit {
class FormField;
class PickLine;
} // namespace ambroise::uikit

namespace ambroise::agenda::ui {

//! An appointment being written, at the side of the day: who, with whom, when, why. The patient is
//! found by typing; ↑ ↓ choose, ↵ takes. Ctrl+↵ keeps, Échap leaves.
class AppointmentForm final : public uikit::SideForm {
    Q_OBJECT
public:
    explicit AppointmentForm(const AgendaServices &services, QWidget *parent = nullptr);

    //! A new one. A patient that is stored is taken already; `there`: stands in front of the desk.
    void begin(const QList<Professional> &professionals, const AppointmentDetails &proposed,
               bool there);
    //! One that is in the agenda.
    void edit(const QList<Professional> &professionals, const Appointment &appointment);

Q_SIGNALS:
    void kept(ambroise::agenda::AppointmentId id);

private:
    void build();
    void fill(const QList<Professional> &professionals, const AppointmentDetails &details);
    [[nodiscard]] QStringList find(const QString &typed);
    void takePatient(const patient::PatientSummary &patient);
    void followKind();
    void keep();
    void tellError(const Error &error);
    [[nodiscard]] AppointmentDetails details() const;
    [[nodiscard]] bool isClosed() const;

    const AgendaServices &m_services;
    uikit::FormField *m_patientField = nullptr;
    uikit::PickLine *m_patient;
    QList<patient::PatientSummary> m_patients; //!< found, as they stand in the list
    PatientId m_chosen{};
    QComboBox *m_professional;
    QDateEdit *m_day;
    QTimeEdit *m_hour;
    QSpinBox *m_minutes;
    QComboBox *m_kind;
    QLineEdit *m_reason;
    QCheckBox *m_there;
    std::optional<Appointment> m_before; //!< the one that is changed
};

} // namespace ambroise::agenda::ui
