// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/pagespdf.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTransform>

namespace ambroise::documents {
namespace {

constexpr double unknown = 200 / 0.0254; //!< dots a metre, where a page does not say

QPageLayout layoutOf(const QImage &image)
{
    const double dots = image.dotsPerMeterX() > 0 ? image.dotsPerMeterX() : unknown;
    const QSizeF millimetres(image.width() * 1000 / dots, image.height() * 1000 / dots);
    return {QPageSize(millimetres, QPageSize::Millimeter, {}, QPageSize::ExactMatch),
            QPageLayout::Portrait, QMarginsF()};
}

} // namespace

Result<QByteArray> pdfOf(const QList<PageImage> &pages, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setTitle(title);
    writer.setCreator(u"Ambroise"_qs);
    QPainter painter;
    for (const PageImage &page : pages) {
        const QImage image =
            QImage::fromData(page.bytes).transformed(QTransform().rotate(90.0 * page.turns));
        if (image.isNull())
            return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
        writer.setPageLayout(layoutOf(image));
        if (!(painter.isActive() ? writer.newPage() : painter.begin(&writer)))
            return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), image);
    }
    if (!painter.isActive() || !painter.end())
        return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
    return bytes;
}

} // namespace ambroise::documents
