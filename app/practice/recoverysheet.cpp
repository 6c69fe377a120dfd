// SPDX-License-Identifier: GPL-3.0-or-later
#include "recoverysheet.h"

#include <ambroise/codes/qr.h>
#include <ambroise/core/text.h>
#include <ambroise/documents/pdfcanvas.h>

#include <QCoreApplication>

namespace ambroise::app {
namespace {

constexpr double left = 70;
constexpr double width = documents::PdfCanvas::pageWidth - 2 * left;
constexpr double qrSide = 130;

class Sheet {
    Q_DECLARE_TR_FUNCTIONS(RecoverySheet)
};

} // namespace

Result<QByteArray> recoverySheet(const QString &practice, const crypto::RecoveryKey &key, QDate day)
{
    const QString text = key.toString();
    AMBROISE_TRY(const auto qr, codes::qrGrid(text, codes::QrLevel::Q));
    documents::PdfCanvas canvas(Sheet::tr("Clé de secours"), practice);
    double y = 90;
    y += canvas.text(left, y, width, Sheet::tr("Clé de secours du cabinet"), {20, true}) + 6;
    y += canvas.text(left, y, width, practice, {13, true});
    y +=
        canvas.text(left, y, width, Sheet::tr("Créée le %1").arg(text::frenchLongDate(day)), {10}) +
        24;
    canvas.frame({left, y, width, 70});
    // Two lines, so that the groups can be read aloud without losing one's place.
    const qsizetype half = text.indexOf(u'-', text.size() / 2);
    canvas.text(left, y + 14, width, text.left(half), {15, true, true, Qt::AlignHCenter});
    canvas.text(left, y + 38, width, text.mid(half + 1), {15, true, true, Qt::AlignHCenter});
    y += 94;
    canvas.code(left, y, qrSide, qr);
    canvas.text(left + qrSide + 24, y, width - qrSide - 24,
                Sheet::tr("Elle ouvre les données du cabinet quand plus personne ne le peut : mot "
                          "de passe oublié, carte "
                          "perdue, poste en panne.\n\nQui la possède peut tout lire. La garder "
                          "hors du cabinet, sous "
                          "clé : coffre, notaire, domicile.\n\nElle n’est enregistrée nulle part "
                          "et ne peut pas être "
                          "réimprimée."),
                {10.5, false, false, Qt::AlignLeft, 1.45});
    return canvas.finish();
}

} // namespace ambroise::app
