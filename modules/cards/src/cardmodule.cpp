// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardholder.h>
#include <ambroise/cards/cardreader.h>
#include <ambroise/crypto/hash.h>

#include "cardsecret.h"
#include "certificate.h"
#include "pkcs11.h"

namespace ambroise::cards {

namespace {

constexpr qsizetype shortestSalt = 16;

std::optional<int> triesLeft(PinState state)
{
    switch (state) {
    case PinState::Locked:
        return 0;
    case PinState::LastTry:
        return 1;
    case PinState::Few:
    case PinState::Ok:
        break;
    }
    return {};
}

//! A certificate that cannot be read leaves the card without one: unlock() will say it.
void describe(CardInfo &card, const QByteArray &der)
{
    const auto x509 = parseCertificate(der);
    const auto holder = CardHolder::fromCertificate(der);
    if (!x509.ok() || !holder.ok())
        return;
    card.certificateDer = der;
    card.certificateFingerprint = crypto::sha256(der);
    card.certificateExpiry = endOfValidity(**x509).toLocalTime().date();
    card.holderName = holder->name();
    card.professionalId = holder->professionalId;
    card.isTest = holder->isTest;
}

Error afterWrongPin(PinState state)
{
    switch (state) {
    case PinState::Ok:
        break;
    case PinState::Few:
        return {ErrorCode::Denied, u"card.pin_low"_qs, {}};
    case PinState::LastTry:
        return {ErrorCode::Denied, u"card.pin_last_try"_qs, {}};
    case PinState::Locked:
        return {ErrorCode::Denied, u"card.pin_locked"_qs, {}};
    }
    return {ErrorCode::Denied, u"card.pin_wrong"_qs, {}};
}

//! What can be refused without spending one of the card's tries.
Status checkPin(const p11::Token &token, const Pin &pin)
{
    if (token.pinState() == PinState::Locked)
        return afterWrongPin(PinState::Locked);
    const auto size = CK_ULONG(pin.digits().size());
    const bool fits = size == 0 ? token.pinOnReader()
                                : size >= token.shortestPin &&
                                      (token.longestPin == 0 || size <= token.longestPin);
    if (!fits)
        return Error{ErrorCode::Invalid, u"card.pin_shape"_qs, {}};
    return done();
}

Result<X509Ptr> usable(const QByteArray &der, const QDateTime &now)
{
    auto x509 = parseCertificate(der);
    if (!x509.ok())
        return Error{ErrorCode::NotFound, u"card.no_certificate"_qs, u"unreadable"_qs};
    const QDateTime end = endOfValidity(**x509);
    if (!end.isValid() || now > end)
        return Error{ErrorCode::Denied, u"card.expired"_qs, {}};
    if (!hasRsaKey(**x509))
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"no RSA"_qs};
    return x509;
}

Status outcomeOfLogin(CK_RV answer, const p11::Library &library, const p11::Token &token)
{
    switch (answer) {
    case CKR_OK:
        return done();
    case CKR_PIN_LOCKED:
        return afterWrongPin(PinState::Locked);
    case CKR_PIN_INCORRECT: {
        const auto after = library.token(token.slot);
        return afterWrongPin(after ? after->pinState() : PinState::Ok);
    }
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return Error{ErrorCode::Invalid, u"card.pin_shape"_qs, {}};
    case CKR_PIN_EXPIRED:
        return Error{ErrorCode::Denied, u"card.pin_expired"_qs, {}};
    case CKR_FUNCTION_CANCELED:
    case CKR_FUNCTION_REJECTED:
        return Error{ErrorCode::Cancelled, u"card.pin_cancelled"_qs, {}};
    default:
        return p11::errorOf(answer, "C_Login");
    }
}

CardSighting sightingOf(const p11::Token &token)
{
    return {token.slot,  token.reader,     token.serial,
            token.label, token.pinState(), token.pinOnReader()};
}

} // namespace

CardModule::CardModule(std::unique_ptr<p11::Library> library)
    : m_library(std::move(library))
{
}

CardModule::~CardModule() = default;
CardModule::CardModule(CardModule &&) noexcept = default;
CardModule &CardModule::operator=(CardModule &&) noexcept = default;

Result<CardModule> CardModule::load(const QString &path)
{
    AMBROISE_TRY(auto library, p11::Library::open(path));
    return CardModule(std::move(library));
}

