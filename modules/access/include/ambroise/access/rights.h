// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace ambroise::access {

//! What a person is in the practice.
enum class Role { Medecin, Remplacant, Infirmier, Secretaire, Pharmacien, Administrateur };

//! What a person may do. Whoever may write may read.
enum class Right {
    ReadAdministrative, //!< identity, contacts, appointments of a patient
    WriteAdministrative,
    ReadClinical, //!< notes, results, prescriptions, allergies
    WriteClinical,
    Prescribe,      //!< write and sign an ordonnance
    ReadOrdonnance, //!< one whose code was scanned, and what was dispensed of it
    Dispense,
    BreakGlass, //!< read a record without the right, with a reason
    ReadJournal,
    ManageAccounts,
    ManagePractice, //!< référentiels, certificates, backups, the practice's own data
};

//! The one table: a row a right, a mark a role. Source: spec product.md "Who uses it", P3; CSP
//! L.1110-4 for the clinical rows.
[[nodiscard]] bool allows(Role role, Right right);

[[nodiscard]] QString code(Role role); //!< "medecin"; stable
[[nodiscard]] std::optional<Role> roleOf(QStringView code);
[[nodiscard]] QList<Role> allRoles();
[[nodiscard]] QList<Right> allRights();

} // namespace ambroise::access
