// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatescore.h"

#include <algorithm>
#include <array>

namespace ambroise::patient {
namespace {

//! What each sign is worth. Families share what only confirms: all of it together does not make a
//! pair of twins.
constexpr std::array<int, 14> worth = {90, 85, 45, 60, 45, 80, 95, 10, 10, 10, 10, -45, -30, -15};
constexpr int sameGivenName = 40;
constexpr int similarGivenName = 25;

int worthOf(DuplicateSign sign)
{
    return worth.at(size_t(sign));
}

DuplicateSign signOf(Closeness closeness)
{
    switch (closeness) {
    case Closeness::SameTraits:
        return DuplicateSign::SameTraits;
    case Closeness::SwappedNames:
        return DuplicateSign::SwappedNames;
    case Closeness::SimilarName:
        return DuplicateSign::SimilarNames;
    case Closeness::TransposedBirthDate:
        return DuplicateSign::TransposedBirthDate;
    case Closeness::SimilarBirthDate:
        break;
    }
    return DuplicateSign::SimilarBirthDate;
}

//! Used names count on both sides: the closer reading.
std::optional<Closeness> closest(const ComparedPerson &a, const ComparedPerson &b)
{
    const auto there = closenessOf(a, b);
    const auto back = closenessOf(b, a);
    if (there && back)
        return std::min(*there, *back);
    return there ? there : back;
}

bool shareFormerTraits(const ComparedRecord &a, const ComparedRecord &b)
{
    const auto was = [](const ComparedRecord &one, const ComparedRecord &other) {
        return std::any_of(one.former.begin(), one.former.end(),
                           [&other](const ComparedPerson &person) {
                               return closest(person, other.person) == Closeness::SameTraits;
                           });
    };
    return was(a, b) || was(b, a);
}

bool shareFormerIns(const ComparedRecord &a, const ComparedRecord &b)
{
    return a.formerIns.contains(b.matricule) || b.formerIns.contains(a.matricule) ||
           a.formerIns.intersects(b.formerIns);
}

bool sharePhone(const ComparedRecord &a, const ComparedRecord &b)
{
    return std::any_of(a.phones.begin(), a.phones.end(),
                       [&b](const QString &phone) { return b.phones.contains(phone); });
}

bool shareText(const QString &a, const QString &b)
{
    return !a.isEmpty() && a == b;
}

bool areCivil(identity::Sex a, identity::Sex b)
{
    return a != identity::Sex::Indeterminate && b != identity::Sex::Indeterminate;
}

//! The score that is being added up.
class Sum {
public:
    void add(DuplicateSign sign, bool holds)
    {
        if (!holds)
            return;
        m_score.score += worthOf(sign);
        m_score.signs << sign;
    }
    void addGivenNames(const ComparedPerson &a, const ComparedPerson &b)
    {
        if (shareText(a.given, b.given) || shareText(a.given, b.usedGiven) ||
            shareText(a.usedGiven, b.given))
            m_score.score += sameGivenName;
        else if (similarLetters(a.given, b.given))
            m_score.score += similarGivenName;
        else
            add(DuplicateSign::OtherGivenName, true);
    }
    [[nodiscard]] DuplicateScore score() const
    {
        return {std::clamp(m_score.score, 0, 100), m_score.signs};
    }

private:
    DuplicateScore m_score;
};

//! What the names, the birth date and the history say.
Sum identitySum(const ComparedRecord &a, const ComparedRecord &b)
{
    Sum sum;
    const auto closeness = closest(a.person, b.person);
    if (shareFormerIns(a, b))
        sum.add(DuplicateSign::FormerIns, true);
    else if (closeness != Closeness::SameTraits && shareFormerTraits(a, b))
        sum.add(DuplicateSign::FormerTraits, true);
    else if (closeness)
        sum.add(signOf(*closeness), true);
    if (closeness == Closeness::SimilarName)
        sum.addGivenNames(a.person, b.person);
    return sum;
}

} // namespace

DuplicateScore scoreOf(const ComparedRecord &a, const ComparedRecord &b)
{
    const bool twoPersons =
        !a.matricule.isEmpty() && !b.matricule.isEmpty() && a.matricule != b.matricule;
    if (twoPersons || a.fictive != b.fictive)
        return {};
    Sum sum = identitySum(a, b);
    if (sum.score().signs.isEmpty())
        return {}; // what families share alone says nothing
    const bool placesKnown = !a.place.isEmpty() && !b.place.isEmpty();
    sum.add(DuplicateSign::SamePlace, placesKnown && a.place == b.place);
    sum.add(DuplicateSign::OtherPlace, placesKnown && a.place != b.place);
    sum.add(DuplicateSign::SamePhone, sharePhone(a, b));
    sum.add(DuplicateSign::SameEmail, shareText(a.email, b.email));
    sum.add(DuplicateSign::SameAddress, shareText(a.address, b.address));
    sum.add(DuplicateSign::OtherSex, areCivil(a.sex, b.sex) && a.sex != b.sex);
    return sum.score();
}

Likelihood likelihoodOf(int score)
{
    if (score >= 85)
        return Likelihood::VeryProbable;
    return score >= 65 ? Likelihood::Probable : Likelihood::Possible;
}

} // namespace ambroise::patient
