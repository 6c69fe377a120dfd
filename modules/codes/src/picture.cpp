// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.h"

#include <ambroise/codes/reader.h>

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

constexpr qint64 largePixels =
    6'000'000; //!< from here a smaller copy is read first, where that is free

//! Formats of pictures. Not SVG: drawing one is no decoding, and it may ask for anything.
constexpr std::array pictureFormats = {"png", "jpeg", "jpg", "bmp",  "gif",
                                       "pbm", "pgm",  "ppm", "tiff", "webp"};

qint64 pixelsOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

bool isPicture(const QByteArray &format)
{
    return std::any_of(pictureFormats.begin(), pictureFormats.end(),
                       [&format](const char *known) { return format == known; });
}

} // namespace

Picture::Picture(QByteArray data, const QImageReader &reader)
    : m_data(std::move(data))
    , m_format(reader.format())
    , m_size(reader.size())
    , m_canShrink(reader.supportsOption(QImageIOHandler::ScaledSize))
{
}

Result<Picture> Picture::open(const QByteArray &data)
{
    QBuffer buffer;
    buffer.setData(data);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!isPicture(reader.format()) || !reader.size().isValid())
        return Error{ErrorCode::Corrupt, QStringLiteral("image.unreadable"), {}};
    const Picture picture(data, reader);
    if (pixelsOf(picture.m_size) > maxImagePixels ||
        (!picture.m_canShrink && !picture.fitsMemory(1)))
        return Error{ErrorCode::Invalid, QStringLiteral("image.too_large"), {}};
    return picture;
}

bool Picture::shrinksForFree() const
{
    return m_canShrink && m_format == "jpeg" && pixelsOf(m_size) > largePixels;
}

QImage Picture::decoded(int factor) const
{
    QBuffer buffer;
    buffer.setData(m_data);
    QImageReader reader(&buffer, m_format);
    reader.setAutoTransform(true);
    if (factor > 1)
        reader.setScaledSize(m_size / factor);
    return reader.read();
}

bool Picture::fitsMemory(int factor) const
{
    const qint64 limit = qint64(QImageReader::allocationLimit()) * 1024 * 1024;
    return limit == 0 || pixelsOf(m_size / factor) * qint64(sizeof(QRgb)) <= limit;
}

Result<QByteArray> fileContent(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("file.missing"), {}};
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Denied, QStringLiteral("file.unreadable"), {}};
    if (file.size() > maxFileBytes)
        return Error{ErrorCode::Invalid, QStringLiteral("file.too_large"), {}};
    return file.readAll();
}

} // namespace ambroise::codes
