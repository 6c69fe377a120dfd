// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/cardreader.h>
#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <p11-kit/pkcs11.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

//! The few calls of PKCS#11 2.40 that the cards need, each of which may fail and says so. Not made
//! with libp11, whose version 0.4.12 waits for ever where a card is taken out before its first
//! session, and takes "already logged in" for a right code (README).
namespace ambroise::cards::p11 {

//! The Error of CardModule for a return value other than CKR_OK.
Error errorOf(CK_RV value, const char *call);

//! The card in a slot.
struct Token {
    CK_SLOT_ID slot = 0;
    QString reader;
    QString serial;
    QString label;
    CK_FLAGS flags = 0;
    CK_ULONG shortestPin = 0;
    CK_ULONG longestPin = 0;

    [[nodiscard]] PinState pinState() const;
    [[nodiscard]] bool pinOnReader() const { return flags & CKF_PROTECTED_AUTHENTICATION_PATH; }
};

//! A loaded and initialised library; finalised and unloaded at the end.
class Library {
public:
    //! Error: Unavailable "card.module".
    static Result<std::unique_ptr<Library>> open(const QString &path);
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    //! The readers. Error: "card.module", because without this list nothing works.
    Result<QList<CK_SLOT_ID>> readers() const;
    //! The card there; none where it is absent, does not answer, or was never personalised.
    [[nodiscard]] std::optional<Token> token(CK_SLOT_ID slot) const;
    [[nodiscard]] CK_FUNCTION_LIST &call() const { return *m_functions; }

private:
    struct Unload {
        void operator()(void *handle) const;
    };
    using Handle = std::unique_ptr<void, Unload>;

    Library(Handle handle, CK_FUNCTION_LIST *functions);
    Status initialise();

    Handle m_handle;
    CK_FUNCTION_LIST *m_functions;
    bool m_initialised = false;
};

//! A session with one card; logged out and closed at the end.
class Session {
public:
    static Result<Session> open(const Library &library, CK_SLOT_ID slot);
    ~Session();
    Session(Session &&other) noexcept;
    Session &operator=(Session &&) = delete;

    //! At most 64.
    Result<QList<CK_OBJECT_HANDLE>> find(QList<CK_ATTRIBUTE> like) const;
    //! Empty where the object has no such attribute.
    Result<QByteArray> attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;

    //! Whatever the card answers: the caller knows what a wrong code means. Logs out first, because
    //! a card that is already logged in compares nothing.
    CK_RV login(QByteArrayView pin);
    //! RSA PKCS#1 v1.5 with SHA-256.
    Result<crypto::SecretBytes> sign(CK_OBJECT_HANDLE key, QByteArrayView message) const;

private:
    Session(const Library &library, CK_SESSION_HANDLE handle);
    Status beginSigning(CK_OBJECT_HANDLE key, CK_MECHANISM_TYPE mechanism) const;

    const Library *m_library;
    CK_SESSION_HANDLE m_handle;
    bool m_loggedIn = false;
};

} // namespace ambroise::cards::p11
