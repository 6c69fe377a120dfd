// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/envelope.h>

#include "gcm.h"

#include <ambroise/crypto/random.h>

namespace ambroise::crypto {
namespace {

constexpr char envelopeVersion = 1;

Error corrupt(const char *subject)
{
    return {ErrorCode::Corrupt, QLatin1String(subject), {}};
}

Status checkShape(QByteArrayView sealed)
{
    if (sealed.isEmpty())
        return corrupt("envelope.short");
    if (sealed.front() != envelopeVersion)
        return corrupt("envelope.version");
    if (sealed.size() < envelopeOverhead)
        return corrupt("envelope.short");
    return done();
}

bool openInto(char *out, const SecretBytes &key, QByteArrayView sealed, QByteArrayView context)
{
    return gcm::decrypt(key, sealed.sliced(1, gcm::nonceSize), context,
                        sealed.sliced(1 + gcm::nonceSize), out);
}

} // namespace

QByteArray seal(const SecretBytes &key, QByteArrayView plain, QByteArrayView context)
{
    const QByteArray nonce = randomBytes(gcm::nonceSize);
    QByteArray sealed;
    sealed.reserve(plain.size() + envelopeOverhead);
    sealed += envelopeVersion;
    sealed += nonce;
    const qsizetype textAt = sealed.size();
    sealed.resize(plain.size() + envelopeOverhead);
    gcm::encrypt(key, nonce, context, plain, sealed.data() + textAt);
    return sealed;
}

Result<QByteArray> open(const SecretBytes &key, QByteArrayView sealed, QByteArrayView context)
{
    AMBROISE_CHECK(checkShape(sealed));
    QByteArray plain(sealed.size() - envelopeOverhead, Qt::Uninitialized);
    if (!openInto(plain.data(), key, sealed, context))
        return corrupt("envelope.tampered");
    return plain;
}

Result<SecretBytes> openSecret(const SecretBytes &key, QByteArrayView sealed,
                               QByteArrayView context)
{
    AMBROISE_CHECK(checkShape(sealed));
    SecretBytes plain = SecretBytes::ofSize(sealed.size() - envelopeOverhead);
    if (!openInto(plain.data(), key, sealed, context))
        return corrupt("envelope.tampered");
    return plain;
}

} // namespace ambroise::crypto
