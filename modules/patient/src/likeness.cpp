// SPDX-License-Identifier: GPL-3.0-or-later
#include "likeness.h"

#include "readings.h"
#include "terms.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>

namespace ambroise::patient {
namespace {

constexpr qsizetype longestTyped = 100;
constexpr qsizetype mostWords = 4;
//! Shorter beginnings sound like too many names.
constexpr qsizetype fewestHeard = 3;

//! What a birth date as far as it is typed may begin with; one empty prefix where none is typed.
QStringList datesOf(const QString &typed, QDate today)
{
    if (typed.trimmed().isEmpty())
        return {QString()};
    QStringList out;
    for (const QStringList &reading : readingsOf(QStringView(typed), today))
        if (reading.size() == 1 && (reading.first().startsWith(terms::dayFirst) ||
                                    reading.first().startsWith(terms::yearFirst)))
            out << reading.first();
    return out;
}

QString exactly(QDate date)
{
    return terms::dayFirst + date.toString(u"ddMMyyyy");
}

QStringList wordsOf(const QString &typed)
{
    return text::foldedWords(QStringView(typed).left(longestTyped)).mid(0, mostWords);
}

//! As a term; empty for what is too short to be heard.
QString heard(QChar mark, const QString &typed)
{
    const QString letters = wordsOf(typed).join(QString());
    return letters.size() < fewestHeard ? QString() : terms::sound(mark, letters);
}

//! Each name as it is written or as it sounds, one of them at least as it sounds.
QList<QStringList> heardAs(const SoughtPerson &sought)
{
    const QStringList surname = wordsOf(sought.surname);
    const QStringList given = wordsOf(sought.givenName);
    const QString surnameHeard = heard(terms::surnameSound, sought.surname);
    const QString givenHeard = heard(terms::givenNameSound, sought.givenName);
    QList<QStringList> out;
    if (!surnameHeard.isEmpty())
        out << (QStringList{surnameHeard} + given);
    if (!givenHeard.isEmpty())
        out << (surname + QStringList{givenHeard});
    if (!surnameHeard.isEmpty() && !givenHeard.isEmpty())
        out << QStringList{surnameHeard, givenHeard};
    return out;
}

//! The first letters of the surname with a date (guide EXI ID 17).
QStringList beginningAt(const QString &surname, QDate date)
{
    constexpr qsizetype letters = 3;
    return {wordsOf(surname).join(QString()).left(letters), exactly(date)};
}

} // namespace

QList<LikenessReading> readingsOf(const SoughtPerson &sought, QDate today)
{
    const QStringList names = wordsOf(sought.surname) + wordsOf(sought.givenName);
    const QStringList dates = datesOf(sought.birthDate, today);
    QList<LikenessReading> out;
    const auto add = [&](Likeness likeness, QStringList prefixes) {
        prefixes.removeAll(QString());
        if (!prefixes.isEmpty())
            out.append({likeness, prefixes});
    };
    for (const QString &date : dates)
        add(Likeness::Written, names + QStringList{date});
    for (const QString &date : dates)
        for (const QStringList &one : heardAs(sought))
            add(Likeness::Sounding, one + QStringList{date});

    const auto known = PartialDate::parse(sought.birthDate, today);
    const auto birth = known.ok() ? known->whole() : std::nullopt;
    if (!birth || wordsOf(sought.surname).isEmpty())
        return out;
    add(Likeness::SameBirthDate, beginningAt(sought.surname, *birth));
    const QDate transposed(birth->year(), birth->day(), birth->month());
    if (transposed.isValid() && transposed != *birth) {
        add(Likeness::TransposedBirthDate, beginningAt(sought.surname, transposed));
        add(Likeness::TransposedBirthDate,
            {heard(terms::surnameSound, sought.surname), exactly(transposed)});
    }
    return out;
}

} // namespace ambroise::patient
