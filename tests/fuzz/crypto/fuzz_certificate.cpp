// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

#include <fuzz/edited.h>

#include <cstdlib>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

Certificate sample()
{
    return *Certificate::selfSigned(SigningKey::generate(), QStringLiteral("Dr É"),
                                    QStringLiteral("Cabinet"),
                                    QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC),
                                    QDateTime(QDate(2029, 1, 1), QTime(0, 0), Qt::UTC));
}

void use(const Certificate &certificate)
{
    static_cast<void>(certificate.subjectName());
    static_cast<void>(certificate.organisation());
    static_cast<void>(certificate.validFrom() < certificate.validTo());
    static_cast<void>(certificate.keyId());
    static_cast<void>(certificate.publicKey().toPem());
    if (certificate.verify("data", QByteArray(64, '\1')).ok())
        std::abort();
    static_cast<void>(certificate.checkIssuedBy(certificate).ok());
    const auto again = Certificate::fromPem(certificate.toPem());
    if (!again.ok() || !(again->toDer() == certificate.toDer()))
        std::abort();
}

} // namespace

//! What is read as a certificate or a key can be asked everything and written again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Certificate certificate = sample();
    static const QByteArray pem = certificate.toPem();
    if (const auto read = Certificate::fromPem(fuzz::edited(pem, data, size)); read.ok())
        use(*read);
    const QByteArray der = fuzz::edited(certificate.toDer(), data, size);
    if (const auto read = Certificate::fromDer(der); read.ok())
        use(*read);
    if (const auto key =
            PublicKey::fromDer(fuzz::edited(certificate.publicKey().toDer(), data, size));
        key.ok())
        static_cast<void>(key->verify("data", QByteArray(64, '\1')).ok());
    return 0;
}
