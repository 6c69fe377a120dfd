// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace ambroise::net {

//! A card's key of authentication as OpenSSL takes it, by libp11: the card signs each TLS
//! handshake, the key never leaves it. The card stays logged in as long as this lives.
//!
//! One at a time in a process, and not beside a cards::CardMonitor of the same library: PKCS#11 has
//! one state per process, which libp11 ends with this object (README).
class CardTlsKey {
public:
    //! Blocks while the card works: call it from a thread that may wait. `code`: the card's, 4 to
    //! 16 digits. The key is the one of the certificate whose CKA_ID ends in 0x20. Errors:
    //! Unavailable "card.module", "card.none"; Denied "card.pin_wrong" (libp11 tells no more);
    //! Invalid "card.key" (no RSA key for authentication).
    static Result<std::shared_ptr<const CardTlsKey>>
    open(const QString &modulePath, const QString &serial, const crypto::SecretBytes &code);
    ~CardTlsKey();
    CardTlsKey(const CardTlsKey &) = delete;
    CardTlsKey &operator=(const CardTlsKey &) = delete;

    [[nodiscard]] const QSslCertificate &certificate() const;
    //! Valid as long as this object; configurationOf() takes no part of it: keep it as long as the
    //! client that uses it.
    [[nodiscard]] QSslKey key() const;

private:
    struct State;
    explicit CardTlsKey(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace ambroise::net
