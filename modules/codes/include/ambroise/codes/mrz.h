// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/partialdate.h>
#include <ambroise/core/result.h>

#include <QStringList>

#include <optional>

namespace ambroise::codes {

//! How the lines of a machine readable zone are laid out (ICAO Doc 9303, parts 4 to 6).
enum class MrzFormat {
    Td1,  //!< three lines of 30: the French identity card of 2021, residence permits
    Td2,  //!< two lines of 36: older residence permits, identity cards of other countries
    Td3,  //!< two lines of 44: passports
    IdFra //!< two lines of 36 of France's own: its identity cards until 2021
};

//! "TD1", "TD2", "TD3", "IDFRA": stable, for files and JSON.
[[nodiscard]] QLatin1String nameOf(MrzFormat format);

//! Which check digits agree (weights 7, 3, 1; modulo 10); none where the format has no such digit.
struct MrzChecks {
    bool number = false;
    bool birth = false;
    std::optional<bool> expiry{};
    std::optional<bool> optional{}; //!< the optional data of a passport
    bool composite = false;

    [[nodiscard]] bool allRight() const
    {
        return number && birth && expiry.value_or(true) && optional.value_or(true) && composite;
    }
    friend bool operator==(const MrzChecks &, const MrzChecks &) = default;
};

//! What the machine readable zone of an identity document says, and whether its digits agree.
//!
//! It pre-fills and compares, and proves nothing. Hyphens are spaces there and apostrophes nothing,
//! the birthplace is absent, a foreign surname may be that of a marriage, and the given names are
//! those that found room: never the list of civil registration.
struct Mrz {
    MrzFormat format = MrzFormat::Td1;
    QStringList lines{}; //!< as they count: capitals, "<" for what is empty, repaired if `repaired`
    QString documentCode{}; //!< "ID", "P", "TR"…
    QString issuer{};       //!< three letters, or one: "FRA", "D"
    QString nationality{};  //!< the same; "FRA" for IDFRA, which does not tell it
    QString surname{};
    QStringList givenNames{};
    //! The field is full to its end: the rest of the name, or other names, may have found no room.
    bool surnameMayBeCut = false;
    bool givenNamesMayBeCut = false;
    QString number{};
    QString issuingOffice{}; //!< IDFRA alone
    QString sex{};           //!< "M", "F"; empty where the document does not tell
    //! In the past, the latest century that fits. None where it is unknown or no date.
    std::optional<PartialDate> birth{};
    std::optional<PartialDate> expiry{}; //!< IDFRA has none
    MrzChecks checks{};
    //! Some characters were read as the ones that look like them, which made every check right.
    bool repaired = false;
    //! What makes it not valid: "mrz.check.number", "mrz.check.birth", "mrz.check.expiry",
    //! "mrz.check.optional", "mrz.check.composite", "mrz.date.birth", "mrz.date.expiry" (no such
    //! date), "mrz.sex", "mrz.name" (no surname), "mrz.zone" (a digit in a name, a letter in a
    //! number).
    QStringList faults{};
    //! What a person should know: "mrz.repaired", "mrz.cut", "mrz.expired".
    QStringList remarks{};

    [[nodiscard]] bool isValid() const { return faults.isEmpty(); }

    //! From what was typed, scanned or recognised: any line ends, blanks and small letters do not
    //! count, « is <<, lines may be glued (72, 88 or 90 characters) or stand among other lines.
    //! `today` chooses the centuries. Letters and digits that look alike (O 0, I 1, B 8, S 5, Z 2)
    //! are exchanged only where the format wants the other kind, and only if everything is right
    //! then. Thread-safe.
    //!
    //! Errors, all Invalid: "mrz.empty"; "mrz.length" (no lines of a known format); "mrz.character"
    //! (other than letters, digits and <); "mrz.visa"; "mrz.driving_licence" (no identity
    //! document).
    static Result<Mrz> parse(QStringView text, QDate today);

    friend bool operator==(const Mrz &, const Mrz &) = default;
};

} // namespace ambroise::codes
