// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

namespace ambroise::cards {

//! A card's code, on its way to the card: there is one owner, and its memory is overwritten. A code
//! of a wrong shape cannot be built, because the card would count it as a wrong one.
class Pin {
public:
    //! 4 to 16 digits (a CPS has 4). Error: Invalid "card.pin_shape".
    static Result<Pin> parse(QStringView typed);
    //! None: the holder types it on the reader's own keypad, where CardInfo::pinOnReader says so.
    [[nodiscard]] static Pin onReader() { return Pin(); }

    //! ASCII digits; empty for onReader().
    [[nodiscard]] QByteArrayView digits() const { return m_digits.view(); }

private:
    Pin() = default;
    crypto::SecretBytes m_digits;
};

} // namespace ambroise::cards
