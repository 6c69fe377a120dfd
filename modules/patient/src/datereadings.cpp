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

QStringList marked(QChar mark, const QString &before, const QStringList &ends)
{
    QStringList out;
    for (const QString &end : ends)
        out << mark + (before + end);
    return out;
}

//! "1403", "140358", "14031958", and 1958 or 19580314.
QStringList fromOneNumber(const QString &digits, QDate today)
{
    QStringList out;
    if (digits.size() == 1)
        return digits == u"0" ? QStringList()
                              : marked(terms::dayFirst, {}, {two(digits.toInt())}) +
                                    marked(terms::yearFirst, {}, yearsOf(digits, today));
    if (digits.size() >= 3 && digits.size() <= 4)
        out += marked(terms::yearFirst, {}, yearsOf(digits, today));
    const int day = dayOf({digits.left(2)});
    if (day != 0) {
        const QStringList months =
            digits.size() == 2 ? QStringList{{}}
            : digits.size() == 3
                ? (digits.at(2) <= u'1' ? QStringList{digits.mid(2)} : QStringList())
                : monthsOf({digits.mid(2, 2)});
        for (const QString &month : months)
            out += digits.size() <= 4
                       ? marked(terms::dayFirst, two(day), {month})
                       : marked(terms::dayFirst, two(day) + month, yearsOf(digits.mid(4), today));
    }
    if (digits.size() == 2)
        out += marked(terms::yearFirst, {}, yearsOf(digits, today));
    const bool yearThenMonth =
        digits.size() >= 5 && digits.size() <= 8 && !yearsOf(digits.left(4), today).isEmpty();
    if (yearThenMonth)
        out << terms::yearFirst + digits;
    return out;
}

QStringList fromTwo(const DatePart &a, const DatePart &b, QDate today)
{
    if (isNumberOf(a, 4))
        return marked(terms::yearFirst, a.digits, monthsOf(b));
    QStringList out;
    const bool monthThenYear =
        !monthsOf(a).isEmpty() && b.month == 0 && (a.month != 0 || b.digits.size() > 2);
    if (monthThenYear) {
        // Terms have no month before its year: while the year grows it is searched alone.
        const QString month = a.month != 0 ? two(a.month) : two(a.digits.toInt());
        for (const QString &year : yearsOf(b.digits, today))
            out << terms::yearFirst + (year.size() == 4 ? year + month : year);
    }
    if (dayOf(a) != 0)
        out += marked(terms::dayFirst, two(dayOf(a)), monthsOf(b));
    return out;
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
            out += marked(terms::dayFirst, two(dayOf(a)) + month, yearsOf(c.digits, today));
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
