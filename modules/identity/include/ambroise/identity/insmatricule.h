// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/identity/sex.h>

namespace ambroise::identity {

//! A matricule INS (NIR or NIA): 13 characters and their key.
//! Source: décret 82-103 art. 4; key = 97 - (number mod 97), with 2A and 2B read as 19 and 18.
class InsMatricule {
public:
    //! As somebody typed it: spaces, dots, hyphens and case do not count, the key must be right.
    //! Errors: Invalid "ins.length" (not 15 characters), "ins.format", "ins.checksum".
    static Result<InsMatricule> parse(QStringView text);
    //! As INSi gave it: a wrong key is kept, because what INSi holds is never refused (see
    //! hasRightKey). Errors: Invalid "ins.length", "ins.format".
    static Result<InsMatricule> fromInsi(QStringView text);

    [[nodiscard]] QString number() const { return m_digits.left(13); }
    [[nodiscard]] QString key() const { return m_digits.right(2); }
    [[nodiscard]] const QString &toString() const { return m_digits; } //!< the 15 characters
    [[nodiscard]] QString grouped() const;                             //!< "2 58 03 63 113 981 55"
    [[nodiscard]] QString masked() const; //!< the only form allowed in a log
    [[nodiscard]] bool hasRightKey() const;

    friend auto operator<=>(const InsMatricule &, const InsMatricule &) = default;

private:
    explicit InsMatricule(QString digits)
        : m_digits(std::move(digits))
    {
    }
    QString m_digits;
};

//! The key of 13 characters of the right form; empty for others.
[[nodiscard]] QString keyOf(QStringView number);

//! What a matricule says. For warnings only: it may disagree with the present civil status, and no
//! trait is ever made of it.
struct InsCheck {
    bool valid = false;
    QString why{};         //!< the error's subject where not valid
    QString number{};      //!< empty where the form is wrong, as all that follows
    QString key{};         //!< as written
    QString expectedKey{}; //!< as computed
    std::optional<Sex> sex{};
    std::optional<int> year{};  //!< 0 to 99: the century is not in the number
    std::optional<int> month{}; //!< none for the pseudo-months of civil status not known
    QString place{}; //!< code of the commune ("51215", "2A020", "97106") or the country ("99350")

    static InsCheck of(QStringView text);
};

} // namespace ambroise::identity
