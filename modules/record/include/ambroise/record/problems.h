// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/entry.h>
#include <ambroise/storage/connection.h>

#include <functional>

namespace ambroise::record {

//! Tells every active problem of the practice that has a code, with the id under which it is kept.
//! For a list of the whole practice.
Status eachCodedProblem(storage::Connection &db,
                        const std::function<void(PatientId, const NewEntry &)> &tell);

} // namespace ambroise::record
