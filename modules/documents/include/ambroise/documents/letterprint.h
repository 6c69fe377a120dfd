// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letter.h>
#include <ambroise/documents/paper.h>

namespace ambroise::documents {

struct PrintedLetter {
    QByteArray pdf;
    int pages = 1;
};

//! PDF/A-1b, A4: the head, the recipient in the window of an envelope (45 mm from the top), the
//! patient with the INS box of a qualified identity, place and day, subject, text, who signs, the
//! copies at the foot; on each page patient, birth date and « page n sur m ». Of any thread; needs
//! a QGuiApplication. Errors: those of PdfCanvas::finish.
Result<PrintedLetter> printLetter(const Letter &letter, const PaperHead &head,
                                  const PaperPatient &patient);

} // namespace ambroise::documents
