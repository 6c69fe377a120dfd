// SPDX-License-Identifier: GPL-3.0-or-later
#include "greyimage.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace ambroise::codes {
namespace {

//! As ITU-R BT.601 weighs red, green and blue, in 256ths; written out, for it sees twelve million
//! pixels of a photograph.
uint lightOf(QRgb rgb)
{
    return (77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255)) >> 8;
}

uint lightOf(uchar grey)
{
    return grey;
}

template <class Pixel>
void addLights(const uchar *line, int left, std::vector<uint> &sums)
{
    const Pixel *pixel = reinterpret_cast<const Pixel *>(line) + left;
    for (uint &sum : sums)
        sum += lightOf(*pixel++);
}

bool isGrey(const QImage &image)
{
    return image.format() == QImage::Format_Grayscale8;
}

} // namespace

QImage readable(const QImage &image)
{
    if (isGrey(image) || image.format() == QImage::Format_RGB32)
        return image;
    if (image.hasAlphaChannel()) {
        QImage opaque(image.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, image);
        return opaque;
    }
    const bool grey =
        image.depth() <= 8 ? image.isGrayscale() : image.format() == QImage::Format_Grayscale16;
    return image.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
}

QImage greyOf(const QImage &image, const QRect &area, int factor)
{
    // QSize divides to the nearest: whole squares alone are inside the area.
    QImage out(area.width() / factor, area.height() / factor, QImage::Format_Grayscale8);
    const auto step = size_t(factor);
    const auto width = size_t(out.width());
    // A division for each pixel would take longer than all the rest.
    const float share = 1.0F / float(factor * factor);
    std::vector<uint> sums(width * step);
    for (int y = 0; y < out.height(); ++y) {
        std::fill(sums.begin(), sums.end(), 0U);
        for (int i = 0; i < factor; ++i) {
            const uchar *line = image.constScanLine(area.top() + y * factor + i);
            if (isGrey(image))
                addLights<uchar>(line, area.left(), sums);
            else
                addLights<QRgb>(line, area.left(), sums);
        }
        for (size_t i = 1; i < step; ++i)
            for (size_t x = 0; x < width; ++x)
                sums[x * step] += sums[x * step + i];
        uchar *to = out.scanLine(y);
        for (size_t x = 0; x < width; ++x)
            to[x] = uchar(float(sums[x * step]) * share + 0.5F);
    }
    return out;
}

} // namespace ambroise::codes
