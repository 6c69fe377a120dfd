// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>

#include <QDateTime>
#include <QList>

#include <array>
#include <optional>

namespace ambroise::audit {

//! What was done.
enum class Action {
    Create,
    Read,
    Update,
    Remove,
    Search,
    Print,
    Sign,
    Cancel,
    Dispense,
    Verify,
    SignIn,
    SignInRefused,
    SignOut,
    Lock,
    Unlock,
    BreakGlass,
    Import,
    Export,
    Migrate,
    Enrol,
    Revoke,
};

//! What it was done to.
enum class Subject {
    Practice,
    User,
    Card,
    Patient,
    Entry,
    Ordonnance,
    Dispensation,
    Document,
    Referential,
    Journal,
    Appointment,
    Prevention, //!< a vaccination, an act of prevention
    LabReport,
    Recheck,      //!< an analysis that is to be done again
    Correspondent //!< of the address book
};

//! Stable words for files and the database: "sign_in_refused", "ordonnance".
[[nodiscard]] QString code(Action action);
[[nodiscard]] QString code(Subject subject);
[[nodiscard]] std::optional<Action> actionOf(QStringView code);
[[nodiscard]] std::optional<Subject> subjectOf(QStringView code);
[[nodiscard]] QList<Action> allActions();

//! Something done, as it is handed to the journal.
struct Deed {
    Action action = Action::Read;
    Subject subject = Subject::Patient;
    qint64 subjectId = 0;
    PatientId patient{}; //!< whose record it concerns; not stored: nobody's
    QString detail{};    //!< what exactly: names of fields, a file's name, a count
    QString reason{};    //!< why, in the person's words, where one had to be given
};

//! Something done, as the journal keeps it.
struct Event {
    qint64 seq = 0; //!< from 1, without a gap
    QDateTime at;
    Actor actor;
    Deed deed;
};

} // namespace ambroise::audit
