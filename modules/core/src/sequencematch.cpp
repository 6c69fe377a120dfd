// SPDX-License-Identifier: GPL-3.0-or-later
#include "sequencematch.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

namespace ambroise::text {
namespace {

constexpr int unreached = -1;

struct Range {
    int beforeFrom = 0;
    int beforeTo = 0;
    int afterFrom = 0;
    int afterTo = 0;

    [[nodiscard]] int befores() const { return beforeTo - beforeFrom; }
    [[nodiscard]] int afters() const { return afterTo - afterFrom; }
};

//! Where a shortest way from one text to the other passes, counted from the beginning of a range.
struct Middle {
    int before = 0;
    int after = 0;
};

//! How far a way with d differences gets on each diagonal; one front goes forwards, one backwards.
class Front {
public:
    Front(int befores, int afters, int most)
        : m_befores(befores)
        , m_afters(afters)
        , m_most(most)
        , m_reach(2 * most + 3, unreached)
    {
    }
    [[nodiscard]] int at(int diagonal) const
    {
        return diagonal < -m_most - 1 || diagonal > m_most + 1 ? unreached
                                                               : m_reach.at(diagonal + m_most + 1);
    }
    //! One difference further on that diagonal, then along what is `same`.
    template <class Same>
    int advance(int differences, int diagonal, Same same)
    {
        int x = differences == 0 ? 0 : unreached;
        if (const int right = at(diagonal - 1); right != unreached && right < m_befores)
            x = right + 1;
        if (const int down = at(diagonal + 1); down > x && down - diagonal <= m_afters)
            x = down;
        if (x != unreached)
            while (x < m_befores && x - diagonal < m_afters && same(x, x - diagonal))
                ++x;
        m_reach[diagonal + m_most + 1] = x;
        return x;
    }

private:
    int m_befores;
    int m_afters;
    int m_most;
    QList<int> m_reach;
};

class Matcher {
public:
    Matcher(const QList<int> &before, const QList<int> &after, Anchors anchors, Budget &budget)
        : m_before(before)
        , m_after(after)
        , m_anchors(anchors)
        , m_budget(budget)
    {
    }
    QList<Match> run()
    {
        m_ranges.push_back({0, int(m_before.size()), 0, int(m_after.size())});
        while (!m_ranges.empty()) {
            const Range range = trimmed(m_ranges.back());
            m_ranges.pop_back();
            if (range.befores() == 0 || range.afters() == 0)
                continue;
            if (!m_budget.take(range.befores() + range.afters()))
                continue; // told as replaced
            if (m_anchors == Anchors::None || !splitAtAnchors(range))
                splitInTheMiddle(range);
        }
        std::sort(m_found.begin(), m_found.end(),
                  [](const Match &a, const Match &b) { return a.before < b.before; });
        return m_found;
    }

private:
    Range trimmed(Range range)
    {
        while (range.befores() > 0 && range.afters() > 0 &&
               m_before.at(range.beforeFrom) == m_after.at(range.afterFrom))
            m_found.append({range.beforeFrom++, range.afterFrom++});
        while (range.befores() > 0 && range.afters() > 0 &&
               m_before.at(range.beforeTo - 1) == m_after.at(range.afterTo - 1))
            m_found.append({--range.beforeTo, --range.afterTo});
        return range;
    }

    //! What is once in each part of the range, in the order of the first.
    [[nodiscard]] QList<Match> unique(const Range &range) const
    {
        struct Seen {
            int befores = 0;
            int afters = 0;
            int after = 0;
        };
        QHash<int, Seen> seen;
        for (int i = range.beforeFrom; i < range.beforeTo; ++i)
            ++seen[m_before.at(i)].befores;
        for (int i = range.afterFrom; i < range.afterTo; ++i)
            if (const auto one = seen.find(m_after.at(i)); one != seen.end()) {
                ++one->afters;
                one->after = i;
            }
        QList<Match> found;
        for (int i = range.beforeFrom; i < range.beforeTo; ++i)
            if (const Seen one = seen.value(m_before.at(i)); one.befores == 1 && one.afters == 1)
                found.append({i, one.after});
        return found;
    }

