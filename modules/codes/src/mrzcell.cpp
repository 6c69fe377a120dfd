// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzband.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ambroise::codes::mrz {
namespace {

constexpr int leastContrast = 30;   //!< between ink and ground, of 255
constexpr int neighbours = 3;       //!< cells on each side whose ink and ground are looked at
constexpr int leastInk = 24;        //!< pixels; less is a speck
constexpr double strokeWidth = 0.3; //!< of the half height of a filler, on both sides of its line

//! Light below which a pixel is ink, from the darkest and lightest parts around the cell; 0 where
//! nothing is printed.
int inkBelow(const QImage &strip, int cell)
{
    std::vector<int> counts(256, 0);
    int all = 0;
    const int from = std::max(0, (cell - neighbours) * cellWidth);
    const int to = std::min(strip.width(), (cell + neighbours + 1) * cellWidth);
    for (int y = 0; y < strip.height(); ++y)
        for (int x = from; x < to; ++x, ++all)
            ++counts[strip.constScanLine(y)[x]];
    const auto lightOfPart = [&](double part) {
        int seen = 0;
        int light = 0;
        while (light < 255 && (seen += counts[size_t(light)]) < all * part)
            ++light;
        return light;
    };
    const int dark = lightOfPart(0.04);
    const int ground = lightOfPart(0.7);
    return ground - dark < leastContrast ? 0 : (ground + dark) / 2;
}

//! The ink of a cell, without the edges where a neighbour may reach in.
std::vector<QPoint> inkOf(const QImage &strip, int cell)
{
    const int below = inkBelow(strip, cell);
    std::vector<QPoint> ink;
    for (int y = 2; y < strip.height() - 2; ++y) {
        const uchar *line = strip.constScanLine(y) + cell * cellWidth;
        for (int x = 1; x < cellWidth - 1; ++x)
            if (line[x] < below)
                ink.emplace_back(x, y);
    }
    return ink;
}

} // namespace

bool isBlank(const QImage &strip, int cell)
{
    return inkOf(strip, cell).size() < leastInk;
}

//! Two strokes that leave one point at the left in the middle: each pixel is as far from the left
//! as from the middle.
bool isFiller(const QImage &strip, int cell)
{
    const std::vector<QPoint> ink = inkOf(strip, cell);
    if (ink.size() < leastInk)
        return false;
    const auto [left, right] = std::minmax_element(
        ink.begin(), ink.end(), [](const QPoint &a, const QPoint &b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(
        ink.begin(), ink.end(), [](const QPoint &a, const QPoint &b) { return a.y() < b.y(); });
    const double width = right->x() - left->x() + 1;
    const double height = bottom->y() - top->y() + 1;
    if (width < 0.4 * height || height < 0.4 * width)
        return false;
    size_t onStroke = 0;
    for (const QPoint &pixel : ink) {
        const double across = (pixel.x() - left->x() + 0.5) / width;
        const double fromMiddle = std::abs(2 * (pixel.y() - top->y() + 0.5) / height - 1);
        onStroke += std::abs(across - fromMiddle) < strokeWidth ? 1 : 0;
    }
    return double(onStroke) > 0.9 * double(ink.size());
}

} // namespace ambroise::codes::mrz
