// SPDX-License-Identifier: GPL-3.0-or-later
#include "search.h"

#include "busyareas.h"
#include "greyimage.h"
#include "zxing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ambroise::codes {
namespace {

constexpr double workPixels = 4'500'000; //!< looked at as a whole, in some 40 ms
constexpr int maxAreas = 32;
constexpr int maxAreaSide = 1000; //!< pixels of an area as ZXing gets it
constexpr int leastSide = 40;     //!< no code that it finds is smaller

double pixelsOf(const QImage &image)
{
    return double(image.width()) * image.height();
}

//! An image searched in several ways, each slower than the one before.
class ImageSearch {
public:
    explicit ImageSearch(const QImage &image)
        : m_image(readable(image))
        , m_factor(std::max(1, int(std::ceil(std::sqrt(pixelsOf(image) / workPixels)))))
        , m_work(greyOf(m_image, m_image.rect(), m_factor))
        , m_areas(busyAreas(m_work))
    {
    }

    void lookAtAreas() { lookAtEachArea(Ink::Dark); }
    //! White on black, as lasers engrave and dark screens show.
    void lookAtInverse() { lookAtEachArea(Ink::Light); }
    void lookAtWhole()
    {
        keep(zxing::read(m_work, zxing::Formats::All, zxing::Effort::Hard), m_factor, {});
    }
    void lookAtTiles();
    void lookAtEachPixel();

    [[nodiscard]] bool isBlank() const { return m_areas.blank; }
    [[nodiscard]] QList<DecodedSymbol> found() const { return m_found; }

private:
    enum class Ink { Dark, Light };

    void lookAtEachArea(Ink ink);
    bool lookAtArea(const QRect &area, int factor, Ink ink);
    [[nodiscard]] QImage partOf(const QRect &area, int factor) const;
    void keep(const QList<DecodedSymbol> &symbols, int factor, const QPoint &offset);
    [[nodiscard]] bool isKnown(const DecodedSymbol &symbol) const;

    QImage m_image;
    int m_factor; //!< pixels of m_image for one of m_work, in each direction
    QImage m_work;
    BusyAreas m_areas; //!< in m_work
    QList<DecodedSymbol> m_found;
};

void ImageSearch::lookAtEachArea(Ink ink)
{
    const int margin = 8 * m_factor;
    for (const QRect &busy : m_areas.compact.mid(0, maxAreas)) {
        const QRect area = QRect(busy.topLeft() * m_factor, busy.size() * m_factor)
                               .adjusted(-margin, -margin, margin, margin);
        const int side = std::max(area.width(), area.height());
        const int factor = (side + maxAreaSide - 1) / maxAreaSide;
        // A noisy photograph is read better at half its size.
        if (!lookAtArea(area, factor, ink) && side / factor > 4 * leastSide)
            lookAtArea(area, factor * 2, ink);
    }
}

bool ImageSearch::lookAtArea(const QRect &area, int factor, Ink ink)
{
    QImage part = partOf(area, factor);
    if (ink == Ink::Light)
        part.invertPixels();
    const auto symbols = zxing::read(part, zxing::Formats::Matrix, zxing::Effort::Hard);
    keep(symbols, factor, area.topLeft());
    return !symbols.isEmpty();
}

//! White where the area goes beyond the image: a code cut out to its edge has no quiet zone.
QImage ImageSearch::partOf(const QRect &area, int factor) const
{
    const QRect inside = area & m_image.rect();
    const QImage grey = greyOf(m_image, inside, factor);
    if (inside == area)
        return grey;
    QImage part(area.width() / factor, area.height() / factor, QImage::Format_Grayscale8);
    part.fill(255);
    QPainter(&part).drawImage((inside.topLeft() - area.topLeft()) / factor, grey);
    return part;
}

//! ZXing finds a Datamatrix only where the middle row or column of its image crosses it.
void ImageSearch::lookAtTiles()
{
    for (const int side : {240, 480, 960}) {
        const int step = side / 3;
        for (int y = -step; y < m_work.height(); y += step)
            for (int x = -step; x < m_work.width(); x += step) {
                const QRect tile = QRect(x, y, side, side) & m_work.rect();
                if (tile.width() < leastSide || tile.height() < leastSide)
                    continue;
                keep(
                    zxing::read(m_work.copy(tile), zxing::Formats::DataMatrix, zxing::Effort::Hard),
                    m_factor, tile.topLeft() * m_factor);
            }
    }
}

void ImageSearch::lookAtEachPixel()
{
    if (m_factor > 1)
        keep(zxing::read(greyOf(m_image, m_image.rect(), 1), zxing::Formats::All,
                         zxing::Effort::Hard),
             1, {});
}

void ImageSearch::keep(const QList<DecodedSymbol> &symbols, int factor, const QPoint &offset)
{
    for (DecodedSymbol symbol : symbols) {
        for (QPoint &corner : symbol.corners)
            corner = corner * factor + offset;
        if (!isKnown(symbol))
            m_found << symbol;
    }
}

//! The same content at the same place; two labels alike are two codes.
bool ImageSearch::isKnown(const DecodedSymbol &symbol) const
{
    const QRect frame = symbol.corners.boundingRect();
    return std::any_of(m_found.begin(), m_found.end(), [&](const DecodedSymbol &other) {
        return other.symbology == symbol.symbology && other.bytes == symbol.bytes &&
               other.corners.boundingRect().intersects(frame);
    });
}

bool readsBefore(const DecodedSymbol &a, const DecodedSymbol &b)
{
    const QPoint left = a.corners.boundingRect().topLeft();
    const QPoint right = b.corners.boundingRect().topLeft();
    return std::pair(left.y(), left.x()) < std::pair(right.y(), right.x());
}

} // namespace

QList<DecodedSymbol> searched(const QImage &image, Search search)
{
    ImageSearch looking(image);
    if (looking.isBlank())
        return {};
    using Way = void (ImageSearch::*)();
    QList<Way> ways = {&ImageSearch::lookAtAreas, &ImageSearch::lookAtWhole,
                       &ImageSearch::lookAtInverse};
    if (search != Search::Glance)
        ways << &ImageSearch::lookAtTiles << &ImageSearch::lookAtEachPixel;
    for (const Way look : ways) {
        (looking.*look)();
        if (search != Search::Everything && !looking.found().isEmpty())
            break;
    }
    QList<DecodedSymbol> symbols = looking.found();
    std::stable_sort(symbols.begin(), symbols.end(), readsBefore);
    return symbols;
}

} // namespace ambroise::codes
