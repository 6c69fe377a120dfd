// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/pin.h>
#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace ambroise::cards {

namespace p11 {
class Library;
struct Token;
} // namespace p11

//! What a card tells of its code. PKCS#11 has three flags and no number.
enum class PinState {
    Ok,      //!< nothing to tell
    Few,     //!< a wrong code was given since the last right one
    LastTry, //!< one more wrong code blocks the card
    Locked   //!< blocked: CPS-Gestion and the PUK, or a new card
};

//! A card that stands in a reader, as it can be known without its code.
struct CardInfo {
    QString reader;
    QString serial; //!< names the card in every call
    QString label;
    QString holderName;                //!< empty without a certificate, as all that follows
    QString professionalId;            //!< RPPS or ADELI; CardHolder::fromCertificate knows more
    bool isTest = false;               //!< a test card of the ANS
    QByteArray certificateDer;         //!< of authentication
    QByteArray certificateFingerprint; //!< SHA-256, 32 bytes
    QDate certificateExpiry;           //!< last day of validity, local time
    PinState pin = PinState::Ok;
    std::optional<int> triesLeft; //!< 1 and 0 for LastTry and Locked; else not known
    bool pinOnReader = false;     //!< the code may be typed on the reader: Pin::onReader()

    friend bool operator==(const CardInfo &, const CardInfo &) = default;
};

//! A card as a scan sees it, without having read its certificate.
struct CardSighting {
    quint64 slot = 0;
    QString reader;
    QString serial;
    QString label;
    PinState pin = PinState::Ok;
    bool pinOnReader = false;
};

struct ReaderScan {
    int readers = 0; //!< with or without a card
    QList<CardSighting> cards;
};

//! A PKCS#11 library, the Cryptolib CPS in real life, and the cards that it reaches. Every call may
//! take seconds: CardMonitor calls from a thread of its own. One thread at a time; one object per
//! library and process, because PKCS#11 has one state per process.
//!
//! Errors of every call:
//! - Unavailable "card.module": the library is missing, is no PKCS#11 library, or failed as a
//! whole;
//!   load it anew, later;
//! - Unavailable "card.none": no such card in any reader;
//! - Unavailable "card.removed": the card was taken out, or its reader unplugged, meanwhile;
//! - Unavailable "card.failure": the card answers with an error of its own (detail has the CKR
//! code).
class CardModule {
public:
    //! `path` as dlopen takes it: /opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so.
    static Result<CardModule> load(const QString &path);
    ~CardModule();
    CardModule(CardModule &&) noexcept;
    CardModule &operator=(CardModule &&) noexcept;

    //! What is there; cheap enough to be asked twice a second. A card that does not answer is not
    //! there.
    Result<ReaderScan> scan();
    //! Reads that card's certificate.
    Result<CardInfo> read(const CardSighting &card);
    //! scan() and read() of each; a card that leaves meanwhile is left out.
    Result<QList<CardInfo>> cards();

    //! The card's secret for `salt` (16 bytes or more): 32 bytes that only this card can make, the
    //! same each time, others for another salt (README). The code is always verified by the card,
    //! and the card is logged out again whatever happens. Errors, besides those above:
    //! - Denied "card.pin_wrong", "card.pin_low", "card.pin_last_try", "card.pin_locked": the state
    //!   of the card after a wrong code, or before any was tried (the last one);
    //! - Denied "card.pin_expired": it must be changed with the card's own tool;
    //! - Invalid "card.pin_shape": the card takes no code of that length; it was not tried;
    //! - Cancelled "card.pin_cancelled": on the reader's keypad;
    //! - NotFound "card.no_certificate"; Denied "card.expired" at `now`;
    //! - Invalid "card.key": no RSA key that goes with the certificate. ECDSA never signs twice the
    //!   same and cannot serve;
    //! - Invalid "card.salt".
    Result<crypto::SecretBytes> unlock(const QString &serial, const Pin &pin,
                                       const QByteArray &salt, const QDateTime &now);

    //! Of legal signatures (CKA_ID ending in 0x10), DER. Error: NotFound "card.no_signature".
    Result<QByteArray> signatureCertificate(const QString &serial);
    //! RSA PKCS#1 v1.5 with SHA-256 of `message`, by the key of that certificate, which has
    //! verified it; never by the key of authentication. Errors: NotFound "card.no_signature", and
    //! those of unlock() but for the salt's.
    Result<QByteArray> sign(const QString &serial, const Pin &pin, const QByteArray &message,
                            const QDateTime &now);

private:
    explicit CardModule(std::unique_ptr<p11::Library> library);
    Result<p11::Token> find(const QString &serial) const;
    template <class Work>
    auto present(const p11::Token &token, Work work) const -> decltype(work());
    Result<crypto::SecretBytes> unlockPresent(const p11::Token &token, const Pin &pin,
                                              const QByteArray &salt, const QDateTime &now) const;

    std::unique_ptr<p11::Library> m_library;
};

} // namespace ambroise::cards
