// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/symbol.h>
#include <ambroise/core/progress.h>
#include <ambroise/core/result.h>

#include <QImage>
#include <QList>

//! Reads codes from images and PDF, by ZXing-C++ and Poppler. Whatever the file holds, the answer
//! is a list or an error: nothing is written to disk, no script or link of a PDF is followed.
//!
//! Errors of all functions:
//! - NotFound "code.none": readable, but there is no code in it;
//! - Invalid "image.too_large": more than maxImagePixels, told from the header, nothing decoded.
namespace ambroise::codes {

constexpr qint64 maxImagePixels = 64'000'000;
constexpr qint64 maxFileBytes = 256'000'000;
constexpr int maxPdfPages = 50; //!< the following ones are not read

//! How far the search goes.
enum class Search {
    Glance,     //!< the fast ways of looking alone: for a camera, whose next frame comes soon
    UntilFound, //!< way after way until one shows codes: for somebody who waits for a code
    Everything  //!< every way, for a small code beside large ones: some ten times slower
};

//! The codes of an image, top to bottom then left to right. Error: Invalid "image.empty" for a null
//! image, and those above. Thread-safe.
Result<QList<DecodedSymbol>> readImage(const QImage &image, Search search = Search::UntilFound);

//! The codes of an image file (PNG, JPEG, BMP, GIF, PBM/PGM/PPM; TIFF and WebP where Qt's plugins
//! are installed) or of a PDF's pages, held in memory. Each page is rendered at 200 dpi, and at
//! 300 where that shows nothing or Everything is wanted. `progress` is told pages, and may give up
//! at any time.
//!
//! Errors besides those above: Invalid "file.empty"; Corrupt "image.unreadable" (no known image, or
//! a damaged one); Corrupt "pdf.corrupt"; Denied "pdf.encrypted" (a password is wanted);
//! Cancelled "code.search".
Result<QList<DecodedSymbol>> readData(const QByteArray &data, Search search = Search::UntilFound,
                                      const Progress &progress = {});

//! The same from a file. Further errors: NotFound "file.missing"; Denied "file.unreadable" (a
//! folder, a device, or not ours to read); Invalid "file.too_large" (above maxFileBytes).
Result<QList<DecodedSymbol>> readFile(const QString &path, Search search = Search::UntilFound,
                                      const Progress &progress = {});

} // namespace ambroise::codes
