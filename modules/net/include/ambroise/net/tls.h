// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <memory>
#include <optional>

namespace ambroise::net {

class CardTlsKey;

//! What a client shows of itself: a certificate, those above it, and the key that proves it. A
//! cheap value.
class ClientCredential {
public:
    //! `chain`: the client's certificate first. `passphrase`: of a key that is encrypted. Errors:
    //! Corrupt "net.credential" (no certificate, no key), Denied "net.passphrase", Invalid
    //! "net.credential_pair" (the key is another certificate's).
    static Result<ClientCredential> fromPem(const QByteArray &chain, const crypto::SecretBytes &key,
                                            const crypto::SecretBytes &passphrase = {});
    //! The same, of a .p12 or .pfx file.
    static Result<ClientCredential> fromPkcs12(const QByteArray &file,
                                               const crypto::SecretBytes &passphrase);
    //! The key stays on the card.
    static ClientCredential fromCard(std::shared_ptr<const CardTlsKey> key);

    [[nodiscard]] const QSslCertificate &certificate() const { return m_chain.first(); }
    [[nodiscard]] bool isOnCard() const { return m_card != nullptr; }

private:
    friend QSslConfiguration configurationOf(const QList<QSslCertificate> &,
                                             const std::optional<ClientCredential> &);
    ClientCredential() = default;

    QList<QSslCertificate> m_chain;
    QSslKey m_key;
    std::shared_ptr<const CardTlsKey> m_card;
};

//! TLS 1.2 or later; the server must show a certificate for the name that was called, issued by one
//! of `anchors` (RFC 6125). The system's own authorities count only where they are among these.
[[nodiscard]] QSslConfiguration configurationOf(const QList<QSslCertificate> &anchors,
                                                const std::optional<ClientCredential> &credential);

//! The certificates of a PEM file, one after the other. Error: Corrupt "net.anchors" where it has
//! none.
Result<QList<QSslCertificate>> anchorsFromPem(const QByteArray &pem);

} // namespace ambroise::net
