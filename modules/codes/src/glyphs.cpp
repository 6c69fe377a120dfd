// SPDX-License-Identifier: GPL-3.0-or-later
#include "glyphs.h"

#include <algorithm>
#include <vector>

namespace ambroise::codes {
namespace {

constexpr int leastHeight = 7;
constexpr int mostHeightPart = 12;       //!< of the image's longer side
constexpr int windowPart = 50;           //!< the ground around, of the longer side
constexpr uint inkPercent = 84;          //!< of the ground's light
constexpr qsizetype maxRuns = 4'000'000; //!< a picture of noise is no document

//! Sums of light over all that is above and left.
class Sums {
public:
    explicit Sums(const QImage &grey)
        : m_stride(size_t(grey.width()) + 1)
        , m_sums(m_stride * (size_t(grey.height()) + 1))
    {
        for (int y = 0; y < grey.height(); ++y) {
            const uchar *line = grey.constScanLine(y);
            quint64 row = 0;
            for (int x = 0; x < grey.width(); ++x) {
                row += line[x];
                m_sums[at(x + 1, y + 1)] = m_sums[at(x + 1, y)] + row;
            }
        }
    }
    //! From the first corner to before the second.
    [[nodiscard]] quint64 of(int left, int top, int right, int bottom) const
    {
        return m_sums[at(right, bottom)] - m_sums[at(left, bottom)] - m_sums[at(right, top)] +
               m_sums[at(left, top)];
    }

private:
    [[nodiscard]] size_t at(int x, int y) const { return size_t(y) * m_stride + size_t(x); }
    size_t m_stride;
    std::vector<quint64> m_sums;
};

struct Run {
    int y;
    int from;
    int to; //!< its last pixel
    int parent;
};

//! Runs of ink, joined where they touch.
class Ink {
public:
    explicit Ink(const QImage &grey)
    {
        const Sums sums(grey);
        const int half = std::max(grey.width(), grey.height()) / windowPart + 4;
        size_t above = 0;
        for (int y = 0; y < grey.height() && qsizetype(m_runs.size()) < maxRuns; ++y) {
            const size_t first = m_runs.size();
            addLine(grey, sums, half, y);
            joinWith(above, first);
            above = first;
        }
    }

    [[nodiscard]] QList<QRect> frames()
    {
        std::vector<QRect> frames(m_runs.size());
        for (size_t i = 0; i < m_runs.size(); ++i) {
            const Run &run = m_runs[i];
            frames[size_t(rootOf(int(i)))] |= QRect(run.from, run.y, run.to - run.from + 1, 1);
        }
        QList<QRect> found;
        for (size_t i = 0; i < frames.size(); ++i)
            if (m_runs[i].parent == int(i))
                found << frames[i];
        return found;
    }

private:
    void addLine(const QImage &grey, const Sums &sums, int half, int y)
    {
        const uchar *line = grey.constScanLine(y);
        const int top = std::max(0, y - half);
        const int bottom = std::min(grey.height(), y + half + 1);
        bool inside = false;
        for (int x = 0; x < grey.width(); ++x) {
            const int left = std::max(0, x - half);
            const int right = std::min(grey.width(), x + half + 1);
            const quint64 area = quint64(right - left) * quint64(bottom - top);
            const bool ink =
                quint64(line[x]) * 100 * area < sums.of(left, top, right, bottom) * inkPercent;
            if (ink && !inside)
                m_runs.push_back({y, x, x, int(m_runs.size())});
            if (ink)
                m_runs.back().to = x;
            inside = ink;
        }
    }

    void joinWith(size_t above, size_t first)
    {
        size_t other = above;
        for (size_t i = first; i < m_runs.size(); ++i) {
            while (other < first && m_runs[other].to + 1 < m_runs[i].from)
                ++other;
            for (size_t k = other; k < first && m_runs[k].from <= m_runs[i].to + 1; ++k)
                m_runs[size_t(rootOf(int(k)))].parent = rootOf(int(i));
        }
    }

    int rootOf(int i)
    {
        while (m_runs[size_t(i)].parent != i) {
            m_runs[size_t(i)].parent = m_runs[size_t(m_runs[size_t(i)].parent)].parent;
            i = m_runs[size_t(i)].parent;
        }
        return i;
    }

    std::vector<Run> m_runs;
};

} // namespace

QList<QRect> glyphsIn(const QImage &grey)
{
    const int most = std::max(grey.width(), grey.height()) / mostHeightPart;
    QList<QRect> glyphs = Ink(grey).frames();
    glyphs.removeIf([most](const QRect &frame) {
        return frame.height() < leastHeight || frame.height() > most || frame.width() < 2 ||
               frame.width() > 2 * frame.height();
    });
    return glyphs;
}

} // namespace ambroise::codes
