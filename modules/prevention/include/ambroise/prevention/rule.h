// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/sex.h>
#include <ambroise/prevention/span.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

//! What is recommended to whom, and when, as the files of resources/prevention say it.
namespace ambroise::prevention {

enum class RuleKind { Vaccination, Examination, Screening };

[[nodiscard]] QString code(RuleKind kind); //!< "vaccination"; stable

//! Who says it.
struct Source {
    QString document;
    QDate date; //!< of the document
    QString url;
    QString where;         //!< in the document
    QString toVerify = {}; //!< what of the rule no public text confirmed; empty: nothing
    friend bool operator==(const Source &, const Source &) = default;
};

//! One way to be concerned: all of it holds.
struct Who {
    std::optional<identity::Sex> sex;
    Span from;                 //!< an age
    std::optional<Span> until; //!< an age, no longer concerned from then on
    QDate bornFrom;
    QStringList anyOf;  //!< conditions; empty: none is needed
    QStringList noneOf; //!< conditions
};

//! What a vaccine must contain: of each inner list at least one. Empty: nothing counts but an act.
using Need = QList<QStringList>;

//! A vaccine, or an act of another rule, that puts the next one off.
struct Wait {
    Need valences; //!< where all of it was received, since the last of any
    QString rule;
    Span interval;
};

//! The next dose of a series.
struct Dose {
    std::optional<Span> at;        //!< age from which it is recommended
    Span after;                    //!< recommended interval after the one before
    Span minAfter;                 //!< a dose given sooner after the one before does not count
    Span minAge;                   //!< a dose given sooner does not count
    std::optional<Span> late;      //!< age from which it is late
    std::optional<Span> lateAfter; //!< late so long after it was due
    std::optional<Span> closes;    //!< age from which it is no longer given
    QString onlyIf;                //!< needed only where this valence was received
};

//! The doses for who begins at that age.
struct Course {
    Span startFrom;
    std::optional<Span> startUntil;
    QList<Dose> doses;
};

struct Series {
    QList<Course> courses;
};

//! Once in each window of age.
struct Step {
    QString id;
    QString label;
    Span from;
    std::optional<Span> late;
    std::optional<Span> until; //!< no longer from then on; else until the next step
    Span credit;               //!< what was done so long before `from` counts
};

struct Ages {
    QList<Step> steps;
};

//! Again and again.
struct Every {
    QList<Span> periods; //!< after the first, the second…; the last one holds from then on
    std::optional<Span> lateAfter;
};

struct Season {
    QDate from;
    QDate until; //!< the last day
};

//! Once a season.
struct Seasonal {
    QList<Season> seasons; //!< by date
    Span minAfter;         //!< since the last, whatever the season
};

using Schedule = std::variant<Series, Ages, Every, Seasonal>;

struct Rule {
    QString id;
    RuleKind kind = RuleKind::Vaccination;
    QString label; //!< in French
    QString group; //!< rules of one group that are due on the same day are one injection
    QString note;  //!< what the doctor must know and the program does not reckon
    QList<Who> who;
    Need valences;
    bool perCondition = false; //!< anew each time the condition begins
    Schedule schedule;
    QList<Wait> waits;
    Source source;

    [[nodiscard]] const Step *step(QStringView id) const; //!< null: none, or not by ages
};

//! A state of health that opens a rule, by the codes of the problems that tell it.
struct Condition {
    QString id;
    QString label;     //!< in French
    QStringList codes; //!< "CIM-10:E11": that one and what is under it
};

} // namespace ambroise::prevention
