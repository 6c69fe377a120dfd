// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzchoice.h"

#include <QHash>

#include <algorithm>

namespace ambroise::codes::mrz {
namespace {

constexpr qsizetype mostTries = 20'000;

//! What a character of OCR-B, blurred, may be taken for.
QString lookAlikesOf(QChar c)
{
    static const QHash<QChar, QString> known = {
        {u'0', u"ODQ"_qs}, {u'O', u"0DQ"_qs}, {u'D', u"0O"_qs}, {u'Q', u"0O"_qs}, {u'1', u"IL7"_qs},
        {u'I', u"1L"_qs},  {u'L', u"1I"_qs},  {u'2', u"Z7"_qs}, {u'Z', u"27"_qs}, {u'3', u"8"_qs},
        {u'4', u"A"_qs},   {u'A', u"4"_qs},   {u'5', u"S6"_qs}, {u'S', u"58"_qs}, {u'6', u"G5"_qs},
        {u'G', u"6C"_qs},  {u'7', u"1TZ"_qs}, {u'T', u"7"_qs},  {u'8', u"B3"_qs}, {u'B', u"8"_qs},
        {u'9', u"G"_qs},   {u'C', u"G"_qs},   {u'U', u"V0"_qs}, {u'V', u"UY"_qs}, {u'Y', u"V"_qs},
        {u'M', u"N"_qs},   {u'N', u"M"_qs},   {u'K', u"X<"_qs}, {u'<', u"K"_qs},  {u'E', u"F"_qs},
        {u'F', u"EP"_qs},  {u'P', u"F"_qs},   {u'H', u"N"_qs}};
    return known.value(c);
}

bool allows(char kind, QChar c)
{
    if (kind == zone::either)
        return true;
    if (c == u'<')
        return kind != zone::check;
    if (kind == zone::letter)
        return !c.isDigit();
    if (kind == zone::sex)
        return c == u'M' || c == u'F' || c == u'X';
    return c.isDigit();
}

//! The choices of a cell that its zone allows, and behind them what they may be taken for.
QString allowed(const Choices &cell, char kind)
{
    QString all = cell.isEmpty() ? u"<"_qs : cell;
    for (const QChar c : cell)
        all += lookAlikesOf(c);
    QString kept;
    for (const QChar c : all)
        if (allows(kind, c) && !kept.contains(c))
            kept += c;
    return kept.isEmpty() ? QString(kind == zone::check ? u'0' : u'<') : kept;
}

//! A cell read as another of its choices.
struct Change {
    qsizetype cell;
    QChar to;
    qsizetype rank; //!< of the choice
};

class Chooser {
public:
    Chooser(const Layout &layout, const QList<Choices> &cells, QDate today)
        : m_layout(layout)
        , m_today(today)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString some = allowed(cells[i], layout.zones[size_t(i)]);
            m_text += some[0];
            for (qsizetype rank = 1; rank < some.size(); ++rank)
                m_changes << Change{i, some[rank], rank};
        }
        std::stable_sort(m_changes.begin(), m_changes.end(),
                         [](const Change &a, const Change &b) { return a.rank < b.rank; });
    }

    Mrz choose()
    {
        m_best = read(m_layout, m_text, m_today);
        if (m_best.isValid() || tryEach(0, m_text) || m_best.faults.size() > 4)
            return m_best;
        for (qsizetype i = 0; i < m_changes.size() && m_tries < mostTries; ++i) {
            QString text = m_text;
            text[m_changes[i].cell] = m_changes[i].to;
            if (tryEach(i + 1, text))
                break;
        }
        return m_best;
    }

private:
    //! One change more, from that one on.
    bool tryEach(qsizetype from, const QString &text)
    {
        for (qsizetype i = from; i < m_changes.size() && m_tries < mostTries; ++i, ++m_tries) {
            QString changed = text;
            changed[m_changes[i].cell] = m_changes[i].to;
            Mrz mrz = read(m_layout, changed, m_today);
            if (!mrz.isValid())
                continue;
            m_best = std::move(mrz);
            m_best.repaired = true;
            m_best.remarks << QStringLiteral("mrz.repaired");
            return true;
        }
        return false;
    }

    const Layout &m_layout;
    QDate m_today;
    QString m_text;
    QList<Change> m_changes;
    qsizetype m_tries = 0;
    Mrz m_best;
};

} // namespace

Mrz chosen(const QList<Choices> &cells, int lines, int width, QDate today)
{
    std::optional<Mrz> best;
    for (const Layout *layout : layoutsOf(lines, width)) {
        const Mrz mrz = Chooser(*layout, cells, today).choose();
        const auto rank = [](const Mrz &m) {
            return std::pair(m.faults.size(), m.repaired);
        };
        if (!best || rank(mrz) < rank(*best))
            best = mrz;
    }
    return best.value_or(Mrz{});
}

} // namespace ambroise::codes::mrz
