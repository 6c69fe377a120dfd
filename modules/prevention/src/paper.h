// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/pdfcanvas.h>
#include <ambroise/prevention/print.h>

namespace ambroise::prevention {

//! Margins and head that the prints of prevention share; points.
struct Paper {
    static constexpr double left = 40;
    static constexpr double width = documents::PdfCanvas::pageWidth - 2 * left;
    static constexpr double top = 34;
    static constexpr double bottom = 800;
};

//! Draws the head at the top of the page; answers where it ends.
double drawHead(documents::PdfCanvas &canvas, const PaperHead &head);

} // namespace ambroise::prevention