    //! The longest part of them that is in the order of both.
    static QList<Match> inOrder(const QList<Match> &found)
    {
        std::vector<int> tops; // index of the last of the best run of each length
        std::vector<int> former(size_t(found.size()), -1);
        for (int i = 0; i < found.size(); ++i) {
            const auto place =
                std::lower_bound(tops.begin(), tops.end(), found.at(i).after,
                                 [&](int top, int after) { return found.at(top).after < after; });
            if (place != tops.begin())
                former[size_t(i)] = *(place - 1);
            if (place == tops.end())
                tops.push_back(i);
            else
                *place = i;
        }
        QList<Match> kept;
        for (int i = tops.empty() ? -1 : tops.back(); i >= 0; i = former[size_t(i)])
            kept.prepend(found.at(i));
        return kept;
    }

    bool splitAtAnchors(const Range &range)
    {
        const QList<Match> anchors = inOrder(unique(range));
        Range rest = range;
        for (const Match &anchor : anchors) {
            m_found << anchor;
            m_ranges.push_back({rest.beforeFrom, anchor.before, rest.afterFrom, anchor.after});
            rest.beforeFrom = anchor.before + 1;
            rest.afterFrom = anchor.after + 1;
        }
        if (!anchors.isEmpty())
            m_ranges.push_back(rest);
        return !anchors.isEmpty();
    }

    void splitInTheMiddle(const Range &range)
    {
        const auto middle = middleOf(range);
        if (!middle)
            return;
        const int before = range.beforeFrom + middle->before;
        const int after = range.afterFrom + middle->after;
        m_ranges.push_back({range.beforeFrom, before, range.afterFrom, after});
        m_ranges.push_back({before, range.beforeTo, after, range.afterTo});
    }

    //! Nothing: the way is longer than what may be spent.
    std::optional<Middle> middleOf(const Range &range)
    {
        const int n = range.befores();
        const int m = range.afters();
        const int delta = n - m;
        const bool odd = delta % 2 != 0;
        const int most = std::min((n + m + 1) / 2, mostDifferences);
        Front forwards(n, m, most);
        Front backwards(n, m, most);
        const auto same = [&](int x, int y) {
            return m_budget.take(1) &&
                   m_before.at(range.beforeFrom + x) == m_after.at(range.afterFrom + y);
        };
        const auto sameBack = [&](int x, int y) {
            return m_budget.take(1) &&
                   m_before.at(range.beforeTo - 1 - x) == m_after.at(range.afterTo - 1 - y);
        };
        for (int d = 0; d <= most; ++d) {
            if (!m_budget.take(2 * d + 2))
                return {};
            for (int k = -d; k <= d; k += 2) {
                const int x = forwards.advance(d, k, same);
                const int other = backwards.at(delta - k);
                const bool known = odd && std::abs(delta - k) <= d - 1;
                if (known && x != unreached && other != unreached && x + other >= n)
                    return Middle{x, x - k};
            }
            for (int k = -d; k <= d; k += 2) {
                const int x = backwards.advance(d, k, sameBack);
                const int other = forwards.at(delta - k);
                const bool known = !odd && std::abs(delta - k) <= d;
                if (known && x != unreached && other != unreached && x + other >= n)
                    return Middle{n - x, m - (x - k)};
            }
        }
        return {};
    }

    static constexpr int mostDifferences = 4000;

    const QList<int> &m_before;
    const QList<int> &m_after;
    Anchors m_anchors;
    Budget &m_budget;
    std::vector<Range> m_ranges;
    QList<Match> m_found;
};

} // namespace

QList<Match> matches(const QList<int> &before, const QList<int> &after, Anchors anchors,
                     Budget &budget)
{
    return Matcher(before, after, anchors, budget).run();
}

} // namespace ambroise::text
