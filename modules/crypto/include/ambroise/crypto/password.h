// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QString>
#include <QStringList>

namespace ambroise::crypto {

//! How hard a password is to guess, and what would make it better.
struct PasswordStrength {
    int score = 0;     //!< 0 refused, 1 weak, 2 fair, 3 good, 4 excellent
    QStringList hints; //!< stable subjects, the gravest first
    double bits = 0;   //!< estimated guesses, as a power of two
};

//! Which passwords may be chosen: twelve characters or more, not well known, not the user's or the
//! practice's name. No class of characters is demanded (CNIL, délibération 2022-100; NIST SP
//! 800-63B): four ordinary words are a good password.
//!
//! Hints that refuse: "password.short", "password.long" (above 1024), "password.common",
//! "password.contains_name", "password.repeats", "password.sequence". A hint that only advises:
//! "password.more_words".
class PasswordRules {
public:
    static constexpr qsizetype minimumLength = 12;
    static constexpr qsizetype maximumLength = 1024;

    //! `context`: the login, the user's names, the practice's name.
    [[nodiscard]] static PasswordStrength estimate(QStringView password,
                                                   const QStringList &context);
    //! Invalid, with the gravest hint that refuses.
    static Status accept(QStringView password, const QStringList &context);
};

//! A password as bytes: NFKC in UTF-8, the same whether é was typed as one character or two.
[[nodiscard]] SecretBytes passwordBytes(const QString &password);

} // namespace ambroise::crypto
