// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/repository.h>

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What the form asks of the practice, answered within a frame.
struct FormServices {
    std::function<Status(const PatientDetails &details)> save;
    std::function<Result<QList<CloseRecord>>(const identity::StrictTraits &traits)> near;
    std::function<void(const QString &body)> saveDraft; //!< empty: nothing to keep
    std::function<QString(const Error &error)> explain;
    std::function<void(PatientId)> open; //!< a close record, instead of creating another
};

//! Creating a record, or changing the administrative part of one. Strict traits are shown as they
//! will be kept; the used names are never filled in by the program. What is typed is handed to
//! `saveDraft` at each pause of 300 ms. Changing a trait that INSi gave is told before it is saved:
//! it makes the identity provisional.
class PatientForm final : public QWidget {
    Q_OBJECT
public:
    PatientForm(FormServices services, const Clock &clock, QWidget *parent = nullptr);

    void edit(const Patient &patient);
    void restore(const QString &draft);
    [[nodiscard]] bool isDirty() const { return m_dirty; }

public Q_SLOTS:
    void save();

Q_SIGNALS:
    void saved();

private:
    void build();
    void touched();
    void showClose();
    void showLoss();
    Status takeContacts(PatientDetails &details);
    Result<QDate> deceasedOn();
    Result<PatientDetails> details();
    Result<identity::StrictTraits> traits();
    [[nodiscard]] QString draft() const;

    FormServices m_services;
    const Clock &m_clock;
    std::optional<PatientDetails> m_before;
    bool m_dirty = false;
    bool m_filling = false;
    QTimer m_pause;
    QHash<QString, QLineEdit *> m_edits;
    QHash<QString, uikit::FormField *> m_fields;
    QComboBox *m_sex;
    uikit::MessageLine *m_message;
    uikit::MessageLine *m_close;
};

} // namespace ambroise::patient::ui
