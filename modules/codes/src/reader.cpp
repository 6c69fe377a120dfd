// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/reader.h>

#include "pdf.h"
#include "search.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

using Symbols = QList<DecodedSymbol>;

constexpr qint64 largePixels =
    6'000'000; //!< from here a smaller copy is read first, where that is free
constexpr qsizetype pdfHeaderWithin = 1024;

//! Formats of pictures. Not SVG: drawing one is no decoding, and it may ask for anything.
constexpr std::array pictureFormats = {"png", "jpeg", "jpg", "bmp",  "gif",
                                       "pbm", "pgm",  "ppm", "tiff", "webp"};

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

bool isPicture(const QByteArray &format)
{
    return std::any_of(pictureFormats.begin(), pictureFormats.end(),
                       [&format](const char *known) { return format == known; });
}

Result<Symbols> orNone(const Symbols &symbols)
{
    if (symbols.isEmpty())
        return error(ErrorCode::NotFound, QStringLiteral("code.none"));
    return symbols;
}

//! A picture file, judged from its header before any pixel is decoded.
class Picture {
public:
    static Result<Picture> open(const QByteArray &data)
    {
        QBuffer buffer;
        buffer.setData(data);
        QImageReader reader(&buffer);
        reader.setDecideFormatFromContent(true);
        if (!isPicture(reader.format()) || !reader.size().isValid())
            return unreadable();
        const Picture picture(data, reader);
        if (pixelsOf(picture.m_size) > maxImagePixels ||
            (!picture.m_canShrink && !picture.fitsMemory(1)))
            return tooLarge();
        return picture;
    }

    //! The factor that the whole search needs: 1 but for pictures that Qt refuses to hold.
    [[nodiscard]] int fullFactor() const { return fitsMemory(1) ? 1 : 2; }
    //! Its decoder gives a smaller copy for less work than the full one.
    [[nodiscard]] bool shrinksForFree() const
    {
        return m_canShrink && m_format == "jpeg" && pixelsOf(m_size) > largePixels;
    }

    //! Turned as its EXIF says. Null where the file is damaged.
    [[nodiscard]] QImage decoded(int factor) const
    {
        QBuffer buffer;
        buffer.setData(m_data);
        QImageReader reader(&buffer, m_format);
        reader.setAutoTransform(true);
        if (factor > 1)
            reader.setScaledSize(m_size / factor);
        return reader.read();
    }

private:
    Picture(QByteArray data, const QImageReader &reader)
        : m_data(std::move(data))
        , m_format(reader.format())
        , m_size(reader.size())
        , m_canShrink(reader.supportsOption(QImageIOHandler::ScaledSize))
    {
    }

    [[nodiscard]] bool fitsMemory(int factor) const
    {
        const qint64 limit = qint64(QImageReader::allocationLimit()) * 1024 * 1024;
        return limit == 0 || pixelsOf(m_size / factor) * qint64(sizeof(QRgb)) <= limit;
    }

    QByteArray m_data;
    QByteArray m_format;
    QSize m_size;
    bool m_canShrink;
};

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
    const QFileInfo info(path);
    if (!info.exists())
        return error(ErrorCode::NotFound, QStringLiteral("file.missing"));
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Denied, QStringLiteral("file.unreadable"));
    if (file.size() > maxFileBytes)
        return error(ErrorCode::Invalid, QStringLiteral("file.too_large"));
    return readData(file.readAll(), search, progress);
}

} // namespace ambroise::codes
