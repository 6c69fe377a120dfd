// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/mrz.h>
#include <ambroise/core/progress.h>

#include <QImage>

//! The machine readable zone on a photograph or a scan, in any orientation, by Tesseract.
//!
//! The lines are found by what tells them from other print: glyphs at an even pitch, 30, 36 or 44
//! of them. Where the recognition leaves a choice, the format and the check digits choose: then the
//! answer says that it was repaired. It may also be one that is not valid, for a person to correct.
//!
//! Errors: Invalid "image.empty", "image.too_large"; NotFound "mrz.none" (no such lines);
//! Unavailable "mrz.engine" (Tesseract's data are not installed); Cancelled "mrz.search"; and those
//! of readData() and readFile() for what cannot be opened. Seconds of work: not for the thread of
//! windows. Thread-safe.
namespace ambroise::codes {

Result<Mrz> readMrz(const QImage &image, QDate today, const Progress &progress = {});

//! An image file held in memory, of the formats that readData() reads; no PDF.
Result<Mrz> readMrzData(const QByteArray &data, QDate today, const Progress &progress = {});

Result<Mrz> readMrzFile(const QString &path, QDate today, const Progress &progress = {});

} // namespace ambroise::codes
