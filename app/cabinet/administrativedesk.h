// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/patient/ui/administrativecolumn.h>
#include <ambroise/patient/ui/patientform.h>

namespace ambroise::app {

//! The administrative page of a record: who the patient is at the left; who and what stands around
//! them at the right, once the record is there.
class AdministrativeDesk final : public QObject {
    Q_OBJECT
public:
    //! What the view of the record does with what the form gives.
    struct Hooks {
        std::function<Result<patient::Patient>(const patient::PatientDetails &, qint64 version)>
            save;
        std::function<Result<patient::Patient>()> reload;
        std::function<void(PatientId)> open; //!< a close record
    };
    //! References outlive it; `patient`: null where a record is being created.
    AdministrativeDesk(Practice &practice, const access::Session &session,
                       const patient::Patient *patient, const Hooks &hooks, QWidget *parent);

    [[nodiscard]] QWidget *page() const { return m_page; }
    [[nodiscard]] patient::ui::PatientForm *form() const { return m_form; }
    //! What is being written: a line of the column, else the form.
    void save();
    void focusColumn();
    void refresh(const patient::Patient &patient);

Q_SIGNALS:
    void changed(); //!< the column wrote; the record is to be read again

private:
    [[nodiscard]] patient::ui::FormServices formServices(const Hooks &hooks);
    void buildColumn();
    [[nodiscard]] patient::ui::AdministrativeServices columnServices();

    Practice &m_practice;
    const access::Session &m_session;
    patient::RecordIds m_records;
    QWidget *m_page;
    patient::ui::PatientForm *m_form;
    patient::ui::AdministrativeColumn *m_column = nullptr;
};

} // namespace ambroise::app
