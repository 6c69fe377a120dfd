// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/treatmenthistory.h>

#include <QStringList>

namespace ambroise::prescription::ui {

//! Of each of record::stopReasons(), in that order.
[[nodiscard]] QStringList stopReasonWords();
[[nodiscard]] QString useWord(const TreatmentUseTold &use);      //!< « Fond (proposé) »
[[nodiscard]] QString useAct(const PatientTreatment &treatment); //!< what says its nextUse()
[[nodiscard]] QString useSaidWord(record::TreatmentUse use);     //!< « noté de fond »
[[nodiscard]] QString startWord(const PatientTreatment &treatment);
//! « 31/12/2026 », « 03/03/2026, dépassée », « non dite ».
[[nodiscard]] QString plannedEndWord(const PatientTreatment &treatment);
[[nodiscard]] QString stopDayWord(const PatientTreatment &treatment);
[[nodiscard]] QString stopReasonWord(const record::TreatmentStop &stop); //!< with what was typed
//! All of a row in one breath.
[[nodiscard]] QString sentenceOf(const PatientTreatment &treatment);

} // namespace ambroise::prescription::ui
