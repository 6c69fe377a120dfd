// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/administrative.h>

//! The words of the administrative file.
namespace ambroise::patient::ui {

[[nodiscard]] QString roleWord(PersonRole role);
[[nodiscard]] QString coverageWord(CoverageKind kind);
[[nodiscard]] QString topicWord(ConsentTopic topic);
[[nodiscard]] QString meansWord(ConsentMeans means);
//! « Accepté », « Opposition », « Refusé ».
[[nodiscard]] QString answerWord(ConsentTopic topic, bool agreed);

} // namespace ambroise::patient::ui
