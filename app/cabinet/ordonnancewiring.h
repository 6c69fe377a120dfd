// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/dispensing/ui/dispensingpage.h>
#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::app {

//! The kind of draft that an ordonnance being written is.
inline const QString ordonnanceDraft = QStringLiteral("ordonnance");

//! What the ordonnance page of a patient's record needs, from an open practice. Both must outlive
//! the page.
[[nodiscard]] prescription::ui::OrdonnanceServices
ordonnanceServices(Practice &practice, const access::Session &session, PatientId patient,
                   std::function<Status(const QByteArray &pdf)> openPdf);

//! A drug as the ordonnance page offers it.
[[nodiscard]] prescription::ui::DrugChoice drugChoice(const drugs::Drug &drug);

//! What the counter of a pharmacy needs.
[[nodiscard]] dispensing::ui::DispensingServices
dispensingServices(Practice &practice, const access::Session &session,
                   std::function<void()> openCamera);

} // namespace ambroise::app
