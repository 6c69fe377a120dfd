// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>

#include <memory>

class QIODevice;

namespace ambroise::crypto {

//! 32 bytes (FIPS 180-4).
[[nodiscard]] QByteArray sha256(QByteArrayView data);

//! 32 bytes (RFC 2104, FIPS 198-1).
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

//! In a time that depends on the sizes alone.
[[nodiscard]] bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

//! SHA-256 of what comes piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView piece);
    //! Everything from where the device stands to its end. Error: Unavailable "hash.read".
    Status add(QIODevice &device);
    //! Of all that was added so far; more may be added afterwards.
    [[nodiscard]] QByteArray result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ambroise::crypto
