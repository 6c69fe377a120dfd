// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/net/cardtlskey.h>

#include "openssl.h"

#include <QFile>

#include <libp11.h>

#include <span>

namespace ambroise::net {
namespace {

constexpr unsigned char authenticationId = 0x20;

Error noModule(const char *why)
{
    return {ErrorCode::Unavailable, u"card.module"_qs, QString::fromLatin1(why)};
}

Error noCard(const char *why)
{
    return {ErrorCode::Unavailable, u"card.none"_qs, QString::fromLatin1(why)};
}

bool isForAuthentication(const unsigned char *id, size_t size)
{
    return size > 0 && id[size - 1] == authenticationId;
}

} // namespace

//! Given back in the order that libp11 wants.
struct CardTlsKey::State {
    ~State()
    {
        key.reset();
        if (readers)
            PKCS11_release_all_slots(library, readers, count);
        if (loaded)
            PKCS11_CTX_unload(library);
        PKCS11_CTX_free(library);
        ERR_clear_error();
    }

    Result<PKCS11_SLOT *> find(const QString &serial)
    {
        if (PKCS11_enumerate_slots(library, &readers, &count) != 0)
            return noModule("no readers");
        for (PKCS11_SLOT &reader : std::span(readers, count))
            if (reader.token && QString::fromUtf8(reader.token->serialnr).trimmed() == serial)
                return &reader;
        return noCard("no such card");
    }

    //! The certificate first: with it the key of authentication is known from the others.
    Status take(PKCS11_TOKEN &token)
    {
        PKCS11_CERT *certificates = nullptr;
        unsigned int found = 0;
        if (PKCS11_enumerate_certs(&token, &certificates, &found) != 0)
            return noCard("no list of certificates");
        for (PKCS11_CERT &candidate : std::span(certificates, found)) {
            if (!isForAuthentication(candidate.id, candidate.id_len))
                continue;
            PKCS11_KEY *onCard = PKCS11_find_key(&candidate);
            key.reset(onCard ? PKCS11_get_private_key(onCard) : nullptr);
            certificate = QSslCertificate(derOf(*candidate.x509), QSsl::Der);
            if (key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA)
                return done();
        }
        return Error{ErrorCode::Invalid, u"card.key"_qs, {}};
    }

    PKCS11_CTX *library = PKCS11_CTX_new();
    bool loaded = false;
    PKCS11_SLOT *readers = nullptr;
    unsigned int count = 0;
    EvpKey key;
    QSslCertificate certificate;
};

CardTlsKey::CardTlsKey(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

CardTlsKey::~CardTlsKey() = default;

Result<std::shared_ptr<const CardTlsKey>>
CardTlsKey::open(const QString &modulePath, const QString &serial, const crypto::SecretBytes &code)
{
    auto state = std::make_unique<State>();
    if (PKCS11_CTX_load(state->library, QFile::encodeName(modulePath).constData()) != 0)
        return noModule("not loaded");
    state->loaded = true;
    AMBROISE_TRY(PKCS11_SLOT *const card, state->find(serial));
    QByteArray digits = code.view().toByteArray();
    const bool opened = PKCS11_login(card, 0, digits.constData()) == 0;
    crypto::wipe(digits);
    if (!opened)
        return Error{ErrorCode::Denied, u"card.pin_wrong"_qs, {}};
    AMBROISE_CHECK(state->take(*card->token));
    return std::shared_ptr<const CardTlsKey>(new CardTlsKey(std::move(state)));
}

const QSslCertificate &CardTlsKey::certificate() const
{
    return m_state->certificate;
}

QSslKey CardTlsKey::key() const
{
    EVP_PKEY_up_ref(m_state->key.get()); // QSslKey frees what it was given
    return QSslKey(Qt::HANDLE(m_state->key.get()), QSsl::PrivateKey);
}

} // namespace ambroise::net
