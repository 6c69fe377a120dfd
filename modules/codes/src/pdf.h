// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/reader.h>

namespace ambroise::codes {

//! readData() for what is a PDF.
Result<QList<DecodedSymbol>> readPdf(const QByteArray &data, Search search,
                                     const Progress &progress);

} // namespace ambroise::codes
