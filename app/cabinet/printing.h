// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QFuture>

class QPrinter;

namespace ambroise::app {

//! Every page of a PDF of the practice, whole, on paper of its size. Error: Corrupt "pdf.corrupt",
//! Unavailable "print.failed".
Status paintPages(const QByteArray &pdf, QPrinter &printer);

//! Prints on the printer that the machine uses by default, on another thread; answers its name. The
//! job is called `title`, which names no patient: other people read the queue of a printer. Errors:
//! NotFound "print.none" (no printer); those of paintPages.
[[nodiscard]] QFuture<Result<QString>> printOnDefault(const QByteArray &pdf, const QString &title);

} // namespace ambroise::app
