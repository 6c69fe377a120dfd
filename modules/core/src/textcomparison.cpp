// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/textcomparison.h>

#include "sequencematch.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace ambroise::text {
namespace {

using Kind = Comparison::Kind;

constexpr qint64 lineSteps = 10'000'000;
constexpr qint64 wordSteps = 10'000'000; //!< of all places together
constexpr qint64 placeSteps = 2'000'000; //!< of one place
constexpr double alike = 0.35; //!< part of their words below which lines are told as replaced

struct Word {
    QString text;
    bool spaced = false; //!< space stands before it
    bool beginsLine = false;
};

struct TextLine {
    QList<Word> words;
    bool spaced = false;
};

//! One number for each different thing.
class Numbers {
public:
    int of(const QString &text)
    {
        const auto known = m_numbers.constFind(text);
        return known != m_numbers.constEnd() ? *known
                                             : *m_numbers.insert(text, int(m_numbers.size()));
    }

private:
    QHash<QString, int> m_numbers;
};

//! As it is compared: programs and scans write the same apostrophe in several ways.
QString compared(QStringView text)
{
    QString out = text.toString().normalized(QString::NormalizationForm_C);
    out.replace(u'\u2019', u'\'');
    out.remove(u'\u00AD');
    return out;
}

bool closes(QChar c)
{
    return QStringView(u".,;:!?)»]").contains(c);
}

//! Stops and brackets at its ends are words of their own: « 500, » and « 500. » share their number.
void addWords(QStringView chunk, QList<Word> &words)
{
    qsizetype from = 0;
    qsizetype to = chunk.size();
    while (from < to - 1 && QStringView(u"(«[").contains(chunk.at(from)))
        ++from;
    while (to > from + 1 && closes(chunk.at(to - 1)))
        --to;
    const bool first = words.isEmpty();
    if (from > 0)
        words.append({chunk.left(from).toString(), !first, first});
    words.append({chunk.mid(from, to - from).toString(), from == 0 && !first, from == 0 && first});
    if (to < chunk.size())
        words.append({chunk.mid(to).toString(), false, false});
}

QList<TextLine> linesOf(QStringView text)
{
    QList<TextLine> lines;
    bool spaced = false;
    for (const QStringView line : text.split(u'\n')) {
        TextLine read;
        qsizetype at = 0;
        while (at < line.size()) {
            qsizetype end = at;
            while (end < line.size() && !line.at(end).isSpace())
                ++end;
            if (end > at)
                addWords(line.mid(at, end - at), read.words);
            at = end + 1;
        }
        read.spaced = spaced && !lines.isEmpty();
        spaced = read.words.isEmpty();
        if (!spaced)
            lines << read;
    }
    return lines;
}

QString keyOf(const TextLine &line)
{
    QStringList words;
    for (const Word &word : line.words)
        words << compared(word.text);
    return words.join(u' ');
}

QList<Word> wordsOf(const QList<TextLine> &lines, int from, int to)
{
    QList<Word> words;
    for (int i = from; i < to; ++i)
        words << lines.at(i).words;
    return words;
}

//! « de » between two replaced words is read as a part of what was replaced.
bool isWeak(const Word &word)
{
    constexpr qsizetype shortest = 3;
    return word.text.size() <= shortest &&
           std::none_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isDigit(); });
}

//! Runs of at most two weak words with changes at both sides are taken out.
QList<Match> withoutIslands(const QList<Match> &found, const QList<Word> &before, qsizetype afters)
{
    constexpr qsizetype island = 2;
    QList<Match> kept;
    for (qsizetype from = 0; from < found.size();) {
        qsizetype to = from + 1;
        while (to < found.size() && found.at(to).before == found.at(to - 1).before + 1 &&
               found.at(to).after == found.at(to - 1).after + 1)
            ++to;
        const bool atAnEnd =
            (found.at(from).before == 0 && found.at(from).after == 0) ||
            (found.at(to - 1).before == before.size() - 1 && found.at(to - 1).after == afters - 1);
        const bool weak =
            to - from <= island &&
            std::all_of(found.begin() + from, found.begin() + to,
                        [&](const Match &one) { return isWeak(before.at(one.before)); });
        if (atAnEnd || !weak)
            for (qsizetype i = from; i < to; ++i)
                kept << found.at(i);
        from = to;
    }
    return kept;
}

