// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

namespace ambroise::prescription {

//! The number of an ordonnance, unique in the world and made without a network: 17 random
//! characters of Crockford's base 32 and a check character (Luhn's method, modulo 32) that catches
//! a mistyped one and two exchanged neighbours.
class OrdonnanceNumber {
public:
    [[nodiscard]] static OrdonnanceNumber generate();
    //! Case, spaces and hyphens do not count; O is 0, I and L are 1. Errors: Invalid
    //! "number.shape", "number.check".
    static Result<OrdonnanceNumber> parse(QStringView text);

    [[nodiscard]] const QString &value() const { return m_text; } //!< 18 characters
    [[nodiscard]] QString grouped() const;                        //!< "01S2 TBPZ 2JCN ZZYG HZ"

    friend auto operator<=>(const OrdonnanceNumber &, const OrdonnanceNumber &) = default;

private:
    explicit OrdonnanceNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace ambroise::prescription
