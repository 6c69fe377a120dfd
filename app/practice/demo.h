// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creation.h"

#include <ambroise/core/progress.h>

namespace ambroise::app {

//! The staff of the demonstration practice: medecin, secretaire, pharmacien, admin, all with that
//! password.
[[nodiscard]] QList<FirstPerson> demonstrationPeople(const QString &password);
[[nodiscard]] access::PracticeProfile demonstrationProfile(const QString &name);

//! Fills a new practice so that it can be shown: invented patients with records, and the built-in
//! formulary.
Status addDemonstrationData(Practice &practice);

//! A large practice, the same for the same seed on every machine.
struct GeneratedSize {
    qint64 patients = 0;
    int entriesPerPatient = 0;
    quint64 seed = 1;
};
//! Cancelled "practice.cancelled" where `progress` gives it up; then nothing of it stays.
Status addGeneratedData(Practice &practice, const GeneratedSize &size,
                        const Progress &progress = {});

} // namespace ambroise::app
