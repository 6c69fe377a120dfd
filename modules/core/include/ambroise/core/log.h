// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! The technical log. What could name a patient is taken out before a line is written, whoever
//! wrote it: numbers of nine digits or more, e-mail addresses, quoted text.
namespace ambroise::log {

//! The line as it may be kept.
[[nodiscard]] QString redacted(QStringView line);

//! Sends every Qt message, redacted, to standard error and, where `path` is not empty, to the end
//! of that file (created readable by its owner alone; started anew above 5 MB, the previous one
//! kept as `path`.1).
void install(const QString &path);

} // namespace ambroise::log
