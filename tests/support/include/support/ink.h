// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/handsignature.h>

#include <QImage>
#include <QProcess>
#include <QRectF>

#include <cmath>

namespace ambroise::test {

//! Two strokes that look like somebody's name.
inline HandSignature drawnSignature()
{
    PenStroke wave;
    for (int i = 0; i <= 80; ++i)
        wave.append({{i * 0.45, 7 + 6 * std::sin(i / 4.0)}, 0.2 + 0.7 * i / 80});
    return *HandSignature::make({wave, {{{2, 14}, 0.8}, {{34, 12}, 0.3}}});
}

//! How many dark dots (a quarter of a millimetre each) a page has in a place, given in millimetres,
//! as Poppler draws it; -1: it could not.
inline int inkIn(const QByteArray &pdf, int page, const QRectF &place)
{
    constexpr double dotsPerMm = 4;
    const QString number = QString::number(page);
    QProcess draw;
    draw.start(QStringLiteral("pdftoppm"),
               {QStringLiteral("-gray"), QStringLiteral("-r"), QString::number(dotsPerMm * 25.4),
                QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-")});
    draw.write(pdf);
    draw.closeWriteChannel();
    if (!draw.waitForFinished(60'000))
        return -1;
    const QImage sheet = QImage::fromData(draw.readAllStandardOutput());
    if (sheet.isNull())
        return -1;
    int dark = 0;
    for (int y = int(place.top() * dotsPerMm); y < int(place.bottom() * dotsPerMm); ++y)
        for (int x = int(place.left() * dotsPerMm); x < int(place.right() * dotsPerMm); ++x)
            dark += qGray(sheet.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
}

} // namespace ambroise::test
