// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/identity/identity.h>
#include <ambroise/patient/contacts.h>
#include <ambroise/patient/recordids.h>

#include <QDateTime>

namespace ambroise::patient {

//! What the practice knows of somebody, besides what is clinical.
struct PatientDetails {
    identity::Identity identity;
    //! As the person wants to be called; accents allowed. Never filled from the birth names by the
    //! program (guide EXI ID 08).
    QString usedSurname{};
    QString usedGivenName{};
    Contacts contacts{};
    QString medecinTraitant{}; //!< who, in words
    QDate deceasedOn{};        //!< invalid: not known to be dead
    QString notes{};           //!< administrative only

    friend bool operator==(const PatientDetails &, const PatientDetails &) = default;
};

//! The longest texts of PatientDetails, in UTF-16 units; beyond, Invalid "patient.length".
struct DetailLimits {
    static constexpr qsizetype line = 100; //!< used names, postal code, city, médecin traitant
    static constexpr qsizetype street = 500;
    static constexpr qsizetype notes = 20'000;
    static constexpr qsizetype note = 2000; //!< of a line of the administrative file
};

//! Somebody who has no record yet.
using NewPatient = PatientDetails;

//! A record's administrative part, as it was at `version`.
struct Patient {
    PatientId id{};
    qint64 version = 0; //!< from 1; goes up with each change
    PatientDetails details;
    bool archived = false;
    QList<PatientId> merged{}; //!< records that are a part of this one
    PatientId mergedInto{};    //!< stored: this record is a part of that one
    QDateTime createdAt{};
    QDateTime updatedAt{};
    UserId updatedBy{};
    QString updatedByName{};

    [[nodiscard]] RecordIds recordIds() const { return RecordIds(id, merged); }
};

//! One line of a list of patients: texts ready to be shown, no more than the line needs.
struct PatientSummary {
    PatientId id{};
    QString birthSurname{};
    QString givenNames{};
    QString firstGivenName{};
    QString usedSurname{};
    QString usedGivenName{};
    identity::Sex sex = identity::Sex::Indeterminate;
    QDate birthDate{};
    bool birthDateInterpreted = false;
    QString phone{}; //!< the first, as it is dialled in France
    QString city{};
    identity::IdentityStatus status = identity::IdentityStatus::Provisional;
    identity::IdentityAttributes attributes{};
    bool deceased = false;
    bool archived = false;

    friend bool operator==(const PatientSummary &, const PatientSummary &) = default;
};

//! As a person is named on a screen: birth surname in capitals, first given name. The accents of
//! the used given name where it is the same name.
[[nodiscard]] QString displayName(const PatientSummary &patient);
[[nodiscard]] QString displayName(const PatientDetails &patient);

//! What a record was before a change.
struct PatientRevision {
    qint64 version = 0;
    QDateTime writtenAt{};
    UserId writtenBy{};
    QString writtenByName{};
    PatientDetails details;
};

//! The names of the fields that differ: "used_surname", "phones"; for the journal and the screen.
//! Never a value.
[[nodiscard]] QStringList changedFields(const PatientDetails &before, const PatientDetails &after);

} // namespace ambroise::patient
