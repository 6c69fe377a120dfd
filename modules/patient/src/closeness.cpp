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

//! The same beginning of three letters (guide EXI ID 17), or one slip in five letters.
bool similar(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    if (a.size() >= 3 && b.size() >= 3 && QStringView(a).left(3) == QStringView(b).left(3))
        return true;
    return editDistance(a, b) <= std::max<qsizetype>(1, std::min(a.size(), b.size()) / 5);
}

//! The names of both sides, as letters alone.
struct Names {
    QString surname;
    QString given;
    QString usedSurname;
    QString usedGiven;

    [[nodiscard]] bool sameAs(const Names &record) const
    {
        return (surname == record.surname || surname == record.usedSurname) &&
               (given == record.given || given == record.usedGiven);
    }
    [[nodiscard]] bool swappedFrom(const Names &record) const
    {
        return surname == record.given && given == record.surname;
    }
    [[nodiscard]] bool similarTo(const Names &record) const
    {
        return similar(surname, record.surname) || similar(surname, record.usedSurname);
    }
    [[nodiscard]] bool givenSimilarTo(const Names &record) const
    {
        return similar(given, record.given) || similar(given, record.usedGiven);
    }
};

bool oneOfThreeDiffers(QDate a, QDate b)
{
    return int(a.day() != b.day()) + int(a.month() != b.month()) + int(a.year() != b.year()) == 1;
}

} // namespace

std::optional<Closeness> closenessOf(const identity::StrictTraits &traits,
                                     const PatientSummary &record)
{
    const Names asked{
        letters(traits.surname().text()), letters(traits.firstGivenName().text()), {}, {}};
    const Names known{letters(record.birthSurname), letters(record.firstGivenName),
                      letters(record.usedSurname), letters(record.usedGivenName)};
    const QDate birth = traits.birthDate().date();
    if (birth == record.birthDate) {
        if (asked.sameAs(known))
            return Closeness::SameTraits;
        if (asked.swappedFrom(known))
            return Closeness::SwappedNames;
        if (asked.similarTo(known))
            return Closeness::SimilarName;
        return std::nullopt;
    }
    const bool transposed = QDate(birth.year(), birth.day(), birth.month()) == record.birthDate;
    if (transposed && asked.similarTo(known) && asked.givenSimilarTo(known))
        return Closeness::TransposedBirthDate;
    if (asked.sameAs(known) && oneOfThreeDiffers(birth, record.birthDate))
        return Closeness::SimilarBirthDate;
    return std::nullopt;
}

} // namespace ambroise::patient
