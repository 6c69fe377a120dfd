// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfout.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

#include <poppler-qt6.h>

#include <memory>

namespace ambroise::app {
namespace {

// A code of 26 mm has modules of 0.4 mm: five dots each.
constexpr double paperDpi = 300;

class PdfOut {
    Q_DECLARE_TR_FUNCTIONS(PdfOut)
};

using Document = std::unique_ptr<Poppler::Document>;

Result<Document> opened(const QByteArray &pdf)
{
    Document document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() == 0)
        return Error{ErrorCode::Corrupt, u"pdf.corrupt"_qs, {}};
    return document;
}

//! A4, or one label of a roll.
QPageSize paperOf(const Poppler::Document &document, int page = 0)
{
    return QPageSize(document.page(page)->pageSizeF(), QPageSize::Point);
}

//! At its true size from the corner; smaller only where the printer's paper is.
QRectF placeOn(const QRectF &paper, const QSizeF &points, int resolution)
{
    constexpr double rounding = 1.01;
    QSizeF size = points * resolution / 72;
    if (size.width() > paper.width() * rounding || size.height() > paper.height() * rounding)
        size.scale(paper.size(), Qt::KeepAspectRatio);
    return {paper.topLeft(), size};
}

Status paintDocument(const Poppler::Document &document, QPrinter &printer, PageRange range = {})
{
    const int begin = range.first - 1;
    const int end = range.count > 0 ? begin + range.count : document.numPages();
    if (begin < 0 || begin >= end || end > document.numPages())
        return Error{ErrorCode::Corrupt, u"pdf.corrupt"_qs, {}};
    printer.setPageSize(paperOf(document, begin));
    printer.setFullPage(true);
    const Error failure{ErrorCode::Unavailable, u"print.failed"_qs, {}};
    QPainter painter;
    if (!painter.begin(&printer))
        return failure;
    const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
    for (int i = begin; i < end; ++i) {
        if (i > begin && !printer.newPage())
            return failure;
        const auto page = document.page(i);
        QImage sheet = page->renderToImage(paperDpi, paperDpi);
        painter.drawImage(placeOn(paper, page->pageSizeF(), printer.resolution()), sheet);
        sheet.fill(Qt::white); // it may have been a secret
    }
    return painter.end() ? done() : Status(failure);
}

} // namespace

Status paintPages(const QByteArray &pdf, QPrinter &printer, PageRange range)
{
    AMBROISE_TRY(const Document document, opened(pdf));
    return paintDocument(*document, printer, range);
}

Result<Outcome> printPdfAs(PaperKind kind, const QByteArray &pdf, QWidget *parent)
{
    AMBROISE_TRY(const Document document, opened(pdf));
    QPrinter printer(QPrinter::HighResolution);
    const PostPrinters chosen = PostPrinters::load();
    if (const QPrinterInfo known = QPrinterInfo::printerInfo(chosen.of(kind).printer);
        !known.isNull())
        printer.setPrinterName(known.printerName());
    printer.setCopyCount(chosen.of(kind).copies);
    printer.setPageSize(paperOf(*document));
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return Outcome::GivenUp;
    AMBROISE_CHECK(paintDocument(*document, printer));
    return Outcome::Done;
}

Result<Outcome> printPdf(const QByteArray &pdf, QWidget *parent)
{
    return printPdfAs(PaperKind::Other, pdf, parent);
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
