// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/birthdate.h>
#include <ambroise/identity/names.h>
#include <ambroise/identity/sex.h>

namespace ambroise::identity {

//! Where somebody was born: the code of the INSEE COG that held on that day, or 99ppp for a country
//! (guide EXI ID 14). Both parts may be unknown.
class BirthPlace {
public:
    BirthPlace() = default;
    //! `label` is what a person reads. Error: Invalid "birthplace.code".
    static Result<BirthPlace> make(QStringView code, const QString &label);

    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QString &label() const { return m_label; }

    friend bool operator==(const BirthPlace &, const BirthPlace &) = default;

private:
    QString m_code;
    QString m_label;
};

//! The five strict traits of an identity; the first given name is consistent with the list.
class StrictTraits {
public:
    struct Parts {
        BirthSurname surname;
        GivenNames givenNames;
        GivenNames firstGivenName;
        BirthDate birthDate;
        Sex sex = Sex::Indeterminate;
        BirthPlace birthPlace{};
    };
    //! Error: Invalid "identity.first_given_name" (not the beginning of the list; guide EXI ID 10).
    static Result<StrictTraits> make(Parts parts);

    [[nodiscard]] const BirthSurname &surname() const { return m_parts.surname; }
    [[nodiscard]] const GivenNames &givenNames() const { return m_parts.givenNames; }
    [[nodiscard]] const GivenNames &firstGivenName() const { return m_parts.firstGivenName; }
    [[nodiscard]] const BirthDate &birthDate() const { return m_parts.birthDate; }
    [[nodiscard]] Sex sex() const { return m_parts.sex; }
    [[nodiscard]] const BirthPlace &birthPlace() const { return m_parts.birthPlace; }

    //! Equal but for the first given name, which stays free whatever the status (EXI ID 10), and
    //! the words for the place.
    [[nodiscard]] bool sameStrict(const StrictTraits &other) const;

    friend bool operator==(const StrictTraits &a, const StrictTraits &b)
    {
        return a.sameStrict(b) && a.firstGivenName() == b.firstGivenName() &&
               a.birthPlace() == b.birthPlace();
    }

private:
    explicit StrictTraits(Parts parts)
        : m_parts(std::move(parts))
    {
    }
    Parts m_parts;
};

} // namespace ambroise::identity
