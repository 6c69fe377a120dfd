// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace ambroise::text {

//! Two versions of a text: what of the first is no longer in the second, and what is new. Words are
//! compared, as they are written; where lines break, and how much space stands between words,
//! changes nothing. Each line of the answer reads as the second text, with what was removed before
//! what took its place.
//!
//! Takes time and memory in proportion to the texts, whatever they are: where they have too little
//! in common for their words to be compared, whole lines are told as removed and added. Ten
//! pages take some 50 ms, two thousand that have nothing in common some seconds: for a thread of
//! its own.
class Comparison {
public:
    enum class Kind { Same, Removed, Added };

    struct Piece {
        Kind kind = Kind::Same;
        QString text{}; //!< with the space before it, where there is one

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    struct Line {
        QList<Piece> pieces{};
        bool spaced = false; //!< empty lines stand before it

        [[nodiscard]] bool isChanged() const;
        friend bool operator==(const Line &, const Line &) = default;
    };

    //! What changed in one place.
    struct Change {
        int firstLine = 0; //!< in lines()
        int lastLine = 0;
        QString removed{};
        QString added{};

        friend bool operator==(const Change &, const Change &) = default;
    };

    static Comparison of(QStringView before, QStringView after);

    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] const QList<Change> &changes() const { return m_changes; }
    [[nodiscard]] bool isSame() const { return m_changes.isEmpty(); }

private:
    Comparison() = default;
    void findChanges();

    QList<Line> m_lines;
    QList<Change> m_changes;
};

} // namespace ambroise::text
