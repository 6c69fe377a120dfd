// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/fullletters.h>

#include <QHash>
#include <QSet>

#include <algorithm>

namespace ambroise::prescription {
namespace {

using Kind = Token::Kind;

const QHash<QString, int> &numberWords()
{
    static const QHash<QString, int> words{
        {u"zero"_qs, 0},    {u"un"_qs, 1},        {u"une"_qs, 1},        {u"deux"_qs, 2},
        {u"trois"_qs, 3},   {u"quatre"_qs, 4},    {u"cinq"_qs, 5},       {u"six"_qs, 6},
        {u"sept"_qs, 7},    {u"huit"_qs, 8},      {u"neuf"_qs, 9},       {u"dix"_qs, 10},
        {u"onze"_qs, 11},   {u"douze"_qs, 12},    {u"treize"_qs, 13},    {u"quatorze"_qs, 14},
        {u"quinze"_qs, 15}, {u"seize"_qs, 16},    {u"vingt"_qs, 20},     {u"vingts"_qs, 20},
        {u"trente"_qs, 30}, {u"quarante"_qs, 40}, {u"cinquante"_qs, 50}, {u"soixante"_qs, 60},
        {u"cent"_qs, 100},  {u"cents"_qs, 100},   {u"mille"_qs, 1000}};
    return words;
}

int valueOf(const QStringList &words)
{
    int total = 0;
    int part = 0;
    for (const QString &word : words) {
        const int value = numberWords().value(word);
        if (value == 1000) {
            total += std::max(part, 1) * 1000;
            part = 0;
        } else if (value == 100) {
            part = std::max(part, 1) * 100;
        } else if (value == 20 && part % 100 == 4) {
            part += 76; // quatre-vingts
        } else {
            part += value;
        }
    }
    return total + part;
}

//! Said as French says it, so that "deux trois" is no five.
bool spells(const QStringList &words, int value)
{
    const QString said = words.join(u' ');
    for (const bool feminine : {false, true}) {
        const auto right = cardinal(value, feminine);
        if (right && text::folded(*right).toLower() == said)
            return true;
    }
    return false;
}

bool isPlainNumber(const Token &token)
{
    return token.kind == Kind::Number && !token.text.contains(u',') && !token.text.contains(u'.');
}

} // namespace

const Token &PosologyParser::peek(int ahead) const
{
    return m_tokens.at(std::min<qsizetype>(m_at + ahead, m_tokens.size() - 1));
}

//! The number of tokens that the phrase takes from here on, -1: something else stands here. Some
//! hundred phrases are tried at each clause: nothing is allocated.
int PosologyParser::lengthOf(QStringView phrase) const
{
    int count = 0;
    for (QStringView rest = phrase; !rest.isEmpty();) {
        const qsizetype space = rest.indexOf(u' ');
        const QStringView word = space < 0 ? rest : rest.first(space);
        rest = space < 0 ? QStringView() : rest.sliced(space + 1);
        const Token &token = peek(count);
        if (token.kind == Kind::End || token.text != word)
            return -1;
        ++count;
    }
    return count;
}

//! Of the first of the phrases that stands here.
int PosologyParser::lengthOfAny(QStringView phrases) const
{
    for (QStringView rest = phrases;;) {
        const qsizetype bar = rest.indexOf(u'|');
        const int length = lengthOf(bar < 0 ? rest : rest.first(bar));
        if (length >= 0 || bar < 0)
            return length;
        rest = rest.sliced(bar + 1);
    }
}

bool PosologyParser::eat(QStringView phrase)
{
    const int length = lengthOf(phrase);
    m_at += std::max(0, length);
    return length >= 0;
}

bool PosologyParser::eatAny(QStringView phrases)
{
    const int length = lengthOfAny(phrases);
    m_at += std::max(0, length);
    return length >= 0;
}

bool PosologyParser::sees(QStringView phrases) const
{
    return lengthOfAny(phrases) >= 0;
}

QString PosologyParser::slice(int from, int to) const
{
    if (from >= to)
        return {};
    const qsizetype begin = m_tokens.at(from).begin;
    return m_text.mid(begin, m_tokens.at(to - 1).end - begin).simplified();
}

int PosologyParser::fork(const QString &question, int options)
{
    for (qsizetype i = 0; i < m_forks.size(); ++i)
        if (m_forks.at(i).question == question && m_forks.at(i).at == m_at)
            return m_decisions.value(i, 0);
    m_forks.append({question, m_at, options});
    return m_decisions.value(m_forks.size() - 1, 0);
}

std::optional<Rational> PosologyParser::fraction()
{
    static const QSet<int> usual{2, 3, 4, 5, 6, 8, 10};
    const Token &top = peek();
    const Token &bottom = peek(2);
    if (!isPlainNumber(top) || !peek(1).is(u"/") || !isPlainNumber(bottom) || peek(1).spaceBefore ||
        bottom.spaceBefore || top.text.size() > 2 || bottom.text.size() > 2)
        return std::nullopt;
    const int numerator = top.text.toInt();
    const int denominator = bottom.text.toInt();
    // "1/8h": every eight hours; "1/2/2026": a date.
    const QString after = peek(3).text;
    if (!usual.contains(denominator) || numerator < 1 || numerator >= denominator ||
        after == u"/" || after == u"h" || after.startsWith(u"heure") || after == u"j" ||
        after.startsWith(u"jour"))
        return std::nullopt;
    m_at += 3;
    return Rational::of(numerator, denominator);
}

//! "12 000": a group that begins with a zero belongs to the number before; of "1 500" that is
//! asked.
std::optional<Rational> PosologyParser::grouped(const QString &first)
{
    QString number = first;
    const bool mayBeGrouped = first.size() <= 3 && !first.startsWith(u'0');
    bool joined = false;
    while (mayBeGrouped && isPlainNumber(peek()) && peek().text.size() == 3) {
        const QString group = peek().text;
        const bool sure = joined || group.startsWith(u'0');
        if (!sure && fork(u"posology.ask.thousands"_qs, 2) == 1)
            break;
        joined = true;
        number += group;
        ++m_at;
    }
    if (number.size() > 9) {
        m_error = Error{ErrorCode::Invalid, u"posology.range"_qs, {}};
        return std::nullopt;
    }
    return Rational(number.toLongLong());
}

std::optional<Rational> PosologyParser::digits()
{
    if (const auto part = fraction())
        return part;
    if (peek().kind != Kind::Number)
        return std::nullopt;
    const int start = m_at;
    QString number = peek().text;
    ++m_at;
    number.replace(u'.', u',');
    const qsizetype comma = number.indexOf(u',');
    if (comma < 0) {
        const auto whole = grouped(number);
        if (!whole)
            m_at = start;
        else if (m_at == start + 1 && *whole < Rational(10) && !m_inKeypad)
            if (const auto part = fraction()) // "1 1/2"
                return *whole + *part;
        return whole;
    }
    const QString whole = number.left(comma);
    const QString decimals = number.mid(comma + 1);
    if (whole.size() > 9 || decimals.size() > 4) {
        m_at = start;
        m_error = Error{ErrorCode::Invalid, u"posology.range"_qs, {}};
        return std::nullopt;
    }
    const bool maybeThousands =
        decimals.size() == 3 && whole.size() <= 3 && !whole.startsWith(u'0');
    if (maybeThousands && fork(u"posology.ask.thousands"_qs, 2) == 1)
        return Rational((whole + decimals).toLongLong());
    qint64 scale = 1;
    for (qsizetype i = 0; i < decimals.size(); ++i)
        scale *= 10;
    return Rational::of((whole + decimals).toLongLong(), scale);
}

std::optional<Rational> PosologyParser::fractionInWords(const Rational &count)
{
    const int start = m_at;
    if (count == Rational(1) && eatAny(u"demi|demie"))
        return Rational::of(1, 2);
    if (count.isWhole() && eatAny(u"quart|quarts") && count < Rational(4))
        return count / Rational(4);
    if (m_at == start && count.isWhole() && count < Rational(3) && eat(u"tiers"))
        return count / Rational(3);
    m_at = start;
    return std::nullopt;
}

std::optional<Rational> PosologyParser::inWords()
{
    if (eatAny(u"demi|demie"))
        return Rational::of(1, 2);
    QStringList words;
    for (int i = 0; peek(i).kind == Kind::Word; ++i) {
        const QString &word = peek(i).text;
        if (!numberWords().contains(word) && (word != u"et" || words.isEmpty()))
            break;
        words << word;
    }
    for (; !words.isEmpty(); words.removeLast()) {
        const int value = valueOf(words);
        if (!spells(words, value))
            continue;
        m_at += int(words.size());
        const auto part = fractionInWords(Rational(value));
        return part ? *part : Rational(value);
    }
    return std::nullopt;
}

std::optional<Rational> PosologyParser::numeral()
{
    const int start = m_at;
    const auto value = digits();
    if (value) {
        const auto part = fractionInWords(*value); // "3 quarts"
        return part ? *part : *value;
    }
    m_at = start;
    return inWords();
}

std::optional<int> PosologyParser::wholeNumber(int most)
{
    const int start = m_at;
    const auto value = numeral();
    if (value && value->isWhole() && *value >= Rational(0) && *value <= Rational(most))
        return int(value->numerator());
    m_at = start;
    return std::nullopt;
}

} // namespace ambroise::prescription
