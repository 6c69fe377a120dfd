// SPDX-License-Identifier: GPL-3.0-or-later
#include "datereadings.h"

#include "terms.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>

namespace ambroise::patient {
namespace {

QString two(int number)
{
    return u"%1"_qs.arg(number, 2, 10, QLatin1Char('0'));
}

bool isNumberOf(const DatePart &part, qsizetype digits)
{
    return part.month == 0 && part.digits.size() == digits;
}

bool isShort(const DatePart &part)
{
    return isNumberOf(part, 1) || isNumberOf(part, 2);
}

int dayOf(const DatePart &part)
{
    const int day = isShort(part) ? part.digits.toInt() : 0;
    return day <= 31 ? day : 0;
}

//! The months that a part names or begins, as two digits or the first of them.
QStringList monthsOf(const DatePart &part)
{
    if (part.month != 0)
        return {two(part.month)};
    const int number = isShort(part) ? part.digits.toInt() : 0;
    if (part.digits == u"0")
        return {u"0"_qs};
    if (part.digits == u"1")
        return {u"01"_qs, u"1"_qs};
    return number >= 1 && number <= 12 ? QStringList{two(number)} : QStringList();
}

//! A year, or the beginning of one: two digits are the latest year that is not in the future, or
//! the century of somebody alive.
QStringList yearsOf(const QString &digits, QDate today)
{
    const bool centuries =
        digits.startsWith(u"18") || digits.startsWith(u"19") || digits.startsWith(u"20");
    if (digits.size() == 1)
        return digits == u"1" || digits == u"2" ? QStringList{digits} : QStringList();
    if (digits.size() > 2)
        return centuries && digits.size() <= 4 ? QStringList{digits} : QStringList();
    const int year = digits.toInt();
    const int century = today.year() / 100 * 100;
    QStringList out{
        QString::number(century + year <= today.year() ? century + year : century - 100 + year)};
    if (centuries)
        out << digits;
    return out;
}

//! The same after a day and a month, where one digit may begin a year of two: it narrows nothing.
QStringList yearsAfterMonth(const QString &digits, QDate today)
{
    return digits.size() == 1 ? QStringList{QString()} : yearsOf(digits, today);
}

QStringList marked(QChar mark, const QString &before, const QStringList &ends)
{
    QStringList out;
    for (const QString &end : ends)
        out << mark + (before + end);
    return out;
}

//! "14", "140", "1403", "140358", "14031958": the day first.
QStringList fromDayFirst(const QString &digits, QDate today)
{
    const int day = dayOf({digits.left(2)});
    if (digits.size() < 2 || day == 0)
        return {};
    const QString start = two(day);
    if (digits.size() == 2)
        return {terms::dayFirst + start};
    if (digits.size() == 3)
        return digits.at(2) <= u'1' ? QStringList{terms::dayFirst + start + digits.at(2)}
                                    : QStringList();
    QStringList out;
    for (const QString &month : monthsOf({digits.mid(2, 2)}))
        out += digits.size() == 4
                   ? QStringList{terms::dayFirst + start + month}
                   : marked(terms::dayFirst, start + month, yearsAfterMonth(digits.mid(4), today));
    return out;
}

//! The same, and "1958", "58", "195803", "19580314", or a lone day.
QStringList fromOneNumber(const QString &digits, QDate today)
{
    const QStringList years = marked(terms::yearFirst, {}, yearsOf(digits, today));
    if (digits == u"0")
        return {};
    if (digits.size() == 1)
        return QStringList{terms::dayFirst + two(digits.toInt())} + years;
    const QStringList days = fromDayFirst(digits, today);
    if (digits.size() <= 4)
        return digits.size() == 2 ? days + years : years + days;
    const bool yearThenMonth = digits.size() <= 8 && !yearsOf(digits.left(4), today).isEmpty();
    return yearThenMonth ? days + QStringList{terms::yearFirst + digits} : days;
}

//! The year that follows a month, or its beginning. Terms have no month before its year: until the
//! year is whole it is searched alone.
QStringList fromMonthAndYear(const DatePart &month, const DatePart &year, QDate today)
{
    static const QStringList beginnings = {u"1"_qs, u"2"_qs, u"18"_qs, u"19"_qs, u"20"_qs};
    const bool isYear =
        month.month != 0 || year.digits.size() > 2 || beginnings.contains(year.digits);
    if (monthsOf(month).isEmpty() || year.month != 0 || !isYear)
        return {};
    const QString number = month.month != 0 ? two(month.month) : two(month.digits.toInt());
    if (month.month == 0 && year.digits.size() <= 2)
        return {terms::yearFirst + year.digits};
    QStringList out;
    for (const QString &candidate : yearsOf(year.digits, today))
        out << terms::yearFirst + (candidate.size() == 4 ? candidate + number : candidate);
    return out;
}

QStringList fromTwo(const DatePart &a, const DatePart &b, QDate today)
{
    if (isNumberOf(a, 4))
        return marked(terms::yearFirst, a.digits, monthsOf(b));
    QStringList out;
    if (dayOf(a) != 0)
        out += marked(terms::dayFirst, two(dayOf(a)), monthsOf(b));
    return out + fromMonthAndYear(a, b, today);
}

QStringList fromThree(const DatePart &a, const DatePart &b, const DatePart &c, QDate today)
{
    QStringList out;
    if (isNumberOf(a, 4)) {
        for (const QString &month : monthsOf(b))
            if (month.size() == 2 && isShort(c))
                out << terms::yearFirst + (a.digits + month + c.digits);
        return out;
    }
    if (dayOf(a) == 0 || c.month != 0)
        return out;
    for (const QString &month : monthsOf(b))
        if (month.size() == 2)
            out += marked(terms::dayFirst, two(dayOf(a)) + month, yearsAfterMonth(c.digits, today));
    return out;
}

} // namespace

int monthNamed(const QString &word)
{
    const bool letters = !word.isEmpty() && std::none_of(word.begin(), word.end(),
                                                         [](QChar c) { return c.isDigit(); });
    if (!letters)
        return 0;
    const auto first = PartialDate::parse(u"1 "_qs + word, QDate(2000, 1, 1));
    return first.ok() ? first->month() : 0;
}

bool isWholeMonthName(const QString &folded)
{
    static const QStringList names = {
        u"JANVIER"_qs,  u"FEVRIER"_qs,  u"MARS"_qs, u"AVRIL"_qs,     u"MAI"_qs,
        u"JUIN"_qs,     u"JUILLET"_qs,  u"AOUT"_qs, u"SEPTEMBRE"_qs, u"OCTOBRE"_qs,
        u"NOVEMBRE"_qs, u"DECEMBRE"_qs, u"JANV"_qs, u"FEV"_qs,       u"FEVR"_qs,
        u"AVR"_qs,      u"JUIL"_qs,     u"SEPT"_qs, u"OCT"_qs,       u"NOV"_qs,
        u"DEC"_qs};
    return names.contains(folded);
}

QStringList datePrefixes(const QList<DatePart> &parts, QDate today)
{
    switch (parts.size()) {
    case 1:
        return parts[0].month == 0 ? fromOneNumber(parts[0].digits, today) : QStringList();
    case 2:
        return fromTwo(parts[0], parts[1], today);
    case 3:
        return fromThree(parts[0], parts[1], parts[2], today);
    default:
        return {};
    }
}

} // namespace ambroise::patient
