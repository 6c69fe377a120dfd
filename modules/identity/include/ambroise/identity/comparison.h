// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/traits.h>

#include <array>

namespace ambroise::identity {

//! The strict traits that are compared.
enum class Trait { Surname, GivenNameList, DateOfBirth, CivilSex, PlaceOfBirth };
inline constexpr std::array allTraits = {Trait::Surname, Trait::GivenNameList, Trait::DateOfBirth,
                                         Trait::CivilSex, Trait::PlaceOfBirth};
[[nodiscard]] QString code(Trait trait); //!< "surname", "given_names", "birth_date"; stable

//! How one trait of a source stands to the reference.
enum class Agreement {
    Equal,     //!< the same, letter for letter
    Close,     //!< differs in nothing that civil registration means: see `Nuance`
    Different, //!< does not: no qualification
    Absent,    //!< one of them does not tell it
};
[[nodiscard]] QString code(Agreement agreement); //!< "equal", "close", "different", "absent"

//! In what a close trait differs; what the screen says beside it.
enum class Nuance {
    None,
    Writing,      //!< hyphen, apostrophe, space, diacritics, case
    ShorterList,  //!< given names: the source has the beginning of the list
    LongerList,   //!< given names: the source goes on where the reference ends
    CutOff,       //!< a document's field was full
    Interpreted,  //!< same known part of a date that is interpreted
    PlaceByName,  //!< a town's name on the document, a code in the reference
    DistrictCode, //!< 75056 and 75101: a city and its arrondissement
};

//! Traits as a source tells them: INSi, the record, a document. What it does not tell is empty.
struct ToldTraits {
    QString surname{};
    QString givenNames{};
    QString birthDate{};        //!< AAAA-MM-JJ; 00 for what is unknown
    QString sex{};              //!< M, F
    QString birthPlace{};       //!< code of the COG
    QString birthPlaceName{};   //!< as a document writes it
    bool namesMayBeCut = false; //!< MRZ, 2D-Doc: a field has an end

    [[nodiscard]] static ToldTraits of(const StrictTraits &traits);
    //! The same as strict traits: names repaired, a date that is not whole interpreted, a sex that
    //! is not told indeterminate. The first given name is the first word of the list where
    //! `firstGivenName` does not begin it. Errors: those of the values, for what no rule allows.
    [[nodiscard]] Result<StrictTraits> strict(const QString &firstGivenName = {}) const;
    friend bool operator==(const ToldTraits &, const ToldTraits &) = default;
};

struct ComparedTrait {
    Trait trait = Trait::Surname;
    Agreement agreement = Agreement::Absent;
    Nuance nuance = Nuance::None;

    friend bool operator==(const ComparedTrait &, const ComparedTrait &) = default;
};

//! A source held against the reference (INSi's traits where there are any, else the record's),
//! trait by trait. Source: RNIV EXI PP 19, guide §2.4.
class Comparison {
public:
    [[nodiscard]] static Comparison of(const ToldTraits &reference, const ToldTraits &source);

    [[nodiscard]] const ComparedTrait &at(Trait trait) const { return m_traits.at(size_t(trait)); }
    [[nodiscard]] const std::array<ComparedTrait, 5> &traits() const { return m_traits; }
    //! Every trait equal.
    [[nodiscard]] bool isEqual() const;
    //! Nothing differs, and nothing but the birth place is missing: documents name a town and have
    //! no code.
    [[nodiscard]] bool isCompatible() const;

private:
    std::array<ComparedTrait, 5> m_traits;
};

} // namespace ambroise::identity
