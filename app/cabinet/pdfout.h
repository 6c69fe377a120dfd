// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QFuture>

class QPrinter;
class QWidget;

//! A document of the practice leaves it: on paper, or in a file where the user says. No temporary
//! file.
namespace ambroise::app {

enum class Outcome { Done, GivenUp };

//! Every page, whole, at its true size, on paper of the first one's. Errors: Corrupt "pdf.corrupt",
//! Unavailable "print.failed".
Status paintPages(const QByteArray &pdf, QPrinter &printer);

//! Asks for a printer. Errors: those of paintPages.
Result<Outcome> printPdf(const QByteArray &pdf, QWidget *parent);

//! On the printer that the machine uses by default, on another thread; answers its name. The job is
//! called `title`, which names no patient: other people read the queue of a printer. Errors:
//! NotFound "print.none" (no printer); those of paintPages.
[[nodiscard]] QFuture<Result<QString>> printOnDefault(const QByteArray &pdf, const QString &title);

//! Asks for a place, `name` proposed. Readable by its owner alone: what leaves a practice tells of
//! somebody's health, or opens it. Error: Unavailable "pdf.write".
Result<Outcome> savePdf(const QByteArray &pdf, const QString &name, QWidget *parent);

} // namespace ambroise::app
