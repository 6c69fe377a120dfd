// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/identity/birthplaces.h>
#include <ambroise/patient/repository.h>
#include <ambroise/uikit/theme.h>

#include <QTimer>
#include <QWidget>

#include <functional>

namespace ambroise::uikit {
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

class PatientFields;

//! The communes and countries that the practice knows, each while its code held.
struct PlaceServices {
    std::function<Result<bool>()> areKnown; //!< false: none was imported
    std::function<Result<QList<identity::Place>>(const QString &typed, QDate born)> search;
    std::function<Result<std::optional<identity::Place>>(const QString &code, QDate born)> find;
};

//! What the form asks of the practice, answered within a frame.
struct FormServices {
    //! Answers what is kept from now on. `version` is that of the patient who was edited, 0 for a
    //! new one; Conflict "storage.version" where somebody else changed the record since.
    std::function<Result<Patient>(const PatientDetails &details, qint64 version)> save;
    std::function<Result<Patient>()> reload; //!< the patient who is edited, as they are now
    std::function<Result<QList<CloseRecord>>(const identity::StrictTraits &traits)> near;
    std::function<Status(const QString &body)> saveDraft; //!< empty: nothing to keep
    PlaceServices places;
    std::function<QString(const Error &error)> explain;
    std::function<void(PatientId)> open; //!< a close record, instead of creating another
};

//! Creating a record, or changing the administrative part of one. Strict traits are shown as they
//! will be kept; the used names are never filled in by the program. What is typed is handed to
//! `saveDraft` at each pause of 300 ms; for an existing record only what differs from it.
//!
//! What saving would do besides (losing an INS, a second record of somebody) is told before it is
//! saved: a save that comes first stops once. A change that somebody else makes meanwhile is never
//! overwritten: it is offered, and what was typed stays.
class PatientForm final : public QWidget {
    Q_OBJECT
public:
    PatientForm(FormServices services, const Clock &clock, QWidget *parent = nullptr);

    void edit(const Patient &patient);
    //! The record as somebody else left it: shown where nothing is typed, offered otherwise.
    void follow(const Patient &now);
    void restore(const QString &draft);
    //! For a new record, what somebody was looked for by.
    void begin(const SoughtPerson &typed);
    enum class Teller { InsCode, CarteVitale };
    //! For a new record, as a label or a card told them: to be looked at before they are kept.
    //! What is not told stays empty.
    void propose(const identity::ToldTraits &told, Teller teller);
    //! Hands over at once what waits for the pause.
    Status keepDraft();
    [[nodiscard]] bool isDirty() const;

public Q_SLOTS:
    void save();

Q_SIGNALS:
    void saved();

private:
    void build();
    void touched();
    bool look();
    void lookForClose();
    void lookForLoss();
    void takeOver();
    void say(uikit::Meaning grade, const QString &strong, const QString &rest = {});
    [[nodiscard]] QString draft() const;
    bool putDraft(const QString &draft);
    uikit::MessageLine *addLine(uikit::Meaning grade);

    FormServices m_services;
    std::optional<Patient> m_before; //!< the version that the fields were filled from
    PatientFields *m_fields;
    QTimer m_pause;
    bool m_draftKept = true;
    bool m_looked = true; //!< since the last change
    uikit::MessageLine *m_warning;
    uikit::MessageLine *m_newer;
    uikit::MessageLine *m_unkept;
    uikit::MessageLine *m_message;
};

} // namespace ambroise::patient::ui
