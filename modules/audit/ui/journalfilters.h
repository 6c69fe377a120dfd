// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "patientfield.h"

#include <QTimer>

class QComboBox;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
} // namespace ambroise::uikit

namespace ambroise::audit::ui {

//! Person, patient, action, from and until: the line of fields over the journal.
class JournalFilters final : public QWidget {
    Q_OBJECT
public:
    JournalFilters(PatientField::Search search, const Clock &clock, QWidget *parent = nullptr);

    void setPeople(const QStringList &names);
    void narrowTo(PatientId patient, const QString &name);
    //! None where a field cannot be understood, which then says so.
    [[nodiscard]] std::optional<Filter> filter();
    [[nodiscard]] bool isNarrowed() const;
    void clear();

Q_SIGNALS:
    void changed(); //!< at each pause of what is typed, and at each choice
    void failed(const ambroise::Error &error); //!< of the search for a patient

private:
    void build();
    [[nodiscard]] bool addDays(Filter &filter);

    const Clock &m_clock;
    QTimer m_pause;
    QComboBox *m_person;
    PatientField *m_patient;
    QComboBox *m_action;
    QLineEdit *m_since;
    QLineEdit *m_until;
    uikit::FormField *m_patientBox = nullptr;
    uikit::FormField *m_sinceBox = nullptr;
    uikit::FormField *m_untilBox = nullptr;
};

} // namespace ambroise::audit::ui
