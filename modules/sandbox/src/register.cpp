// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/register.h>

#include <algorithm>

namespace ambroise::sandbox {
namespace {

//! RNIV EXI PP 19: the day not known, the 1st; the month not known, January; both, 31 December.
QString interpreted(const QString &date)
{
    const QStringList parts = date.split(u'-');
    const bool noMonth = parts[1].toInt() < 1 || parts[1].toInt() > 12;
    const bool noDay = parts[2] == u"00";
    if (noMonth && noDay)
        return parts[0] + u"-12-31"_qs;
    return parts[0] + u'-' + (noMonth ? u"01"_qs : parts[1]) + u'-' + (noDay ? u"01"_qs : parts[2]);
}

bool isCalled(const Person &person, const QString &name)
{
    const QString asked = comparable(name);
    const QStringList names = person.givenNames.split(u' ');
    return asked == comparable(person.givenNames) ||
           std::any_of(names.begin(), names.end(),
                       [&](const QString &one) { return comparable(one) == asked; });
}

bool answersTo(const Person &person, const PersonQuery &query)
{
    const bool date = query.birthDate.isEmpty() || query.birthDate == person.birthDate ||
                      query.birthDate == interpreted(person.birthDate);
    return date && (query.sex.isEmpty() || query.sex == person.sex) &&
           (query.birthPlace.isEmpty() || query.birthPlace == person.birthPlace) &&
           std::all_of(query.givenNames.begin(), query.givenNames.end(),
                       [&](const QString &name) { return isCalled(person, name); });
}

} // namespace

QString matriculeKey(const QString &number)
{
    QString digits = number;
    const qint64 corsica = digits.contains(u'A')   ? 1'000'000
                           : digits.contains(u'B') ? 2'000'000
                                                   : 0;
    const qint64 value = digits.replace(u'A', u'0').replace(u'B', u'0').toLongLong() - corsica;
    return u"%1"_qs.arg(97 - value % 97, 2, 10, QLatin1Char('0'));
}

QString comparable(const QString &name)
{
    QString letters = name.toUpper();
    letters.removeIf([](QChar c) { return c == u' ' || c == u'-' || c == u'\''; });
    return letters;
}

Register::Register(int madeUp)
    : m_persons(testPersons() + madeUpPersons(madeUp))
{
    for (qsizetype i = 0; i < m_persons.size(); ++i) {
        m_bySurname.insert(comparable(m_persons[i].surname), i);
        m_byNumber.insert(m_persons[i].number, i);
    }
}

QList<const Person *> Register::find(const PersonQuery &query) const
{
    QList<const Person *> found;
    for (const qsizetype i : m_bySurname.values(comparable(query.surname)))
        if (answersTo(m_persons[i], query))
            found << &m_persons[i];
    return found;
}

const Person *Register::byNumber(const QString &number) const
{
    const auto at = m_byNumber.constFind(number);
    return at == m_byNumber.constEnd() ? nullptr : &m_persons[*at];
}

} // namespace ambroise::sandbox
