// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ordonnancecode.h>

#include <ambroise/codes/base45.h>
#include <ambroise/crypto/hash.h>

#include <QtEndian>

namespace ambroise::prescription {
namespace {

constexpr QStringView prefix = u"AMB1:";
constexpr char format = 1;
constexpr qsizetype keyIdSize = 8;
constexpr qsizetype practiceIdSize = 16;
constexpr qsizetype numberSize = 18;
constexpr qsizetype instantSize = 8;
constexpr qsizetype hashSize = 32;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype bodySize = 1 + keyIdSize + practiceIdSize + numberSize + instantSize + hashSize;

QByteArray toBeSigned(const QByteArray &body)
{
    return "ambroise ordonnance 1\n" + body;
}

//! Cuts fixed fields off the front of the bytes.
class Cutter {
public:
    explicit Cutter(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    QByteArray take(qsizetype size)
    {
        const QByteArray field = m_bytes.mid(m_at, size);
        m_at += size;
        return field;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

Error damaged()
{
    return {ErrorCode::Corrupt, u"code.damaged"_qs, {}};
}

} // namespace

OrdonnanceCode OrdonnanceCode::sign(const OrdonnanceContent &content, const QByteArray &practiceId,
                                    const crypto::SigningKey &key)
{
    OrdonnanceCode code(key.publicKey().keyId(), practiceId, content.number(), content.signedAt(),
                        crypto::sha256(content.canonical()));
    code.m_signature = key.sign(toBeSigned(code.body()));
    return code;
}

QByteArray OrdonnanceCode::body() const
{
    QByteArray instant(instantSize, '\0');
    qToBigEndian(qint64(m_signedAt.toSecsSinceEpoch()), instant.data());
    return QByteArray(1, format) + m_keyId + m_practiceId + m_number.value().toLatin1() + instant +
           m_hash;
}

QString OrdonnanceCode::toText() const
{
    return prefix.toString() + QString::fromLatin1(codes::base45::encode(body() + m_signature));
}

Result<OrdonnanceCode> OrdonnanceCode::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (!trimmed.startsWith(prefix))
        return Error{ErrorCode::Invalid, u"code.foreign"_qs, {}};
    const auto bytes = codes::base45::decode(trimmed.mid(prefix.size()).toLatin1());
    if (!bytes.ok() || bytes->isEmpty())
        return damaged();
    if (bytes->front() > format)
        return Error{ErrorCode::Invalid, u"code.newer"_qs, {}};
    if (bytes->front() != format || bytes->size() != bodySize + signatureSize)
        return damaged();

    Cutter cut(*bytes);
    (void)cut.take(1);
    const QByteArray keyId = cut.take(keyIdSize);
    const QByteArray practiceId = cut.take(practiceIdSize);
    const auto number = OrdonnanceNumber::parse(QString::fromLatin1(cut.take(numberSize)));
    const auto seconds = qFromBigEndian<qint64>(cut.take(instantSize).constData());
    // The year 9999: what is beyond cannot be an instant of signature.
    if (!number.ok() || seconds < 0 || seconds > 253'402'300'799)
        return damaged();
    OrdonnanceCode code(keyId, practiceId, *number, QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                        cut.take(hashSize));
    code.m_signature = cut.take(signatureSize);
    return code;
}

Result<crypto::Certificate> OrdonnanceCode::verify(const crypto::TrustStore &trust) const
{
    auto proof = trust.verify(m_keyId, toBeSigned(body()), m_signature, m_signedAt);
    if (proof.ok())
        return proof;
    const QString why = proof.error().subject;
    if (why == u"signature.unknown_key")
        return Error{ErrorCode::NotFound, u"code.unknown_issuer"_qs, {}};
    if (why == u"signature.revoked")
        return Error{ErrorCode::Denied, u"code.revoked_issuer"_qs, {}};
    if (why == u"signature.expired")
        return Error{ErrorCode::Denied, u"code.expired_issuer"_qs, {}};
    return Error{ErrorCode::Corrupt, u"code.changed"_qs, {}};
}

Status OrdonnanceCode::matches(const OrdonnanceContent &content) const
{
    const bool same = content.number() == m_number && content.signedAt() == m_signedAt &&
                      crypto::sha256(content.canonical()) == m_hash;
    return same ? done() : Status(Error{ErrorCode::Corrupt, u"code.other_content"_qs, {}});
}

} // namespace ambroise::prescription
