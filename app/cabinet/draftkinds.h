// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

namespace ambroise::app {

//! What access::DraftJournal keeps of a record.
inline const QString patientDraft = QStringLiteral("patient");
inline const QString noteDraft = QStringLiteral("note");
inline const QString correctionDraft = QStringLiteral("note-correction");
inline const QString ordonnanceDraft = QStringLiteral("ordonnance");
inline const QString demandeDraft = QStringLiteral("demande");
inline const QString letterDraft = QStringLiteral("letter");

} // namespace ambroise::app
