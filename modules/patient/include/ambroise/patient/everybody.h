// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/sex.h>
#include <ambroise/patient/recordids.h>

#include <QDate>

namespace ambroise::patient {

//! Somebody of the practice, as far as a list of all of them looks.
struct Somebody {
    RecordIds ids;
    QDate birth;
    identity::Sex sex = identity::Sex::Indeterminate;
};

//! Those who are not known to be dead, without archived records, by name; each with what was merged
//! into it. Not journaled: no record is open.
Result<QList<Somebody>> everybody(storage::Connection &db);

} // namespace ambroise::patient