Result<ReaderScan> CardModule::scan()
{
    AMBROISE_TRY(const auto readers, m_library->readers());
    ReaderScan scan{int(readers.size()), {}};
    for (const CK_SLOT_ID reader : readers) {
        if (const auto token = m_library->token(reader))
            scan.cards << sightingOf(*token);
    }
    return scan;
}

Result<CardInfo> CardModule::read(const CardSighting &card)
{
    CardInfo info;
    info.reader = card.reader;
    info.serial = card.serial;
    info.label = card.label;
    info.pin = card.pin;
    info.triesLeft = triesLeft(card.pin);
    info.pinOnReader = card.pinOnReader;
    AMBROISE_TRY(const p11::Session session, p11::Session::open(*m_library, card.slot));
    AMBROISE_TRY(const auto certificate, authenticationCertificate(session));
    if (certificate)
        describe(info, certificate->der);
    return info;
}

Result<QList<CardInfo>> CardModule::cards()
{
    AMBROISE_TRY(const auto found, scan());
    QList<CardInfo> cards;
    for (const CardSighting &card : found.cards) {
        const auto info = read(card);
        if (info.ok())
            cards << *info;
        else if (info.error().subject != u"card.removed")
            return info.error();
    }
    return cards;
}

Result<p11::Token> CardModule::find(const QString &serial) const
{
    AMBROISE_TRY(const auto readers, m_library->readers());
    for (const CK_SLOT_ID reader : readers) {
        if (const auto token = m_library->token(reader); token && token->serial == serial)
            return *token;
    }
    return Error{ErrorCode::Unavailable, u"card.none"_qs, {}};
}

template <class Work>
auto CardModule::present(const p11::Token &token, Work work) const -> decltype(work())
{
    auto result = work();
    if (result.ok() || result.error().subject != u"card.failure" || find(token.serial).ok())
        return result;
    // Each library has its own way of saying that a card has left in the middle.
    return Error{ErrorCode::Unavailable, u"card.removed"_qs, result.error().detail};
}

Result<QByteArray> CardModule::signatureCertificate(const QString &serial)
{
    AMBROISE_TRY(const auto token, find(serial));
    return present(token, [&]() -> Result<QByteArray> {
        AMBROISE_TRY(const p11::Session session, p11::Session::open(*m_library, token.slot));
        AMBROISE_TRY(const auto certificate, cards::signatureCertificate(session));
        if (!certificate)
            return Error{ErrorCode::NotFound, u"card.no_signature"_qs, {}};
        return certificate->der;
    });
}

Result<QByteArray> CardModule::sign(const QString &serial, const Pin &pin,
                                    const QByteArray &message, const QDateTime &now)
{
    AMBROISE_TRY(const auto token, find(serial));
    return present(token, [&]() -> Result<QByteArray> {
        AMBROISE_CHECK(checkPin(token, pin));
        AMBROISE_TRY(auto session, p11::Session::open(*m_library, token.slot));
        AMBROISE_TRY(const auto certificate, cards::signatureCertificate(session));
        if (!certificate)
            return Error{ErrorCode::NotFound, u"card.no_signature"_qs, {}};
        AMBROISE_TRY(const X509Ptr x509, usable(certificate->der, now));
        AMBROISE_CHECK(outcomeOfLogin(session.login(pin.digits()), *m_library, token));
        return cardSignature(session, *certificate, *x509, message);
    });
}

Result<crypto::SecretBytes> CardModule::unlock(const QString &serial, const Pin &pin,
                                               const QByteArray &salt, const QDateTime &now)
{
    if (salt.size() < shortestSalt)
        return Error{ErrorCode::Invalid, u"card.salt"_qs, {}};
    AMBROISE_TRY(const auto token, find(serial));
    return present(token, [&] { return unlockPresent(token, pin, salt, now); });
}

Result<crypto::SecretBytes> CardModule::unlockPresent(const p11::Token &token, const Pin &pin,
                                                      const QByteArray &salt,
                                                      const QDateTime &now) const
{
    AMBROISE_CHECK(checkPin(token, pin));
    AMBROISE_TRY(auto session, p11::Session::open(*m_library, token.slot));
    AMBROISE_TRY(const auto certificate, authenticationCertificate(session));
    if (!certificate)
        return Error{ErrorCode::NotFound, u"card.no_certificate"_qs, {}};
    AMBROISE_TRY(const X509Ptr x509, usable(certificate->der, now));
    AMBROISE_CHECK(outcomeOfLogin(session.login(pin.digits()), *m_library, token));
    return cardSecret(session, *certificate, *x509, salt);
}

} // namespace ambroise::cards
