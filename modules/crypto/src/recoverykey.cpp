// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/recoverykey.h>

#include <ambroise/core/crockford.h>
#include <ambroise/crypto/kdf.h>

namespace ambroise::crypto {
namespace {

constexpr qsizetype keyBytes = 20;
constexpr qsizetype keyCharacters = 32;
constexpr qsizetype checkCharacters = 4;

//! A cyclic code of 20 bits. Its generator was searched for: over these 180 bits it finds every
//! error of one to five bits and, as any of that degree, every error within 20 bits in a row.
quint32 checksum(QByteArrayView bytes)
{
    constexpr quint32 generator = 0x1000bf;
    quint32 remainder = 0;
    const auto shiftIn = [&remainder](quint32 bit) {
        remainder = (remainder << 1) | bit;
        if (remainder & 0x100000)
            remainder ^= generator;
    };
    for (const char byte : bytes)
        for (int bit = 7; bit >= 0; --bit)
            shiftIn((quint8(byte) >> bit) & 1U);
    for (int bit = 0; bit < 20; ++bit)
        shiftIn(0);
    return remainder;
}

//! The 20 bits at the top of three bytes.
QByteArray checkBytes(QByteArrayView bytes)
{
    const quint32 shifted = checksum(bytes) << 4;
    const char out[] = {char(shifted >> 16), char(shifted >> 8), char(shifted)};
    return QByteArray(out, sizeof out);
}

QString withoutSeparators(QStringView text)
{
    QString out;
    for (const QChar c : text)
        if (!c.isSpace() && c != u'-')
            out += c;
    return out;
}

} // namespace

RecoveryKey RecoveryKey::generate()
{
    return RecoveryKey(SecretBytes::random(keyBytes));
}

Result<RecoveryKey> RecoveryKey::parse(QStringView text)
{
    const Error shape{ErrorCode::Invalid, QStringLiteral("recovery.shape"), {}};
    const QString typed = withoutSeparators(text);
    if (typed.size() != keyCharacters + checkCharacters)
        return shape;
    const auto bits = crockford::decode(QStringView(typed).left(keyCharacters));
    // A fifth character fills the 20 bits up to whole bytes.
    const auto check = crockford::decode(typed.mid(keyCharacters) + u'0');
    if (!bits.ok() || !check.ok())
        return shape;
    if (*check != checkBytes(*bits))
        return Error{ErrorCode::Invalid, QStringLiteral("recovery.checksum"), {}};
    return RecoveryKey(SecretBytes::fromBytes(*bits));
}

QString RecoveryKey::toString() const
{
    const QString key = crockford::encode(m_bits.view().toByteArray());
    const QString check = crockford::encode(checkBytes(m_bits.view())).left(checkCharacters);
    return crockford::grouped(key + check, 4, u'-');
}

bool RecoveryKey::hasGroup(int index, QStringView typed) const
{
    if (index < 0 || index >= groups)
        return false;
    QString text = toString();
    QString mine = text.section(u'-', index, index);
    wipe(text);
    // A fifth character fills the 20 bits up to whole bytes, as in parse().
    const auto wanted = crockford::decode(QString(mine + u'0'));
    const bool sized = withoutSeparators(typed).size() == mine.size();
    wipe(mine);
    const auto given = crockford::decode(QString(withoutSeparators(typed) + u'0'));
    return sized && wanted.ok() && given.ok() && *wanted == *given;
}

SecretBytes RecoveryKey::key(QByteArrayView label) const
{
    return hkdf(m_bits, label);
}

} // namespace ambroise::crypto
