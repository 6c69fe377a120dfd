// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

namespace ambroise::app {

//! Whose Datamatrix INS was scanned.
struct ScannedIns {
    std::optional<PatientId> patient{}; //!< the active record with this INS; none: nobody here
    //! As the code tells them: to be proposed for a new record, where the identity then starts as
    //! provisional (guide EXI REC 02).
    identity::StrictTraits traits;
    //! The scanner lost the separators, or the record tells the person otherwise: somebody looks.
    bool doubtful = false;
};

[[nodiscard]] bool isInsScan(const QString &text);

//! From the text of a scanner. Errors: those of codes::InsPayload, of the values and of
//! storage; Denied "identity.test_ins" (a label of tests, in a practice of real patients).
Result<ScannedIns> findScanned(Practice &practice, const QString &text);

} // namespace ambroise::app
