// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/letterprint.h>

#include "letterlayout.h"

namespace ambroise::documents {

Result<PrintedLetter> printLetter(const Letter &letter, const PaperHead &head,
                                  const PaperPatient &patient)
{
    PdfCanvas canvas(letter.subject().isEmpty() ? u"Courrier"_qs : letter.subject(),
                     head.left.value(0));
    const int pages = LetterLayout(canvas, letter, head, patient).draw();
    AMBROISE_TRY(const QByteArray pdf, canvas.finish());
    return PrintedLetter{pdf, pages};
}

} // namespace ambroise::documents
