// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QtConcurrent>

#include <poppler-qt6.h>

#include <memory>

namespace ambroise::app {
namespace {

// A code of 26 mm has modules of 0.4 mm: five dots each.
constexpr int paperDpi = 300;

Result<QString> printOn(const QPrinterInfo &info, const QByteArray &pdf, const QString &title)
{
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(title);
    AMBROISE_CHECK(paintPages(pdf, printer));
    return info.description().isEmpty() ? info.printerName() : info.description();
}

} // namespace

Status paintPages(const QByteArray &pdf, QPrinter &printer)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() == 0)
        return Error{ErrorCode::Corrupt, u"pdf.corrupt"_qs, {}};
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    const Error failed{ErrorCode::Unavailable, u"print.failed"_qs, {}};
    QPainter painter;
    if (!painter.begin(&printer))
        return failed;
    for (int i = 0; i < document->numPages(); ++i) {
        if (i > 0 && !printer.newPage())
            return failed;
        painter.drawImage(printer.paperRect(QPrinter::DevicePixel),
                          document->page(i)->renderToImage(paperDpi, paperDpi));
    }
    return painter.end() ? done() : Status(failed);
}

QFuture<Result<QString>> printOnDefault(const QByteArray &pdf, const QString &title)
{
    return QtConcurrent::run([pdf, title]() -> Result<QString> {
        const QPrinterInfo info = QPrinterInfo::defaultPrinter();
        if (info.isNull())
            return Error{ErrorCode::NotFound, u"print.none"_qs, {}};
        return printOn(info, pdf, title);
    });
}

} // namespace ambroise::app
