// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/partialdate.h>
#include <ambroise/prevention/rulebook.h>
#include <ambroise/prevention/vaccination.h>
#include <ambroise/record/entry.h>

namespace ambroise::prevention {

//! A problem of the record that opens rules.
struct ConditionFact {
    QString condition; //!< id of a Condition
    QString title;     //!< of the problem, as written
    QString code;
    QDate since;
    friend bool operator==(const ConditionFact &, const ConditionFact &) = default;
};

//! What the rules look at of a patient.
struct PatientFacts {
    QDate birth;
    identity::Sex sex = identity::Sex::Indeterminate;
    bool deceased = false;
    QList<ConditionFact> conditions{};
};

//! The conditions that the active problems tell by their codes; words tell none.
[[nodiscard]] QList<ConditionFact> conditionsOf(const RuleBook &book,
                                                const QList<record::Entry> &problems);
//! The same of one problem.
[[nodiscard]] QList<ConditionFact> conditionsOf(const RuleBook &book,
                                                const record::NewEntry &problem);

//! A vaccination, as far as rules look at it.
struct Given {
    QStringList valences;
    std::optional<PartialDate> date; //!< none: unknown
};

enum class ActState {
    Done,
    Declined,    //!< proposed, and not wanted
    NotConcerned //!< for a reason that no rule knows
};

[[nodiscard]] QString code(ActState state); //!< "declined"; stable
[[nodiscard]] std::optional<ActState> actStateOf(QStringView code);

//! What was decided or done of a rule.
struct Act {
    QString rule;
    QString step{}; //!< of a rule by ages; empty: whichever the date falls into
    ActState state = ActState::Done;
    QDate date{};
    QString reason{};
    friend bool operator==(const Act &, const Act &) = default;
};

struct History {
    QList<Given> given{};
    QList<Act> acts{};
};

enum class DueState {
    NotApplicable, //!< not this patient, or no longer
    ToCome,
    Due,
    Late,
    Done,
    Declined,
    NotConcerned
};

//! Where a patient stands with a rule, and the data that tell it.
struct DueItem {
    QString rule;
    QString step{}; //!< of a rule by ages
    DueState state = DueState::NotApplicable;
    QDate since{};                     //!< due since, to come from, decided on
    QDate lateSince{};                 //!< invalid: never late
    QDate closes{};                    //!< no longer from that day on; invalid: stays open
    std::optional<PartialDate> last{}; //!< what counted last
    int dose = 0;                      //!< the next one of a series, from 1
    int doses = 0;                     //!< of the series
    int notCounted = 0;                //!< given too early, or too soon after the one before
    bool undated = false;              //!< something was given that nobody knows the date of
    QString reason{};                  //!< why declined or not concerned
    QList<ConditionFact> because{};    //!< besides age and sex
};

//! Pure: the same answer for the same arguments. Where the birth is unknown or after `today`, or
//! the patient dead, nothing applies. What is dated before the birth or after `today` does not
//! count; a date known in part counts as its last day for what comes next, and in the patient's
//! favour for what is asked of itself.
[[nodiscard]] DueItem assess(const Rule &rule, const PatientFacts &facts, const History &history,
                             QDate today);

//! What applies to the patient, in the order of the book.
[[nodiscard]] QList<DueItem> dueFor(const RuleBook &book, const PatientFacts &facts,
                                    const History &history, QDate today);

//! Whether something is to be done now.
[[nodiscard]] bool isDue(const DueItem &item);

} // namespace ambroise::prevention
