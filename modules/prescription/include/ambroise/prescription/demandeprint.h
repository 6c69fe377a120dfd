// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demande.h>
#include <ambroise/prescription/print.h>

namespace ambroise::prescription {

//! The title of a kind's document: "Prescription d’examens de biologie médicale".
[[nodiscard]] QString titleOf(DemandeKind kind);

//! The document on A4, PDF/A-1b, as the ordonnance's: the same head, the items numbered, in two
//! zones where one concerns an ALD, unused space barred. `contrastNote`: what the radiologist
//! should know where a contrast medium is given; empty: nothing is known. Time off work is told
//! without its reason, which the official form (Cerfa 10170) has for the medical adviser alone.
//! `signature` is drawn where it is signed, but on a draft. Needs a QGuiApplication. Errors: those
//! of PdfCanvas::finish.
Result<PrintedOrdonnance> printDemande(const Demande &demande, Sheet sheet,
                                       const QString &contrastNote = {},
                                       const std::optional<HandSignature> &signature = {});

} // namespace ambroise::prescription
