// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzchoice.h"

#include <QHash>

#include <algorithm>

namespace ambroise::codes::mrz {
namespace {

constexpr qsizetype mostTries = 20'000;

//! What a character of OCR-B is often taken for.
QString twinsOf(QChar c)
{
    static const QHash<QChar, QString> known = {
        {u'0', u"ODQ"_qs}, {u'O', u"0DQ"_qs}, {u'D', u"0O"_qs}, {u'Q', u"0O"_qs}, {u'1', u"I"_qs},
        {u'I', u"1"_qs},   {u'2', u"Z"_qs},   {u'Z', u"2"_qs},  {u'5', u"S"_qs},  {u'S', u"5"_qs},
        {u'6', u"G"_qs},   {u'G', u"6"_qs},   {u'8', u"B"_qs},  {u'B', u"8"_qs}};
    return known.value(c);
}

//! And, blurred, sometimes.
QString cousinsOf(QChar c)
{
    static const QHash<QChar, QString> known = {
        {u'1', u"L7"_qs}, {u'I', u"L"_qs},  {u'L', u"1I"_qs},  {u'2', u"7"_qs},  {u'Z', u"7"_qs},
        {u'3', u"8"_qs},  {u'4', u"A"_qs},  {u'A', u"4"_qs},   {u'5', u"6"_qs},  {u'S', u"8"_qs},
        {u'6', u"5"_qs},  {u'G', u"C"_qs},  {u'7', u"1TZ"_qs}, {u'T', u"7"_qs},  {u'8', u"3"_qs},
        {u'9', u"G"_qs},  {u'C', u"G"_qs},  {u'U', u"V0"_qs},  {u'V', u"UY"_qs}, {u'Y', u"V"_qs},
        {u'M', u"N"_qs},  {u'N', u"MH"_qs}, {u'K', u"X"_qs},   {u'X', u"K"_qs},  {u'E', u"F"_qs},
        {u'F', u"EP"_qs}, {u'P', u"F"_qs},  {u'H', u"N"_qs}};
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

//! What a cell may be, as its zone allows.
struct Options {
    QString likely;   //!< the first is taken; then what Tesseract saw besides, and twins
    QString unlikely; //!< cousins
};

Options optionsOf(const Choices &cell, char kind)
{
    const QString seen = cell.isEmpty() ? u"<"_qs : cell;
    Options options;
    const auto keep = [kind, &options](QString &list, const QString &some) {
        for (const QChar c : some)
            if (allows(kind, c) && !options.likely.contains(c) && !options.unlikely.contains(c))
                list += c;
    };
    keep(options.likely, seen + twinsOf(seen[0]));
    keep(options.unlikely, cousinsOf(seen[0]));
    if (options.likely.isEmpty())
        options.likely = options.unlikely.isEmpty() ? QString(kind == zone::check ? u'0' : u'<')
                                                    : options.unlikely;
    return options;
}

//! A cell read as another of its options.
struct Change {
    qsizetype cell;
    QChar to;
};

//! Looks for the one change, or two, that make every check right. Where several would, none is
//! taken: a guess that pleases the digits is worse than a fault that is shown.
class Chooser {
public:
    Chooser(const Layout &layout, const QList<Choices> &cells, QDate today)
        : m_layout(layout)
        , m_today(today)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            m_options << optionsOf(cells[i], layout.zones[size_t(i)]);
            m_text += m_options.last().likely[0];
        }
        takeNationalityFromIssuer();
        takeLoneKForFiller();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (!isChecked(int(i)))
                continue;
            for (const QChar c : m_options[i].likely)
                if (c != m_text[i])
                    m_likely << Change{i, c};
            for (const QChar c : m_options[i].unlikely)
                if (c != m_text[i])
                    m_unlikely << Change{i, c};
        }
    }

    Mrz choose()
    {
        const Mrz asRead = read(m_layout, m_text, m_today);
        if (asRead.isValid())
            return asRead;
        tryOne(m_likely, m_text, 0);
        if (m_solutions.isEmpty())
            tryTwo();
        if (m_solutions.isEmpty())
            tryOne(m_unlikely, m_text, 0);
        if (m_solutions.size() != 1)
            return asRead;
        Mrz mrz = m_solutions.first();
        mrz.repaired = true;
        mrz.remarks << QStringLiteral("mrz.repaired");
        return mrz;
    }

private:
    //! No digit checks the nationality, which is the issuer's on most documents: FRA, not ERA.
    void takeNationalityFromIssuer()
    {
        constexpr qsizetype issuer = 2;
        const Span span = m_layout.nationality;
        for (int i = 0; i < span.length; ++i)
            if (const Options &options = m_options[span.from + i];
                !(options.likely + options.unlikely).contains(m_text[issuer + i]))
                return;
        if (span.length > 0)
            m_text.replace(span.from, span.length, m_text.mid(issuer, span.length));
    }

    //! K counts 20, so that no check digit tells it from <, which it resembles when blurred.
    void takeLoneKForFiller()
    {
        for (qsizetype i = 1; i + 1 < m_text.size(); ++i)
            if (m_layout.zones[size_t(i)] == zone::either && m_text[i] == u'K' &&
                m_text[i - 1] == u'<' && m_text[i + 1] == u'<')
                m_text[i] = u'<';
    }

    [[nodiscard]] bool isChecked(int cell) const
    {
        const auto holds = [cell](Span span) {
            return cell >= span.from && cell < span.from + span.length;
        };
        return cell == m_layout.compositeCheck ||
               std::any_of(m_layout.composite.begin(), m_layout.composite.end(), holds);
    }

    void tryOne(const QList<Change> &changes, const QString &text, qsizetype from)
    {
        for (qsizetype i = from; i < changes.size() && m_tries < mostTries; ++i, ++m_tries) {
            QString changed = text;
            changed[changes[i].cell] = changes[i].to;
            if (Mrz mrz = read(m_layout, changed, m_today); mrz.isValid())
                m_solutions << std::move(mrz);
        }
    }

    void tryTwo()
    {
        for (qsizetype i = 0; i < m_likely.size() && m_tries < mostTries; ++i) {
            QString text = m_text;
            text[m_likely[i].cell] = m_likely[i].to;
            tryOne(m_likely, text, i + 1);
        }
    }

    const Layout &m_layout;
    QDate m_today;
    QString m_text;
    QList<Options> m_options;
    QList<Change> m_likely;
    QList<Change> m_unlikely;
    QList<Mrz> m_solutions;
    qsizetype m_tries = 0;
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
