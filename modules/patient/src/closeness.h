// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/repository.h>

namespace ambroise::patient {

//! How a record resembles traits about to be created; none where it does not.
[[nodiscard]] std::optional<Closeness> closenessOf(const identity::StrictTraits &traits,
                                                   const PatientSummary &record);

} // namespace ambroise::patient
