// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/core/result.h>

#include <QDateTime>
#include <QList>

#include <optional>

namespace ambroise::record {

using EntryId = Id<struct EntryTag>;

enum class EntryKind {
    Consultation,
    Problem,
    Antecedent,
    Allergy,
    Treatment,
    Measure,
    Vaccination,
    Result,
    Letter,
    Document,
    FamilyAntecedent, //!< `unit`: whose (« père »)
    RiskFactor,       //!< and way of life: tobacco, work
    Pregnancy,        //!< a past or present one; `happened`: its beginning
    Implant
};

[[nodiscard]] QString code(EntryKind kind); //!< "consultation"; stable
[[nodiscard]] std::optional<EntryKind> entryKindOf(QStringView code);

//! Something in the record, as it is written.
struct NewEntry {
    EntryKind kind = EntryKind::Consultation;
    QDateTime happened{}; //!< when it was so, UTC
    QString title{};      //!< one line: the reason, the problem, the substance, the measure
    QString body{};       //!< the note; the reaction of an allergy; the posology of a treatment
    QString code{};       //!< CIM-10, CISP-2, CIS or LOINC, with its system: "CIM-10:E11"; of a
                          //!< consultation several, one space between two
    QString value{};      //!< of a measure, with a decimal point: "7.4", "138/78", "32+4"
    QString unit{};
    bool active = true; //!< a problem, allergy or treatment that holds now

    friend bool operator==(const NewEntry &, const NewEntry &) = default;
};

struct Entry {
    EntryId id;
    PatientId patient;
    NewEntry content;
    UserId author{};
    QString authorName{};
    QDateTime writtenAt{};
    qint64 version = 1;
};

//! A former state of an entry.
struct Revision {
    qint64 version = 0;
    NewEntry content;
    QString authorName{};
    QDateTime writtenAt{};
};

} // namespace ambroise::record
