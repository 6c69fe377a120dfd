// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

namespace ambroise::crypto {
namespace {

Error unknownKey()
{
    return {ErrorCode::NotFound, QStringLiteral("signature.unknown_key"), {}};
}

} // namespace

Status TrustStore::add(const Certificate &certificate, bool revoked)
{
    const QByteArray id = certificate.keyId();
    bool known = false;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.certificate.keyId() != id)
            continue;
        if (entry.certificate.publicKey() != certificate.publicKey())
            return Error{ErrorCode::Conflict, QStringLiteral("trust.key_id"), {}};
        revoked = revoked || entry.revoked;
        known = known || entry.certificate == certificate;
    }
    if (!known)
        m_entries += Entry{certificate, revoked};
    return revoked ? revoke(id) : done();
}

Status TrustStore::revoke(QByteArrayView keyId)
{
    bool found = false;
    for (Entry &entry : m_entries) {
        if (entry.certificate.keyId() != keyId)
            continue;
        entry.revoked = true;
        found = true;
    }
    return found ? done() : unknownKey();
}

std::optional<TrustStore::Entry> TrustStore::find(QByteArrayView keyId) const
{
    std::optional<Entry> newest;
    for (const Entry &entry : m_entries)
        if (entry.certificate.keyId() == keyId &&
            (!newest || newest->certificate.validFrom() < entry.certificate.validFrom()))
            newest = entry;
    return newest;
}

Result<Certificate> TrustStore::verify(QByteArrayView keyId, QByteArrayView data,
                                       QByteArrayView signature, const QDateTime &moment) const
{
    const std::optional<Entry> known = find(keyId);
    if (!known)
        return unknownKey();
    if (known->revoked)
        return Error{ErrorCode::Denied, QStringLiteral("signature.revoked"), {}};
    AMBROISE_CHECK(known->certificate.verify(data, signature));
    for (const Entry &entry : m_entries)
        if (entry.certificate.keyId() == keyId && entry.certificate.isValidAt(moment))
            return entry.certificate;
    return Error{ErrorCode::Denied, QStringLiteral("signature.expired"), {}};
}

} // namespace ambroise::crypto