//! Puts words together to lines.
class Writer {
public:
    explicit Writer(QList<Comparison::Line> &lines)
        : m_lines(lines)
    {
    }
    void whole(const TextLine &line, Kind kind)
    {
        newLine(line.spaced);
        for (const Word &word : line.words)
            add(word, kind);
        end();
    }
    void word(const Word &word, Kind kind)
    {
        if (word.beginsLine && !m_line.pieces.isEmpty())
            newLine(false);
        add(word, kind);
    }
    void newLine(bool spaced)
    {
        end();
        m_line.spaced = spaced && !m_lines.isEmpty();
    }
    void end()
    {
        if (!m_line.pieces.isEmpty())
            m_lines << m_line;
        m_line = {};
    }

private:
    void add(const Word &word, Kind kind)
    {
        const bool joined = m_line.pieces.isEmpty() || !(word.spaced || word.beginsLine);
        const QString text = (joined ? QString() : u" "_qs) + word.text;
        if (!m_line.pieces.isEmpty() && m_line.pieces.last().kind == kind)
            m_line.pieces.last().text += text;
        else
            m_line.pieces.append({kind, text});
    }

    QList<Comparison::Line> &m_lines;
    Comparison::Line m_line;
};

class Comparer {
public:
    Comparer(QStringView before, QStringView after, QList<Comparison::Line> &lines)
        : m_before(linesOf(before))
        , m_after(linesOf(after))
        , m_writer(lines)
    {
    }
    void run()
    {
        Budget budget{lineSteps};
        Numbers numbers;
        QList<Match> found = matches(numbersOf(m_before, numbers), numbersOf(m_after, numbers),
                                     Anchors::Unique, budget);
        found.append({int(m_before.size()), int(m_after.size())});
        int before = 0;
        int after = 0;
        for (const Match &same : std::as_const(found)) {
            place(before, same.before, after, same.after);
            if (same.after < m_after.size())
                m_writer.whole(m_after.at(same.after), Kind::Same);
            before = same.before + 1;
            after = same.after + 1;
        }
    }

private:
    static QList<int> numbersOf(const QList<TextLine> &lines, Numbers &numbers)
    {
        QList<int> out;
        for (const TextLine &line : lines)
            out << numbers.of(keyOf(line));
        return out;
    }

    //! The lines between two that are the same.
    void place(int before, int beforeTo, int after, int afterTo)
    {
        if (before < beforeTo && after < afterTo &&
            byWords(wordsOf(m_before, before, beforeTo), wordsOf(m_after, after, afterTo),
                    m_after.at(after).spaced))
            return;
        for (; before < beforeTo; ++before)
            m_writer.whole(m_before.at(before), Kind::Removed);
        for (; after < afterTo; ++after)
            m_writer.whole(m_after.at(after), Kind::Added);
    }

    //! False: they have too little in common, or are too long.
    bool byWords(const QList<Word> &before, const QList<Word> &after, bool spaced)
    {
        if (m_words <= 0)
            return false;
        Budget budget{std::min(m_words, placeSteps)};
        const qint64 given = budget.left;
        Numbers numbers;
        QList<int> first;
        QList<int> second;
        for (const Word &word : before)
            first << numbers.of(compared(word.text));
        for (const Word &word : after)
            second << numbers.of(compared(word.text));
        QList<Match> found = matches(first, second, Anchors::None, budget);
        m_words -= given - budget.left + before.size() + after.size();
        const double shared = 2.0 * double(found.size()) / double(before.size() + after.size());
        if (budget.left <= 0 || shared < alike)
            return false;
        if (found.size() < before.size() || found.size() < after.size())
            found = withoutIslands(found, before, after.size());
        write(before, after, found, spaced);
        return true;
    }

    void write(const QList<Word> &before, const QList<Word> &after, QList<Match> found, bool spaced)
    {
        found.append({int(before.size()), int(after.size())});
        m_writer.newLine(spaced);
        int removed = 0;
        int added = 0;
        for (const Match &same : std::as_const(found)) {
            for (; removed < same.before; ++removed)
                m_writer.word(before.at(removed), Kind::Removed);
            for (; added < same.after; ++added)
                m_writer.word(after.at(added), Kind::Added);
            if (same.after < after.size())
                m_writer.word(after.at(same.after), Kind::Same);
            ++removed;
            ++added;
        }
        m_writer.end();
    }

    QList<TextLine> m_before;
    QList<TextLine> m_after;
    Writer m_writer;
    qint64 m_words = wordSteps; //!< left
};

} // namespace

bool Comparison::Line::isChanged() const
{
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece &piece) { return piece.kind != Kind::Same; });
}

Comparison Comparison::of(QStringView before, QStringView after)
{
    Comparison comparison;
    Comparer(before, after, comparison.m_lines).run();
    comparison.findChanges();
    return comparison;
}

void Comparison::findChanges()
{
    bool going = false;
    for (int i = 0; i < m_lines.size(); ++i)
        for (const Piece &piece : std::as_const(m_lines[i].pieces)) {
            if (piece.kind == Kind::Same) {
                going = false;
                continue;
            }
            if (!going)
                m_changes.append({i, i, {}, {}});
            going = true;
            Change &change = m_changes.last();
            change.lastLine = i;
            QString &text = piece.kind == Kind::Removed ? change.removed : change.added;
            text = (text + (text.isEmpty() ? QString() : u" "_qs) + piece.text.trimmed());
        }
}

} // namespace ambroise::text
