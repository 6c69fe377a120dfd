// SPDX-License-Identifier: GPL-3.0-or-later
#include "busyareas.h"

#include <algorithm>
#include <vector>

namespace ambroise::codes {
namespace {

constexpr int smallBlock = 4;
constexpr int leastContrast = 40; //!< between the darkest and the lightest pixel of a busy block
constexpr int leastSide = 20;     //!< a Datamatrix of 10 modules of 2 pixels

//! The darkest and the lightest pixel of each block.
struct Contrast {
    int block = 0; //!< pixels a side
    int columns = 0;
    int rows = 0;
    std::vector<uchar> low;
    std::vector<uchar> high;

    Contrast(int blockSide, QSize size)
        : block(blockSide)
        , columns(size.width())
        , rows(size.height())
        , low(size_t(columns) * size_t(rows), 255)
        , high(size_t(columns) * size_t(rows), 0)
    {
    }
    [[nodiscard]] size_t at(int column, int row) const
    {
        return size_t(row) * size_t(columns) + size_t(column);
    }
    void add(size_t index, uchar darkest, uchar lightest)
    {
        low[index] = std::min(low[index], darkest);
        high[index] = std::max(high[index], lightest);
    }
};

Contrast contrastOf(const QImage &grey)
{
    // QSize divides to the nearest: whole blocks alone are inside the image.
    Contrast contrast(smallBlock, QSize(grey.width() / smallBlock, grey.height() / smallBlock));
    // Each block reaches one pixel into the next: modules drawn on the very grid of the blocks
    // would show no contrast inside any.
    for (int y = 0; y < contrast.rows * smallBlock; ++y) {
        const uchar *pixel = grey.constScanLine(y);
        const int row = y / smallBlock;
        for (int column = 0; column < contrast.columns; ++column, pixel += smallBlock) {
            const int reach = column + 1 < contrast.columns ? smallBlock + 1 : smallBlock;
            const auto [darkest, lightest] = std::minmax_element(pixel, pixel + reach);
            contrast.add(contrast.at(column, row), *darkest, *lightest);
            if (y % smallBlock == 0 && row > 0)
                contrast.add(contrast.at(column, row - 1), *darkest, *lightest);
        }
    }
    return contrast;
}

//! In blocks twice as wide and high.
Contrast coarser(const Contrast &fine)
{
    Contrast coarse(fine.block * 2, QSize(fine.columns / 2, fine.rows / 2));
    for (int row = 0; row < coarse.rows * 2; ++row)
        for (int column = 0; column < coarse.columns * 2; ++column) {
            const size_t from = fine.at(column, row);
            coarse.add(coarse.at(column / 2, row / 2), fine.low[from], fine.high[from]);
        }
    return coarse;
}

struct Area {
    QRect pixels;
    int busy = 0; //!< pixels in busy blocks
};

//! Busy blocks, taken away area by area.
class BusyMap {
public:
    explicit BusyMap(const Contrast &contrast)
        : m_contrast(contrast)
        , m_busy(contrast.low.size())
    {
        for (size_t i = 0; i < m_busy.size(); ++i)
            m_busy[i] = contrast.high[i] - contrast.low[i] > leastContrast;
    }

    QList<Area> takeAreas()
    {
        QList<Area> areas;
        for (int row = 0; row < m_contrast.rows; ++row)
            for (int column = 0; column < m_contrast.columns; ++column)
                if (take(column, row))
                    areas << takeArea(column, row);
        return areas;
    }

private:
    bool take(int column, int row)
    {
        const bool outside =
            column < 0 || row < 0 || column >= m_contrast.columns || row >= m_contrast.rows;
        return !outside && std::exchange(m_busy[m_contrast.at(column, row)], char(0)) != 0;
    }

    //! The block just taken, and all busy ones that hang together with it by their sides.
    Area takeArea(int column, int row)
    {
        QRect blocks;
        int count = 0;
        std::vector<QPoint> open{{column, row}};
        while (!open.empty()) {
            const QPoint here = open.back();
            open.pop_back();
            blocks |= QRect(here, QSize(1, 1));
            ++count;
            for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
                if (take(here.x() + step.x(), here.y() + step.y()))
                    open.push_back(here + step);
        }
        const int block = m_contrast.block;
        return {QRect(blocks.topLeft() * block, blocks.size() * block), count * block * block};
    }

    const Contrast &m_contrast;
    std::vector<char> m_busy;
};

//! A square seen askew fills half of its upright frame at worst.
bool isCompact(const Area &area)
{
    const int shorter = std::min(area.pixels.width(), area.pixels.height());
    const int longer = std::max(area.pixels.width(), area.pixels.height());
    return shorter >= leastSide && longer <= shorter * 2 && area.busy > 0.4 * shorter * longer;
}

} // namespace

BusyAreas busyAreas(const QImage &grey)
{
    // Large blocks see a code of large modules whole, small ones part it from the text beside it.
    const Contrast fine = contrastOf(grey);
    const Contrast coarse = coarser(fine);
    QList<Area> areas = BusyMap(coarse).takeAreas() + BusyMap(fine).takeAreas();
    const bool blank = areas.isEmpty();
    areas.removeIf([](const Area &area) { return !isCompact(area); });
    std::stable_sort(areas.begin(), areas.end(),
                     [](const Area &a, const Area &b) { return a.busy > b.busy; });
    QList<QRect> compact;
    for (const Area &area : areas)
        compact << area.pixels;
    return {compact, blank};
}

} // namespace ambroise::codes
