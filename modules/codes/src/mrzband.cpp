// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzband.h"

#include "glyphs.h"

#include <QPointF>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ambroise::codes::mrz {
namespace {

constexpr qsizetype leastGlyphs = 16; //!< of a line, found
constexpr double evenness = 0.2;      //!< how far from its place a glyph may be, in pitches

struct Shape {
    int lines;
    int width;
};
constexpr std::array shapes = {Shape{3, 30}, Shape{2, 36}, Shape{2, 44}};

//! a + b·x + c·x², fitted to points by least squares.
struct Curve {
    double a = 0;
    double b = 0;
    double c = 0;

    [[nodiscard]] double at(double x) const { return a + x * (b + c * x); }
    [[nodiscard]] double slopeAt(double x) const { return b + 2 * c * x; }

    static Curve through(const QList<QPointF> &points)
    {
        const double n = double(points.size());
        double middle = 0;
        for (const QPointF &p : points)
            middle += p.x() / n;
        double s2 = 0, s3 = 0, s4 = 0, t0 = 0, t1 = 0, t2 = 0;
        for (const QPointF &p : points) {
            const double x = p.x() - middle;
            s2 += x * x;
            s3 += x * x * x;
            s4 += x * x * x * x;
            t0 += p.y();
            t1 += x * p.y();
            t2 += x * x * p.y();
        }
        // Cramer's rule, with the sum of x being 0.
        const double det = n * (s2 * s4 - s3 * s3) - s2 * s2 * s2;
        if (std::abs(det) < 1e-6)
            return {n > 0 ? t0 / n : 0, 0, 0};
        const double c = (n * (s2 * t2 - s3 * t1) - s2 * s2 * t0) / det;
        const double b = s2 > 0 ? (t1 - c * s3) / s2 : 0;
        const double a = (t0 - c * s2) / n;
        return {a - b * middle + c * middle * middle, b - 2 * c * middle, c};
    }
};

//! Glyphs that stand in a line, from left to right.
struct Row {
    QList<QRect> glyphs;
    double pitch = 0;
    Curve xOf; //!< of the middle of the glyph with that number
    Curve yOf;
    int count = 0; //!< characters from the first to the last

    [[nodiscard]] QPointF at(double number) const { return {xOf.at(number), yOf.at(number)}; }
};

QPointF centreOf(const QRect &glyph)
{
    return QRectF(glyph).center();
}

bool isAlike(const QRect &a, const QRect &b)
{
    return a.height() * 10 > b.height() * 5 && b.height() * 10 > a.height() * 5;
}

//! The next glyph of the line to the right; -1 where there is none.
qsizetype nextOf(const QList<QRect> &glyphs, qsizetype i)
{
    const QRect &from = glyphs[i];
    const QPointF here = centreOf(from);
    const double height = from.height();
    qsizetype best = -1;
    double nearest = 3 * height;
    for (qsizetype k = i + 1; k < glyphs.size(); ++k) {
        const QPointF way = centreOf(glyphs[k]) - here;
        if (glyphs[k].left() - from.right() > 3 * height)
            break;
        if (way.x() < 0.35 * height || std::abs(way.y()) > 0.15 * height + 0.36 * way.x() ||
            !isAlike(from, glyphs[k]))
            continue;
        const double distance = std::hypot(way.x(), 2 * way.y());
        if (distance < nearest) {
            nearest = distance;
            best = k;
        }
    }
    return best;
}

double median(QList<double> values)
{
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

//! The numbers of the glyphs by their distances, as long as these are even.
std::optional<Row> numbered(const QList<QRect> &glyphs)
{
    QList<double> steps;
    for (qsizetype i = 1; i < glyphs.size(); ++i)
        steps << centreOf(glyphs[i]).x() - centreOf(glyphs[i - 1]).x();
    Row row{glyphs, median(steps), {}, {}, 0};
    QList<QPointF> xs, ys;
    int number = 0;
    qsizetype even = 0;
    double local = row.pitch;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        if (i > 0) {
            const double places = steps[i - 1] / local;
            const int whole = std::max(1, int(std::lround(places)));
            number += whole;
            if (std::abs(places - whole) < evenness) {
                ++even;
                // Seen askew, the pitch changes along the line.
                local += 0.1 * (steps[i - 1] / whole - local);
            }
        }
        xs << QPointF(number, centreOf(glyphs[i]).x());
        ys << QPointF(number, centreOf(glyphs[i]).y());
    }
    if (even * 10 < steps.size() * 7)
        return {};
    row.xOf = Curve::through(xs);
    row.yOf = Curve::through(ys);
    row.count = number + 1;
    return row;
}

QList<Row> rowsIn(QList<QRect> glyphs)
{
    std::sort(glyphs.begin(), glyphs.end(),
              [](const QRect &a, const QRect &b) { return a.left() < b.left(); });
    QList<qsizetype> next(glyphs.size(), -1);
    QList<qsizetype> before(glyphs.size(), -1);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        next[i] = nextOf(glyphs, i);
        if (next[i] < 0)
            continue;
        // Two may claim the same one: the nearer, which comes later, has it.
        if (before[next[i]] >= 0)
            next[before[next[i]]] = -1;
        before[next[i]] = i;
    }
    QList<Row> rows;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        if (before[i] >= 0)
            continue;
        QList<QRect> line;
        for (qsizetype k = i; k >= 0; k = next[k])
            line << glyphs[k];
        if (line.size() < leastGlyphs)
            continue;
        if (const auto row = numbered(line))
            rows << *row;
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.at(a.count / 2.0).y() < b.at(b.count / 2.0).y();
    });
    return rows;
}

