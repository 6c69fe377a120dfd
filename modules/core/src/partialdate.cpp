// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/partialdate.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise {
namespace {

Error shapeError()
{
    return {ErrorCode::Invalid, QStringLiteral("date.shape"), {}};
}

//! 1 to 12 for a French month name or its usual abbreviation, folded; 0 where it is none.
int monthNamed(QStringView word)
{
    static constexpr std::array<QStringView, 12> names = {
        u"JANVIER", u"FEVRIER", u"MARS",      u"AVRIL",   u"MAI",      u"JUIN",
        u"JUILLET", u"AOUT",    u"SEPTEMBRE", u"OCTOBRE", u"NOVEMBRE", u"DECEMBRE"};
    if (word.size() < 3)
        return 0;
    int found = 0;
    for (size_t i = 0; i < names.size(); ++i) {
        if (!names.at(i).startsWith(word))
            continue;
        if (found != 0)
            return 0; // "JUI" may be June or July
        found = int(i) + 1;
    }
    return found;
}

int fullYear(QStringView digits, QDate today)
{
    const int year = digits.toInt();
    if (digits.size() == 4)
        return year;
    const int century = today.year() / 100 * 100;
    return century + year <= today.year() ? century + year : century - 100 + year;
}

bool areDigits(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isYear(QStringView word)
{
    return (word.size() == 2 || word.size() == 4) && areDigits(word);
}

Result<PartialDate> fromDigits(const QString &digits, QDate today)
{
    if (!areDigits(digits))
        return shapeError();
    switch (digits.size()) {
    case 4:
        return PartialDate::of(digits.toInt(), 0, 0);
    case 6:
    case 8:
        return PartialDate::of(fullYear(QStringView(digits).mid(4), today),
                               digits.mid(2, 2).toInt(), digits.left(2).toInt());
    default:
        return shapeError();
    }
}

} // namespace

Result<PartialDate> PartialDate::of(QDate date)
{
    return of(date.year(), date.month(), date.day());
}

Result<PartialDate> PartialDate::of(int year, int month, int day)
{
    if (year == 0 && month == 0 && day == 0)
        return Error{ErrorCode::Invalid, QStringLiteral("date.empty"), {}};
    // The day is checked in a leap year where the year is unknown, in a month of 31 days where the
    // month is.
    const bool possible =
        year >= 0 && year <= 9999 && month >= 0 && day >= 0 &&
        QDate::isValid(year == 0 ? 2000 : year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    if (!possible)
        return Error{ErrorCode::Invalid, QStringLiteral("date.calendar"), {}};
    return PartialDate(year, month, day);
}

Result<PartialDate> PartialDate::parse(QStringView text, QDate today)
{
    static const QRegularExpression iso(
        QStringLiteral("^([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\\z"));
    const QString trimmed = text.trimmed().toString();
    if (const auto match = iso.match(trimmed); match.hasMatch())
        return of(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());

    const QStringList words = text::foldedWords(text);
    if (words.isEmpty() || words.size() > 3)
        return shapeError();
    if (words.size() == 1)
        return fromDigits(words[0], today);

    const auto monthOf = [](const QString &word) {
        const int named = monthNamed(word);
        return named != 0 ? named : word.size() <= 2 ? word.toInt() : 0;
    };
    const auto dayOf = [](const QString &word) {
        return word == u"1ER" ? 1 : word.size() <= 2 ? word.toInt() : 0;
    };
    if (words.size() == 3) {
        if (!isYear(words[2]) || dayOf(words[0]) == 0 || monthOf(words[1]) == 0)
            return shapeError();
        return of(fullYear(words[2], today), monthOf(words[1]), dayOf(words[0]));
    }
    if (words[1].size() == 4 && isYear(words[1]) && monthOf(words[0]) != 0)
        return of(words[1].toInt(), monthOf(words[0]), 0);
    if (dayOf(words[0]) != 0 && monthOf(words[1]) != 0)
        return of(0, monthOf(words[1]), dayOf(words[0]));
    return shapeError();
}

std::optional<QDate> PartialDate::whole() const
{
    if (m_year == 0 || m_month == 0 || m_day == 0)
        return std::nullopt;
    return QDate(m_year, m_month, m_day);
}

} // namespace ambroise
