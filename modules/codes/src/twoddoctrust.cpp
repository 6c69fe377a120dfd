// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/twoddoc.h>

#include <QDir>
#include <QFile>

#include <algorithm>

namespace ambroise::codes {
namespace {

constexpr qint64 maxKeyBytes = 1024 * 1024;
constexpr qsizetype idSize = 4; //!< of an authority and of a certificate

std::optional<TwoDDocTrust::Entry> entryOf(const QByteArray &bytes)
{
    auto certificate = crypto::Certificate::fromPem(bytes);
    if (!certificate.ok())
        certificate = crypto::Certificate::fromDer(bytes);
    if (certificate.ok())
        return TwoDDocTrust::Entry{certificate->publicKey(), *certificate};
    auto key = crypto::PublicKey::fromPem(bytes);
    if (!key.ok())
        key = crypto::PublicKey::fromDer(bytes);
    return key.ok() ? std::optional(TwoDDocTrust::Entry{*key}) : std::nullopt;
}

QByteArray nameOf(QByteArrayView authority, QByteArrayView certificate)
{
    return authority.toByteArray() + '-' + certificate.toByteArray();
}

bool isEcdsa(const crypto::PublicKey &key)
{
    return key.algorithm() == crypto::KeyAlgorithm::EcdsaP256 ||
           key.algorithm() == crypto::KeyAlgorithm::EcdsaP384;
}

Error denied(const QString &subject)
{
    return {ErrorCode::Denied, subject, {}};
}

//! The signature of this key is right: was its certificate valid then?
Result<TwoDDocProof> proofOf(const TwoDDocTrust::Entry &entry, std::optional<QDate> signedOn)
{
    if (!entry.certificate)
        return TwoDDocProof{};
    if (!signedOn)
        return denied(QStringLiteral("twoddoc.no_signature_date"));
    // The code tells a day, not an hour.
    if (*signedOn < entry.certificate->validFrom().date())
        return denied(QStringLiteral("twoddoc.certificate_not_yet"));
    if (*signedOn > entry.certificate->validTo().date())
        return denied(QStringLiteral("twoddoc.certificate_expired"));
    return TwoDDocProof{entry.certificate->subjectName(), true};
}

} // namespace

Result<TwoDDocTrust> TwoDDocTrust::fromFolder(const QString &folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("twoddoc.trust"), {}};
    TwoDDocTrust trust;
    const QStringList suffixes{QStringLiteral("*.pem"), QStringLiteral("*.der"),
                               QStringLiteral("*.crt"), QStringLiteral("*.cer")};
    for (const QFileInfo &info : dir.entryInfoList(suffixes, QDir::Files)) {
        const QByteArray name = info.completeBaseName().toUpper().toLatin1();
        if (name.size() != 2 * idSize + 1 || name[idSize] != '-' || info.size() > maxKeyBytes)
            continue;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto entry = entryOf(file.read(maxKeyBytes)))
            trust.add(name.left(idSize), name.mid(idSize + 1), std::move(*entry));
    }
    return trust;
}

void TwoDDocTrust::add(const QByteArray &authority, const QByteArray &certificate, Entry entry)
{
    m_entries.insert(nameOf(authority, certificate), std::move(entry));
}

QList<TwoDDocTrust::Entry> TwoDDocTrust::find(QByteArrayView authority,
                                              QByteArrayView certificate) const
{
    return m_entries.values(nameOf(authority, certificate));
}

Result<TwoDDocProof> TwoDDoc::verify(const TwoDDocTrust &trust) const
{
    Error why{ErrorCode::NotFound, QStringLiteral("twoddoc.unknown_authority"), {}};
    for (const TwoDDocTrust::Entry &entry : trust.find(m_authority, m_certificate)) {
        if (!isEcdsa(entry.key))
            continue;
        if (!entry.key.verify(m_signedBytes, m_signature).ok()) {
            if (why.code == ErrorCode::NotFound)
                why = {ErrorCode::Corrupt, QStringLiteral("twoddoc.forged"), {}};
            continue;
        }
        const auto proof = proofOf(entry, m_signed);
        if (proof.ok())
            return proof;
        why = proof.error();
    }
    return why;
}

} // namespace ambroise::codes
