// SPDX-License-Identifier: GPL-3.0-or-later
#include "pkcs11.h"

#include <ambroise/crypto/hash.h>

#include <array>

namespace ambroise::cards::p11 {

namespace {

constexpr CK_ULONG mostObjects = 64;
constexpr CK_ULONG largestAttribute = 64 * 1024;
constexpr qsizetype largestSignature = 1024;

// DigestInfo of SHA-256 before the hash (RFC 8017 §9.2, note 1).
constexpr std::array<unsigned char, 19> sha256Info{0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60,
                                                   0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
                                                   0x01, 0x05, 0x00, 0x04, 0x20};

QByteArray digestInfo(QByteArrayView message)
{
    return QByteArray(reinterpret_cast<const char *>(sha256Info.data()), sha256Info.size()) +
           crypto::sha256(message);
}

CK_BYTE *bytes(const char *data)
{
    // PKCS#11 has no const; what is given to be read is not written.
    return reinterpret_cast<CK_BYTE *>(const_cast<char *>(data));
}

} // namespace

Session::Session(const Library &library, CK_SESSION_HANDLE handle)
    : m_library(&library)
    , m_handle(handle)
{
}

Session::Session(Session &&other) noexcept
    : m_library(std::exchange(other.m_library, nullptr))
    , m_handle(other.m_handle)
    , m_loggedIn(other.m_loggedIn)
{
}

Session::~Session()
{
    if (!m_library)
        return;
    if (m_loggedIn)
        m_library->call().C_Logout(m_handle);
    m_library->call().C_CloseSession(m_handle);
}

Result<Session> Session::open(const Library &library, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE handle = 0;
    const CK_RV answer =
        library.call().C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
    if (answer != CKR_OK)
        return errorOf(answer, "C_OpenSession");
    return Session(library, handle);
}

Result<QList<CK_OBJECT_HANDLE>> Session::find(QList<CK_ATTRIBUTE> like) const
{
    CK_FUNCTION_LIST &call = m_library->call();
    CK_RV answer = call.C_FindObjectsInit(m_handle, like.data(), CK_ULONG(like.size()));
    if (answer != CKR_OK)
        return errorOf(answer, "C_FindObjectsInit");
    QList<CK_OBJECT_HANDLE> found(qsizetype{mostObjects});
    CK_ULONG total = 0;
    CK_ULONG more = 0;
    // A library may give fewer at a time than it is asked for; none is the end.
    do {
        answer = call.C_FindObjects(m_handle, found.data() + total, mostObjects - total, &more);
        total += answer == CKR_OK ? std::min(more, mostObjects - total) : 0;
    } while (answer == CKR_OK && more > 0 && total < mostObjects);
    call.C_FindObjectsFinal(m_handle);
    if (answer != CKR_OK)
        return errorOf(answer, "C_FindObjects");
    found.resize(qsizetype(total));
    return found;
}

Result<QByteArray> Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    CK_FUNCTION_LIST &call = m_library->call();
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    CK_RV answer = call.C_GetAttributeValue(m_handle, object, &wanted, 1);
    if (answer == CKR_ATTRIBUTE_TYPE_INVALID || answer == CKR_ATTRIBUTE_SENSITIVE)
        return QByteArray();
    if (answer == CKR_OK && wanted.ulValueLen > largestAttribute)
        return errorOf(CKR_DEVICE_MEMORY, "C_GetAttributeValue");
    QByteArray value(qsizetype(answer == CKR_OK ? wanted.ulValueLen : 0), '\0');
    if (answer == CKR_OK && !value.isEmpty()) {
        wanted.pValue = value.data();
        answer = call.C_GetAttributeValue(m_handle, object, &wanted, 1);
    }
    if (answer != CKR_OK)
        return errorOf(answer, "C_GetAttributeValue");
    value.truncate(qsizetype(std::min(wanted.ulValueLen, CK_ULONG(value.size()))));
    return value;
}

CK_RV Session::login(QByteArrayView pin)
{
    CK_FUNCTION_LIST &call = m_library->call();
    call.C_Logout(m_handle);
    const CK_RV answer = call.C_Login(
        m_handle, CKU_USER, pin.isEmpty() ? nullptr : bytes(pin.data()), CK_ULONG(pin.size()));
    m_loggedIn = answer == CKR_OK;
    return answer;
}

Status Session::beginSigning(CK_OBJECT_HANDLE key, CK_MECHANISM_TYPE mechanism) const
{
    CK_MECHANISM how{mechanism, nullptr, 0};
    const CK_RV answer = m_library->call().C_SignInit(m_handle, &how, key);
    switch (answer) {
    case CKR_OK:
        return done();
    case CKR_MECHANISM_INVALID:
    case CKR_KEY_TYPE_INCONSISTENT:
    case CKR_KEY_FUNCTION_NOT_PERMITTED:
        return Error{ErrorCode::Invalid, u"card.key"_qs, u"may not sign"_qs};
    default:
        return errorOf(answer, "C_SignInit");
    }
}

Result<crypto::SecretBytes> Session::sign(CK_OBJECT_HANDLE key, QByteArrayView message) const
{
    // Both make the same signature; every card has the first, a few modules only the second.
    QByteArray input = digestInfo(message);
    if (const Status begun = beginSigning(key, CKM_RSA_PKCS); !begun.ok()) {
        if (begun.error().subject != u"card.key")
            return begun.error();
        AMBROISE_CHECK(beginSigning(key, CKM_SHA256_RSA_PKCS));
        input = message.toByteArray();
    }
    auto signature = crypto::SecretBytes::ofSize(largestSignature);
    CK_ULONG size = largestSignature;
    const CK_RV answer = m_library->call().C_Sign(
        m_handle, bytes(input.constData()), CK_ULONG(input.size()), bytes(signature.data()), &size);
    if (answer != CKR_OK)
        return errorOf(answer, "C_Sign");
    return crypto::SecretBytes::fromBytes(
        signature.view().first(qsizetype(std::min(size, CK_ULONG(largestSignature)))));
}

} // namespace ambroise::cards::p11
