// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>
#include <ambroise/storage/connection.h>

#include <array>

//! The details of a patient as texts, one a column of `patient`, in the order of `columns`. The row
//! and the revision (a JSON object) are both made of them.
namespace ambroise::patient::fields {

inline constexpr std::array columns = {"birth_surname",
                                       "given_names",
                                       "first_given_name",
                                       "sex",
                                       "birth_date",
                                       "birth_date_interpreted",
                                       "birth_place_code",
                                       "birth_place_label",
                                       "matricule",
                                       "oid",
                                       "insi_retrieved",
                                       "coherence_checked",
                                       "attributes",
                                       "used_surname",
                                       "used_given_name",
                                       "phones",
                                       "email",
                                       "street",
                                       "postal_code",
                                       "city",
                                       "country",
                                       "medecin_traitant",
                                       "deceased_on",
                                       "notes"};

using Texts = std::array<QString, columns.size()>;

[[nodiscard]] Texts textsOf(const PatientDetails &details);
//! Error: Corrupt "patient.corrupt".
Result<PatientDetails> detailsOf(const Texts &texts);

[[nodiscard]] QString toJson(const Texts &texts);
//! Error: Corrupt "patient.corrupt".
Result<Texts> textsFromJson(const QString &json);

//! "birth_surname, given_names, …"
[[nodiscard]] QByteArray columnList();

//! Without what no text holds (control characters), trimmed. Errors: Invalid "patient.length",
//! "patient.deceased".
Result<PatientDetails> cleaned(const PatientDetails &details);

} // namespace ambroise::patient::fields
