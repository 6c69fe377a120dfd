// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draftkinds.h"
#include "pdfviewer.h"
#include "sheetsignature.h"

#include <practice/practice.h>

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::app {

//! What the ordonnance page of a patient's record needs, from an open practice. Both must outlive
//! the page. `signature`: what is drawn on what is signed; the usual one unless told. `machine`:
//! the printers. Of what did not go out the services know as long as they live.
[[nodiscard]] prescription::ui::OrdonnanceServices
ordonnanceServices(Practice &practice, const access::Session &session, PatientId patient,
                   OpenPdf openPdf, SignatureSource signature = {},
                   PrintMachine machine = PrintMachine::real());

//! The protocols of who is at the post, for the ordonnance and for the settings.
[[nodiscard]] prescription::ui::ProtocolServices protocolServices(Practice &practice,
                                                                  const access::Session &session);

//! Which signals who is at the post is shown.
[[nodiscard]] QWidget *alertSettingsPage(Practice &practice, const access::Session &session);

//! A drug as the ordonnance page offers it.
[[nodiscard]] prescription::ui::DrugChoice drugChoice(const drugs::Drug &drug);

} // namespace ambroise::app
