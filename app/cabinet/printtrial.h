// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postprinters.h"

namespace ambroise::app {

//! A page of nobody that says what was chosen for a kind of paper; of the secured form, with the
//! edges of the room that it leaves, to be held over a real one. Needs a QGuiApplication. Errors:
//! those of PdfCanvas::finish.
[[nodiscard]] Result<QByteArray> printTrial(PaperKind kind, const PostPrinters &printers);

} // namespace ambroise::app
