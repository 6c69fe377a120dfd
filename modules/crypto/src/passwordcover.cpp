// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordcover.h"

#include "commonpasswords.h"

#include <ambroise/core/text.h>

#include <algorithm>
#include <cmath>

namespace ambroise::crypto {
namespace {

constexpr double bitsOfCommonWord = 8.5; // one of about 400
constexpr double bitsOfName = 2;
constexpr double bitsOfYear = 6.5;
constexpr double bitsPerLetterOfWord = 2.3; // 12.9 bits for a French word of 5.6 letters
constexpr qsizetype shortestRepeat = 4;

constexpr QStringView rows[] = {u"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                u"01234567890",
                                u"AZERTYUIOP",
                                u"QSDFGHJKLM",
                                u"WXCVBN",
                                u"QWERTYUIOP",
                                u"ASDFGHJKL",
                                u"ZXCVBNM",
                                u"QWERTZUIOP",
                                u"&E\"'(-E_CA)="};

QString flat(QStringView password)
{
    QString out;
    for (const QChar c : password.toString().normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            out += c.toUpper();
    return out;
}

QChar unmasked(QChar c)
{
    switch (c.unicode()) {
    case u'0':
        return u'O';
    case u'1':
    case u'!':
        return u'I';
    case u'3':
    case u'€':
        return u'E';
    case u'4':
    case u'@':
        return u'A';
    case u'5':
    case u'$':
        return u'S';
    case u'7':
        return u'T';
    default:
        return c;
    }
}

bool letterAt(QStringView text, qsizetype position)
{
    return position >= 0 && position < text.size() && text[position].isLetter();
}

bool isVowel(QChar c)
{
    return QStringView(u"AEIOUY").contains(c);
}

//! Whether a run of letters can be spoken: then it is made of words and not drawn by lot.
bool looksLikeWords(QStringView letters)
{
    const auto vowels = std::count_if(letters.begin(), letters.end(), isVowel);
    return letters.size() >= 4 && vowels * 4 >= letters.size() && vowels * 3 <= letters.size() * 2;
}

qsizetype lengthInRow(QStringView text, qsizetype position, QStringView row, int step)
{
    qsizetype at = row.indexOf(text[position]);
    if (at < 0)
        return 0;
    qsizetype length = 1;
    for (at += step; at >= 0 && at < row.size() && position + length < text.size(); at += step) {
        if (text[position + length] != row[at])
            break;
        ++length;
    }
    return length;
}

bool containsWhole(QStringView password, const QString &name)
{
    const QString compact = text::folded(name).remove(u' ');
    if (compact.size() < 3)
        return false;
    const QString in = text::folded(password).remove(u' ');
    for (qsizetype at = in.indexOf(compact); at >= 0; at = in.indexOf(compact, at + 1))
        if (compact.size() >= 6 || (!letterAt(in, at - 1) && !letterAt(in, at + compact.size())))
            return true;
    return text::foldedWords(password).contains(compact);
}

} // namespace

PasswordCover::PasswordCover(QStringView password, const QStringList &context)
    : m_flat(flat(password))
{
    for (const QChar c : std::as_const(m_flat))
        m_unmasked += unmasked(c);
    for (const QString &name : context) {
        m_containsName = m_containsName || containsWhole(password, name);
        for (const QString &word : text::foldedWords(name))
            if (word.size() >= 3)
                m_names += word;
    }
    for (qsizetype position = 0; position < m_flat.size(); position += m_parts.last().length)
        m_parts += partAt(position);
}

int PasswordCover::freeCharacters() const
{
    int count = 0;
    for (const Part &part : m_parts)
        count += part.characters;
    return count;
}

qsizetype PasswordCover::coveredBy(Kind kind) const
{
    qsizetype count = 0;
    for (const Part &part : m_parts)
        if (part.kind == kind)
            count += part.length;
    return kind == Kind::None ? 0 : count;
}

double PasswordCover::bits(double bitsPerCharacter) const
{
    double sum = 0;
    qsizetype position = 0;
    for (qsizetype i = 0; i < m_parts.size();) {
        if (m_parts[i].bits > 0) {
            sum += m_parts[i].bits;
            position += m_parts[i++].length;
            continue;
        }
        qsizetype letters = 0;
        while (i + letters < m_parts.size() && m_parts[i + letters].bits == 0 &&
               m_flat[position + letters].isLetter())
            ++letters;
        const qsizetype run = std::max<qsizetype>(letters, 1);
        const bool words = looksLikeWords(QStringView(m_flat).mid(position, letters));
        sum += double(run) * (words ? bitsPerLetterOfWord : bitsPerCharacter);
        position += run;
        i += run;
    }
    return sum;
}

PasswordCover::Part PasswordCover::partAt(qsizetype position) const
{
    Part best;
    for (const Part &part : {nameAt(position), commonAt(position), repeatAt(position),
                             sequenceAt(position), yearAt(position)})
        if (part.length > best.length)
            best = part;
    return best;
}

PasswordCover::Part PasswordCover::nameAt(qsizetype position) const
{
    qsizetype longest = 0;
    for (const QString &name : m_names)
        longest = std::max(longest, std::max(lengthOf(name, m_flat, position),
                                             lengthOf(name, m_unmasked, position)));
    return longest > 0 ? Part{longest, Kind::Name, bitsOfName, 0} : Part{};
}

PasswordCover::Part PasswordCover::commonAt(qsizetype position) const
{
    qsizetype longest = 0;
    for (const QStringView word : commonPasswords())
        longest = std::max(longest, std::max(lengthOf(word, m_flat, position),
                                             lengthOf(word, m_unmasked, position)));
    return longest > 0 ? Part{longest, Kind::Common, bitsOfCommonWord, 2} : Part{};
}

PasswordCover::Part PasswordCover::repeatAt(qsizetype position) const
{
    const auto at = [this](qsizetype i) {
        return m_flat[i];
    };
    qsizetype same = 1;
    while (position + same < m_flat.size() && at(position + same) == at(position))
        ++same;
    qsizetype longest = same >= 3 ? same : 0;
    for (qsizetype earlier = 0; earlier < position; ++earlier) {
        qsizetype length = 0;
        while (position + length < m_flat.size() && at(earlier + length) == at(position + length))
            ++length;
        if (length >= shortestRepeat)
            longest = std::max(longest, length);
    }
    return longest > 0 ? Part{longest, Kind::Repeat, std::log2(double(position + longest)) + 3, 1}
                       : Part{};
}

PasswordCover::Part PasswordCover::sequenceAt(qsizetype position) const
{
    const qsizetype shortest = m_flat[position].isDigit() ? 3 : 4;
    qsizetype longest = 0;
    for (const QStringView row : rows)
        for (const int step : {1, -1})
            longest = std::max(longest, lengthInRow(m_flat, position, row, step));
    return longest >= shortest ? Part{longest, Kind::Sequence, std::log2(double(longest)) + 5, 1}
                               : Part{};
}

PasswordCover::Part PasswordCover::yearAt(qsizetype position) const
{
    const QStringView digits = QStringView(m_flat).mid(position, 4);
    bool ok = false;
    const int year = digits.toInt(&ok);
    const bool lived = ok && digits.size() == 4 && year >= 1900 && year <= 2059;
    return lived ? Part{4, Kind::Sequence, bitsOfYear, 1} : Part{};
}

//! How much of `in` the word takes from `position` on: 0 where it is not there. It may be written
//! in several words, if these begin and end where it does.
qsizetype PasswordCover::lengthOf(QStringView word, QStringView in, qsizetype position) const
{
    qsizetype at = position;
    bool severalWords = false;
    for (const QChar c : word) {
        while (at > position && at < in.size() && !in[at].isLetterOrNumber()) {
            severalWords = true;
            ++at;
        }
        if (at >= in.size() || in[at] != c)
            return 0;
        ++at;
    }
    if (severalWords && (letterAt(in, position - 1) || letterAt(in, at)))
        return 0;
    return at - position;
}

} // namespace ambroise::crypto
