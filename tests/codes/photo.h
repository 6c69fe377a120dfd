// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTransform>

#include <algorithm>
#include <cmath>

//! Sheets of paper, and photographs of them, made at run time and the same at every run.
namespace ambroise::test {

//! An A4 sheet at 300 dpi (2480 × 3508), grey lines of "text", the codes at their size in mm.
class Sheet {
public:
    Sheet()
        : m_image(2480, 3508, QImage::Format_RGB32)
    {
        m_image.fill(Qt::white);
        QPainter painter(&m_image);
        for (int y = 300; y < 2500; y += 60)
            for (int x = 200, n = y; x < 2200; x += 30 + n % 170, n = n * 31 % 9973)
                painter.fillRect(x, y, 20 + n % 130, 24, QColor(60, 60, 60));
    }
    Sheet &place(const QImage &code, double xMm, double yMm, double sideMm)
    {
        const QRectF frame(pixels(xMm), pixels(yMm), pixels(sideMm), pixels(sideMm));
        QPainter painter(&m_image);
        painter.fillRect(frame.adjusted(-30, -30, 30, 30), Qt::white);
        painter.drawImage(frame, code.convertToFormat(QImage::Format_RGB32));
        return *this;
    }
    [[nodiscard]] const QImage &image() const { return m_image; }

private:
    static double pixels(double mm) { return mm / 25.4 * 300; }
    QImage m_image;
};

//! How a sheet is photographed.
struct Shot {
    QSize size{4000, 3000};
    double degrees = 0;     //!< the sheet turned on the table
    double perspective = 0; //!< the far edge is shorter by that part
    double fill = 0.92;     //!< the part of the picture's height that the sheet takes
    double blur = 0;        //!< radius in pixels
    double noise = 0;       //!< standard deviation, of 255
    double shade = 0;       //!< light lost from one corner to the other, of 1
    double light = 1;       //!< of the room; noise stays
};

namespace detail {

inline QImage onTable(const QImage &sheet, const Shot &shot)
{
    QImage photo(shot.size, QImage::Format_RGB32);
    photo.fill(QColor(118, 96, 78));
    const double height = shot.size.height() * shot.fill;
    const double width = height * sheet.width() / sheet.height();
    const double lost = width * shot.perspective / 2;
    QTransform turn;
    turn.translate(shot.size.width() / 2.0, shot.size.height() / 2.0);
    turn.rotate(shot.degrees);
    const QPolygonF to = turn.map(QPolygonF({{-width / 2 + lost, -height / 2},
                                             {width / 2 - lost, -height / 2},
                                             {width / 2, height / 2},
                                             {-width / 2, height / 2}}));
    const QPolygonF from({{0, 0},
                          {double(sheet.width()), 0},
                          {double(sheet.width()), double(sheet.height())},
                          {0, double(sheet.height())}});
    QTransform project;
    QTransform::quadToQuad(from, to, project);
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(project);
    painter.drawImage(0, 0, sheet);
    return photo;
}

//! A box over 2r+1 pixels of a line; twice in each direction comes near to a Gaussian.
inline void blurLine(std::vector<int> &line, int radius)
{
    const int n = int(line.size());
    std::vector<int> out(line.size());
    int sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += line[size_t(std::clamp(i, 0, n - 1))];
    for (int i = 0; i < n; ++i) {
        out[size_t(i)] = sum / (2 * radius + 1);
        sum += line[size_t(std::min(i + radius + 1, n - 1))] -
               line[size_t(std::clamp(i - radius, 0, n - 1))];
    }
    line.swap(out);
}

inline void blur(QImage &grey, int radius)
{
    std::vector<int> line;
    for (int y = 0; y < grey.height(); ++y) {
        uchar *row = grey.scanLine(y);
        line.assign(row, row + grey.width());
        blurLine(line, radius);
        std::copy(line.begin(), line.end(), row);
    }
    for (int x = 0; x < grey.width(); ++x) {
        line.resize(size_t(grey.height()));
        for (int y = 0; y < grey.height(); ++y)
            line[size_t(y)] = grey.constScanLine(y)[x];
        blurLine(line, radius);
        for (int y = 0; y < grey.height(); ++y)
            grey.scanLine(y)[x] = uchar(line[size_t(y)]);
    }
}

inline void light(QImage &grey, const Shot &shot)
{
    QRandomGenerator random(20261124);
    const double reach = grey.width() + grey.height();
    for (int y = 0; y < grey.height(); ++y) {
        uchar *row = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const quint32 bits = random.generate();
            // Four uniform bytes make a bell of standard deviation 147.8.
            const double bell =
                double((bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24)) - 510;
            const double lit = row[x] * shot.light * (1 - shot.shade * (x + y) / reach);
            row[x] = uchar(std::clamp(lit * 0.85 + 12 + bell / 147.8 * shot.noise, 0.0, 255.0));
        }
    }
}

} // namespace detail

//! RGB32, as a camera's JPEG decodes.
inline QImage photographed(const QImage &sheet, const Shot &shot)
{
    QImage grey = detail::onTable(sheet, shot).convertToFormat(QImage::Format_Grayscale8);
    if (shot.blur >= 1)
        detail::blur(grey, int(shot.blur));
    detail::light(grey, shot);
    return grey.convertToFormat(QImage::Format_RGB32);
}

} // namespace ambroise::test
