// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>

class QWidget;

//! A document of the practice leaves it: on paper, or in a file where the user says. No temporary
//! file.
namespace ambroise::app {

enum class Outcome { Done, GivenUp };

//! Asks for a printer. Errors: Corrupt "pdf.corrupt", Unavailable "print.failed".
Result<Outcome> printPdf(const QByteArray &pdf, QWidget *parent);

//! Asks for a place, `name` proposed. Readable by its owner alone where `secret`. Error:
//! Unavailable "pdf.write".
Result<Outcome> savePdf(const QByteArray &pdf, const QString &name, QWidget *parent,
                        bool secret = false);

} // namespace ambroise::app