//! `b` may be the next line of the zone that `a` belongs to.
bool follows(const Row &a, const Row &b)
{
    const double step = b.at(b.count / 2.0).y() - a.at(a.count / 2.0).y();
    return b.pitch > 0.85 * a.pitch && b.pitch < 1.18 * a.pitch && step > 1.1 * a.pitch &&
           step < 3 * a.pitch && std::abs(a.at(0).x() - b.at(0).x()) < 3 * a.pitch &&
           std::abs(a.at(a.count - 1).x() - b.at(b.count - 1).x()) < 3 * a.pitch;
}

//! Nothing outside: white.
double sampled(const QImage &grey, QPointF point)
{
    const int x = int(std::floor(point.x()));
    const int y = int(std::floor(point.y()));
    if (x < 0 || y < 0 || x + 1 >= grey.width() || y + 1 >= grey.height())
        return 255;
    const double fx = point.x() - x;
    const double fy = point.y() - y;
    const uchar *top = grey.constScanLine(y) + x;
    const uchar *bottom = grey.constScanLine(y + 1) + x;
    return (1 - fy) * ((1 - fx) * top[0] + fx * top[1]) +
           fy * ((1 - fx) * bottom[0] + fx * bottom[1]);
}

//! The cells of a row from its number `first` on, laid straight.
QImage stripOf(const QImage &grey, const Row &row, int first, int width)
{
    QImage strip(width * cellWidth, stripHeight, QImage::Format_Grayscale8);
    for (int u = 0; u < strip.width(); ++u) {
        const double number = first + (u + 0.5) / cellWidth - 0.5;
        const QPointF middle = row.at(number);
        const QPointF along(row.xOf.slopeAt(number), row.yOf.slopeAt(number));
        const QPointF down(-along.y() / cellWidth, along.x() / cellWidth);
        for (int v = 0; v < stripHeight; ++v)
            strip.scanLine(v)[u] =
                uchar(std::lround(sampled(grey, middle + (v - stripHeight / 2.0) * down)));
    }
    return strip;
}

int fillersIn(const QList<QImage> &strips)
{
    int count = 0;
    for (const QImage &strip : strips)
        for (int cell = 0; cell < strip.width() / cellWidth; ++cell)
            count += isFiller(strip, cell) ? 1 : 0;
    return count;
}

Band rightWayUp(Band band)
{
    QList<QImage> turned;
    for (const QImage &strip : band.strips)
        turned.prepend(strip.transformed(QTransform().rotate(180)));
    if (fillersIn(turned) > fillersIn(band.strips))
        band.strips = turned;
    return band;
}

//! Where each line of the band begins: at its first glyph, or before or behind it where it found
//! one too few or too many.
std::optional<Band> bandOf(const QImage &grey, const QList<Row> &rows, const Shape &shape)
{
    const auto whole = std::find_if(rows.begin(), rows.end(),
                                    [&](const Row &row) { return row.count == shape.width; });
    if (whole == rows.end())
        return {};
    Band band{shape.width, {}};
    for (const Row &row : rows) {
        if (std::abs(row.count - shape.width) > 2)
            return {};
        const double offset = (whole->at(0).x() - row.at(0).x()) / row.pitch;
        const int first = row.count == shape.width ? 0 : int(std::lround(offset));
        band.strips << stripOf(grey, row, first, shape.width);
    }
    return rightWayUp(band);
}

} // namespace

QList<Band> bandsIn(const QImage &grey)
{
    const QList<Row> rows = rowsIn(glyphsIn(grey));
    QList<Band> bands;
    for (const Shape &shape : shapes)
        for (qsizetype i = 0; i + shape.lines <= rows.size(); ++i) {
            // Other print may stand between two lines in the order of heights: a neighbour is
            // sought.
            QList<Row> some{rows[i]};
            for (qsizetype k = i + 1; k < rows.size() && some.size() < shape.lines; ++k)
                if (follows(some.last(), rows[k]))
                    some << rows[k];
            if (some.size() < shape.lines)
                continue;
            if (const auto band = bandOf(grey, some, shape))
                bands << *band;
        }
    std::stable_sort(bands.begin(), bands.end(), [](const Band &a, const Band &b) {
        return fillersIn(a.strips) > fillersIn(b.strips);
    });
    return bands;
}

} // namespace ambroise::codes::mrz
