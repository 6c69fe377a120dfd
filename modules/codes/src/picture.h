// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QImage>

class QImageReader;

namespace ambroise::codes {

//! A picture file, judged from its header before any pixel is decoded.
class Picture {
public:
    //! Errors: Corrupt "image.unreadable"; Invalid "image.too_large".
    static Result<Picture> open(const QByteArray &data);

    //! The factor that the whole search needs: 1 but for pictures that Qt refuses to hold.
    [[nodiscard]] int fullFactor() const { return fitsMemory(1) ? 1 : 2; }
    //! Its decoder gives a smaller copy for less work than the full one.
    [[nodiscard]] bool shrinksForFree() const;

    //! Turned as its EXIF says. Null where the file is damaged.
    [[nodiscard]] QImage decoded(int factor) const;

private:
    Picture(QByteArray data, const QImageReader &reader);
    [[nodiscard]] bool fitsMemory(int factor) const;

    QByteArray m_data;
    QByteArray m_format;
    QSize m_size;
    bool m_canShrink;
};

//! Errors: NotFound "file.missing"; Denied "file.unreadable"; Invalid "file.too_large".
Result<QByteArray> fileContent(const QString &path);

} // namespace ambroise::codes
