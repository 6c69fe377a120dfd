// SPDX-License-Identifier: GPL-3.0-or-later
#include "closeness.h"

#include <ambroise/core/text.h>

#include <algorithm>
#include <vector>

namespace ambroise::patient {
namespace {

QString letters(QStringView name)
{
    return text::folded(name).remove(u' ');
}

//! Insertions, deletions, replacements and exchanges of neighbours that lead from one to the other.
int editDistance(const QString &a, const QString &b)
{
    const size_t width = size_t(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t at = size_t(j);
            const bool same = a.at(i - 1) == b.at(j - 1);
            row[at] = std::min({row[at - 1] + 1, last[at] + 1, last[at - 1] + (same ? 0 : 1)});
            const bool exchanged =
                i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1);
            if (exchanged)
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last.back();
}

bool sameNames(const ComparedPerson &asked, const ComparedPerson &known)
{
    return (asked.surname == known.surname || asked.surname == known.usedSurname) &&
           (asked.given == known.given || asked.given == known.usedGiven);
}

bool swappedNames(const ComparedPerson &asked, const ComparedPerson &known)
{
    return asked.surname == known.given && asked.given == known.surname;
}

bool similarSurname(const ComparedPerson &asked, const ComparedPerson &known)
{
    return similarLetters(asked.surname, known.surname) ||
           similarLetters(asked.surname, known.usedSurname);
}

bool similarGiven(const ComparedPerson &asked, const ComparedPerson &known)
{
    return similarLetters(asked.given, known.given) || similarLetters(asked.given, known.usedGiven);
}

bool oneOfThreeDiffers(QDate a, QDate b)
{
    return int(a.day() != b.day()) + int(a.month() != b.month()) + int(a.year() != b.year()) == 1;
}

} // namespace

// The same beginning of three letters (guide EXI ID 17), or one slip in five letters.
bool similarLetters(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    if (a.size() >= 3 && b.size() >= 3 && QStringView(a).left(3) == QStringView(b).left(3))
        return true;
    return editDistance(a, b) <= std::max<qsizetype>(1, std::min(a.size(), b.size()) / 5);
}

ComparedPerson ComparedPerson::of(const identity::StrictTraits &traits)
{
    return {letters(traits.surname().text()),
            letters(traits.firstGivenName().text()),
            {},
            {},
            traits.birthDate().date()};
}

ComparedPerson ComparedPerson::of(const PatientSummary &record)
{
    return {letters(record.birthSurname), letters(record.firstGivenName),
            letters(record.usedSurname), letters(record.usedGivenName), record.birthDate};
}

std::optional<Closeness> closenessOf(const ComparedPerson &asked, const ComparedPerson &known)
{
    if (asked.birthDate == known.birthDate) {
        if (sameNames(asked, known))
            return Closeness::SameTraits;
        if (swappedNames(asked, known))
            return Closeness::SwappedNames;
        if (similarSurname(asked, known))
            return Closeness::SimilarName;
        return std::nullopt;
    }
    const QDate &birth = asked.birthDate;
    const bool transposed = QDate(birth.year(), birth.day(), birth.month()) == known.birthDate;
    if (transposed && similarSurname(asked, known) && similarGiven(asked, known))
        return Closeness::TransposedBirthDate;
    if (sameNames(asked, known) && oneOfThreeDiffers(birth, known.birthDate))
        return Closeness::SimilarBirthDate;
    return std::nullopt;
}

std::optional<Closeness> closenessOf(const identity::StrictTraits &traits,
                                     const PatientSummary &record)
{
    return closenessOf(ComparedPerson::of(traits), ComparedPerson::of(record));
}

} // namespace ambroise::patient
