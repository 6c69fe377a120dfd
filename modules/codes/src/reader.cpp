// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/reader.h>

#include "pdf.h"
#include "picture.h"
#include "search.h"

#include <QBuffer>
#include <QImageReader>

namespace ambroise::codes {
namespace {

using Symbols = QList<DecodedSymbol>;

constexpr qsizetype pdfHeaderWithin = 1024;

Error error(ErrorCode code, const QString &subject)
{
    return {code, subject, {}};
}

Error unreadable()
{
    return error(ErrorCode::Corrupt, QStringLiteral("image.unreadable"));
}

Error tooLarge()
{
    return error(ErrorCode::Invalid, QStringLiteral("image.too_large"));
}

qint64 pixelsOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

Result<Symbols> orNone(const Symbols &symbols)
{
    if (symbols.isEmpty())
        return error(ErrorCode::NotFound, QStringLiteral("code.none"));
    return symbols;
}

Symbols enlarged(Symbols symbols, int factor)
{
    for (DecodedSymbol &symbol : symbols)
        for (QPoint &corner : symbol.corners)
            corner *= factor;
    return symbols;
}

Result<Symbols> readPicture(const QByteArray &data, Search search)
{
    AMBROISE_TRY(const Picture picture, Picture::open(data));
    if (search != Search::Everything && picture.shrinksForFree()) {
        const Symbols symbols = searched(picture.decoded(2), Search::Glance);
        if (!symbols.isEmpty())
            return enlarged(symbols, 2);
    }
    const int factor = picture.fullFactor();
    const QImage image = picture.decoded(factor);
    if (image.isNull())
        return unreadable();
    return orNone(enlarged(searched(image, search), factor));
}

} // namespace

Result<QList<DecodedSymbol>> readImage(const QImage &image, Search search)
{
    if (image.isNull())
        return error(ErrorCode::Invalid, QStringLiteral("image.empty"));
    if (pixelsOf(image.size()) > maxImagePixels)
        return tooLarge();
    return orNone(searched(image, search));
}

Result<QList<DecodedSymbol>> readData(const QByteArray &data, Search search,
                                      const Progress &progress)
{
    if (data.isEmpty())
        return error(ErrorCode::Invalid, QStringLiteral("file.empty"));
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    if (QImageReader::imageFormat(&buffer).isEmpty() &&
        data.left(pdfHeaderWithin).contains("%PDF-"))
        return readPdf(data, search, progress);
    if (progress && !progress(0, 1))
        return error(ErrorCode::Cancelled, QStringLiteral("code.search"));
    return readPicture(data, search);
}

Result<QList<DecodedSymbol>> readFile(const QString &path, Search search, const Progress &progress)
{
    AMBROISE_TRY(const QByteArray data, fileContent(path));
    return readData(data, search, progress);
}

} // namespace ambroise::codes
