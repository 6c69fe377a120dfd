// SPDX-License-Identifier: GPL-3.0-or-later
#include "printtrial.h"

#include "paperrow.h"

#include <ambroise/core/text.h>
#include <ambroise/documents/paper.h>

#include <QCoreApplication>

namespace ambroise::app {
namespace {

using documents::Paper;
using documents::PdfCanvas;

class TrialWords {
    Q_DECLARE_TR_FUNCTIONS(TrialWords)
};

QStringList linesOf(const PaperChoice &choice)
{
    return {choice.printer.isEmpty() ? TrialWords::tr("Imprimante : celle de la machine")
                                     : TrialWords::tr("Imprimante : %1").arg(choice.printer),
            choice.tray.isEmpty() ? TrialWords::tr("Bac : celui que l’imprimante choisit")
                                  : TrialWords::tr("Bac : %1").arg(choice.tray),
            TrialWords::tr("Exemplaires : %1").arg(choice.copies)};
}

//! Two lines where the head of the form has to end and its foot to begin.
void drawEdges(PdfCanvas &canvas, const prescription::FormRoom &form)
{
    const double head = form.head() * Paper::millimetre;
    const double foot = PdfCanvas::pageHeight - form.foot() * Paper::millimetre;
    const double right = Paper::left + Paper::width;
    canvas.line(Paper::left, head, right, head);
    canvas.line(Paper::left, foot, right, foot);
    canvas.text(Paper::left, head - 14, Paper::width,
                TrialWords::tr("Le haut du formulaire finit au-dessus de ce trait : %1 mm")
                    .arg(text::frenchNumber(form.head(), 1)),
                {8.5});
    canvas.text(Paper::left, foot + 3, Paper::width,
                TrialWords::tr("Le bas du formulaire commence sous ce trait : %1 mm")
                    .arg(text::frenchNumber(form.foot(), 1)),
                {8.5});
}

} // namespace

Result<QByteArray> printTrial(PaperKind kind, const PostPrinters &printers)
{
    PdfCanvas canvas(TrialWords::tr("Page d’essai"), {});
    const bool secured = kind == PaperKind::Secured;
    double y = (secured ? printers.form.head() * Paper::millimetre : Paper::top) + 16;
    y += canvas.text(Paper::left, y, Paper::width, TrialWords::tr("Page d’essai"), {14, true});
    y += canvas.text(Paper::left, y, Paper::width, wordsOf(kind), {12, true});
    for (const QString &line : linesOf(printers.of(kind)))
        y += canvas.text(Paper::left, y, Paper::width, line);
    if (secured)
        drawEdges(canvas, printers.form);
    return canvas.finish();
}

} // namespace ambroise::app
