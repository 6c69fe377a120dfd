// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <optional>

//! Names of civil registration as INSi holds them: capitals without diacritics, space, apostrophe,
//! hyphen. Source: SEL-MP-043 v05 §3.4.1, ANS datamatrix INS v2.2 §5.
namespace ambroise::identity {

enum class NameField {
    BirthSurname, //!< single or double hyphen, may end with a hyphen or an apostrophe
    GivenNames,   //!< single hyphens only, ends with a letter
};

//! What is wrong with a name.
enum class NameFault {
    Empty,
    TooLong,   //!< over 100 characters, what a datamatrix INS holds
    Character, //!< neither A to Z, space, apostrophe nor hyphen
    Beginning, //!< begins with a space or a hyphen
    End,       //!< ends with a space; a given name also with a hyphen or an apostrophe
    Run,       //!< spaces and apostrophes that touch each other, too many hyphens
};

//! "name.character", the subject of the error that tells the fault.
[[nodiscard]] QString subjectOf(NameFault fault);

struct NameVerdict {
    QString value;                    //!< what was judged
    std::optional<NameFault> fault{}; //!< none: valid
    QString offending{};              //!< the characters at fault, for the person who typed

    [[nodiscard]] bool isValid() const { return !fault; }
};

//! Repairs what has one right writing (case, diacritics, ligatures, typographic apostrophes and
//! hyphens, blanks), then judges. Other characters are refused, never dropped.
[[nodiscard]] NameVerdict normalise(NameField field, QStringView text);

//! Judges as it stands: is it a value that INSi could send?
[[nodiscard]] NameVerdict validateStrict(NameField field, QStringView text);

//! The first given name is the beginning of the list, where hyphen and apostrophe count as a space.
//! RNIV EXI SI 29, guide EXI ID 10.
[[nodiscard]] bool firstGivenNameMatches(QStringView list, QStringView first);

//! A name that INSi could send.
template <NameField field>
class StrictName {
public:
    //! Normalises. Error: Invalid, subjectOf(fault).
    static Result<StrictName> parse(QStringView text)
    {
        NameVerdict verdict = normalise(field, text);
        if (verdict.fault)
            return Error{ErrorCode::Invalid, subjectOf(*verdict.fault), {}};
        return StrictName(std::move(verdict.value));
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    friend auto operator<=>(const StrictName &, const StrictName &) = default;

private:
    explicit StrictName(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

using BirthSurname = StrictName<NameField::BirthSurname>;
//! One given name, or several with a space between them, in the order of civil registration.
using GivenNames = StrictName<NameField::GivenNames>;

} // namespace ambroise::identity
