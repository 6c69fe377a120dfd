// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/crypto/rsakey.h>
#include <ambroise/net/promised.h>

#include <QByteArray>
#include <QDateTime>
#include <QObject>

namespace ambroise::insi {

//! Whose key signs assertions: that of legal signatures, never that of authentication.
class AssertionSigner {
public:
    virtual ~AssertionSigner() = default;
    //! DER.
    virtual QFuture<Result<QByteArray>> certificate() = 0;
    //! RSA PKCS#1 v1.5 with SHA-256.
    virtual QFuture<Result<QByteArray>> sign(const QByteArray &bytes) = 0;

protected:
    AssertionSigner() = default;
    AssertionSigner(const AssertionSigner &) = default;
    AssertionSigner &operator=(const AssertionSigner &) = default;
};

//! A key in a file: test cards of the ANS exist as such, real ones do not.
class SoftwareSigner final : public AssertionSigner {
public:
    SoftwareSigner(QByteArray certificateDer, crypto::RsaKey key);
    QFuture<Result<QByteArray>> certificate() override;
    QFuture<Result<QByteArray>> sign(const QByteArray &bytes) override;

private:
    QByteArray m_certificate;
    crypto::RsaKey m_key;
};

//! What an assertion says of the professional who asks (SEL-MP-043, mode CPx).
struct Professional {
    QString nationalId{}; //!< IdNat PS: "8" and the RPPS
    QString billingId{};  //!< identifiantFacturation
    QString sector{};     //!< secteurActivite, "SA07"
    QString specialty{};  //!< codeSpecialite, which doctors must give; empty: left out
};

//! The signed SAML 2.0 assertion that goes with each call made with a card. It holds an hour and is
//! made anew five minutes before its end, so that the card's code is asked for once an hour.
class Assertions {
public:
    //! `signer` and `clock` outlive this.
    Assertions(AssertionSigner &signer, Professional professional, const Clock &clock);
    ~Assertions();

    //! Not to be cancelled by whoever asks: another call may wait for the same one. Errors: the
    //! signer's; Corrupt "certificate.format".
    QFuture<Result<QByteArray>> current();
    //! The next one is signed anew: the card left.
    void forget();
    [[nodiscard]] const Professional &professional() const { return m_professional; }

private:
    void make(const net::Promised<QByteArray> &promised);
    void sign(const QByteArray &certificate, const net::Promised<QByteArray> &promised);

    AssertionSigner &m_signer;
    Professional m_professional;
    const Clock &m_clock;
    QFuture<Result<QByteArray>> m_current;
    QDateTime m_until;
    std::unique_ptr<QObject> m_context;
};

} // namespace ambroise::insi
