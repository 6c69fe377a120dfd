// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/modulegrid.h>

#include <QHash>
#include <QPolygonF>

namespace ambroise::codes {
namespace {

constexpr int maxSide = 8192;

bool isDark(const ModuleGrid &grid, int x, int y)
{
    return x >= 0 && y >= 0 && x < grid.size && y < grid.size && grid.at(x, y);
}

//! Borders between dark and light, from each corner to the next, the dark on the right.
class Borders {
public:
    explicit Borders(const ModuleGrid &grid)
        : m_stride(grid.size + 1)
    {
        for (int y = 0; y < grid.size; ++y)
            for (int x = 0; x < grid.size; ++x)
                if (grid.at(x, y))
                    addAround(grid, x, y);
    }

    QPainterPath takeLoops()
    {
        QPainterPath path;
        while (!m_next.isEmpty())
            path.addPolygon(takeLoop(m_next.constBegin().key()));
        return path;
    }

private:
    void addAround(const ModuleGrid &grid, int x, int y)
    {
        if (!isDark(grid, x, y - 1))
            add(x, y, x + 1, y);
        if (!isDark(grid, x + 1, y))
            add(x + 1, y, x + 1, y + 1);
        if (!isDark(grid, x, y + 1))
            add(x + 1, y + 1, x, y + 1);
        if (!isDark(grid, x - 1, y))
            add(x, y + 1, x, y);
    }

    void add(int fromX, int fromY, int toX, int toY)
    {
        m_next.insert(fromY * m_stride + fromX, toY * m_stride + toX);
    }

    QPolygonF takeLoop(int start)
    {
        QPolygonF loop;
        int corner = start;
        int lastStep = 0;
        do {
            const int next = m_next.take(corner);
            if (next - corner != lastStep)
                loop << QPointF(corner % m_stride, corner / m_stride);
            lastStep = next - corner;
            corner = next;
        } while (corner != start);
        loop << loop.first();
        return loop;
    }

    int m_stride;
    //! Two borders leave a corner where dark modules touch by it alone; either may be followed.
    QMultiHash<int, int> m_next;
};

} // namespace

QPainterPath outlineOf(const ModuleGrid &grid)
{
    return Borders(grid).takeLoops();
}

Result<QImage> imageOf(const ModuleGrid &grid, int modulePixels, int quietModules)
{
    const qint64 side = (qint64(grid.size) + 2 * qint64(quietModules)) * modulePixels;
    if (modulePixels < 1 || quietModules < 0 || side > maxSide)
        return Error{ErrorCode::Invalid, QStringLiteral("grid.scale"), {}};
    QImage image(QSize{int(side), int(side)}, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0U);
    for (int y = 0; y < grid.size * modulePixels; ++y)
        for (int x = 0; x < grid.size * modulePixels; ++x)
            if (grid.at(x / modulePixels, y / modulePixels))
                image.setPixel(x + quietModules * modulePixels, y + quietModules * modulePixels, 1);
    return image;
}

} // namespace ambroise::codes
