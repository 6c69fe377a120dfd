// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfout.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>
#include <QtConcurrent>

#include <poppler-qt6.h>

#include <memory>

namespace ambroise::app {
namespace {

// A code of 26 mm has modules of 0.4 mm: five dots each.
constexpr double paperDpi = 300;

class PdfOut {
    Q_DECLARE_TR_FUNCTIONS(PdfOut)
};

} // namespace

Status paintPages(const QByteArray &pdf, QPrinter &printer)
{
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() == 0)
        return Error{ErrorCode::Corrupt, u"pdf.corrupt"_qs, {}};
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    const Error failure{ErrorCode::Unavailable, u"print.failed"_qs, {}};
    QPainter painter;
    if (!painter.begin(&printer))
        return failure;
    for (int i = 0; i < document->numPages(); ++i) {
        if (i > 0 && !printer.newPage())
            return failure;
        QImage sheet = document->page(i)->renderToImage(paperDpi, paperDpi);
        painter.drawImage(printer.paperRect(QPrinter::DevicePixel), sheet);
        sheet.fill(Qt::white); // it may have been a secret
    }
    return painter.end() ? done() : Status(failure);
}

Result<Outcome> printPdf(const QByteArray &pdf, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return Outcome::GivenUp;
    AMBROISE_CHECK(paintPages(pdf, printer));
    return Outcome::Done;
}

QFuture<Result<QString>> printOnDefault(const QByteArray &pdf, const QString &title)
{
    return QtConcurrent::run([pdf, title]() -> Result<QString> {
        const QPrinterInfo info = QPrinterInfo::defaultPrinter();
        if (info.isNull())
            return Error{ErrorCode::NotFound, u"print.none"_qs, {}};
        QPrinter printer(info, QPrinter::HighResolution);
        printer.setDocName(title);
        AMBROISE_CHECK(paintPages(pdf, printer));
        return info.description().isEmpty() ? info.printerName() : info.description();
    });
}

Result<Outcome> savePdf(const QByteArray &pdf, const QString &name, QWidget *parent)
{
    const QString path = QFileDialog::getSaveFileName(parent, PdfOut::tr("Enregistrer le document"),
                                                      name, PdfOut::tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return Outcome::GivenUp;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(pdf) == pdf.size() && file.commit();
    return written ? Result<Outcome>(Outcome::Done)
                   : Result<Outcome>(Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}});
}

} // namespace ambroise::app
