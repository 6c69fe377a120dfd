// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/envelope.h>

#include "gcm.h"

#include <ambroise/crypto/kdf.h>
#include <ambroise/crypto/random.h>

#include <QIODevice>
#include <QtEndian>

namespace ambroise::crypto {
namespace {

constexpr char fileVersion = 2; // 1 is the envelope's
constexpr qsizetype saltSize = 32;
constexpr qsizetype chunkSize = 64 * 1024;

Error corrupt(const char *subject)
{
    return {ErrorCode::Corrupt, QLatin1String(subject), {}};
}

Result<QByteArray> readUpTo(QIODevice &in, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype have = 0;
    while (have < size) {
        const qint64 read = in.read(bytes.data() + have, size - have);
        if (read < 0)
            return Error{ErrorCode::Unavailable, QStringLiteral("envelope.read"), in.errorString()};
        if (read == 0)
            break;
        have += read;
    }
    bytes.truncate(have);
    return bytes;
}

Status writeAll(QIODevice &out, QByteArrayView bytes)
{
    if (out.write(bytes.data(), bytes.size()) != bytes.size())
        return Error{ErrorCode::Unavailable, QStringLiteral("envelope.write"), out.errorString()};
    return done();
}

//! Cuts what a device holds into chunks and says of each whether it is the last, for which it reads
//! one chunk ahead.
class Chunks {
public:
    Chunks(QIODevice &in, qsizetype size)
        : m_in(in)
        , m_size(size)
    {
    }
    Status begin()
    {
        AMBROISE_TRY(m_ahead, readUpTo(m_in, m_size));
        return done();
    }
    //! The chunk that comes; isLast() is of this one.
    Result<QByteArray> next()
    {
        QByteArray chunk = std::move(m_ahead);
        m_ahead = {};
        if (chunk.size() == m_size) {
            AMBROISE_TRY(m_ahead, readUpTo(m_in, m_size));
        }
        return chunk;
    }
    [[nodiscard]] bool isLast() const { return m_ahead.isEmpty(); }

private:
    QIODevice &m_in;
    qsizetype m_size;
    QByteArray m_ahead;
};

SecretBytes fileKey(const SecretBytes &key, QByteArrayView salt)
{
    return hkdf(key, "ambroise.envelope.file.2", gcm::keySize, salt);
}

//! Three zero bytes, the chunk's index (8, big-endian), 1 for the last chunk.
QByteArray chunkNonce(quint64 index, bool last)
{
    QByteArray nonce(gcm::nonceSize, '\0');
    qToBigEndian(index, nonce.data() + 3);
    nonce.back() = last ? '\1' : '\0';
    return nonce;
}

} // namespace

Status sealFile(const SecretBytes &key, QIODevice &in, QIODevice &out, QByteArrayView context)
{
    const QByteArray salt = randomBytes(saltSize);
    const SecretBytes ownKey = fileKey(key, salt);
    AMBROISE_CHECK(writeAll(out, QByteArray(1, fileVersion) + salt));
    Chunks chunks(in, chunkSize);
    AMBROISE_CHECK(chunks.begin());
    for (quint64 index = 0;; ++index) {
        AMBROISE_TRY(const QByteArray plain, chunks.next());
        QByteArray sealed(plain.size() + gcm::tagSize, Qt::Uninitialized);
        gcm::encrypt(ownKey, chunkNonce(index, chunks.isLast()), context, plain, sealed.data());
        AMBROISE_CHECK(writeAll(out, sealed));
        if (chunks.isLast())
            return done();
    }
}

Status openFile(const SecretBytes &key, QIODevice &in, QIODevice &out, QByteArrayView context)
{
    AMBROISE_TRY(const QByteArray header, readUpTo(in, 1 + saltSize));
    if (!header.isEmpty() && header.front() != fileVersion)
        return corrupt("envelope.version");
    if (header.size() < 1 + saltSize)
        return corrupt("envelope.short");
    const SecretBytes ownKey = fileKey(key, QByteArrayView(header).sliced(1));
    Chunks chunks(in, chunkSize + gcm::tagSize);
    AMBROISE_CHECK(chunks.begin());
    for (quint64 index = 0;; ++index) {
        AMBROISE_TRY(const QByteArray sealed, chunks.next());
        if (sealed.size() < gcm::tagSize)
            return corrupt("envelope.short");
        QByteArray plain(sealed.size() - gcm::tagSize, Qt::Uninitialized);
        if (!gcm::decrypt(ownKey, chunkNonce(index, chunks.isLast()), context, sealed,
                          plain.data()))
            return corrupt("envelope.tampered");
        AMBROISE_CHECK(writeAll(out, plain));
        if (chunks.isLast())
            return done();
    }
}

} // namespace ambroise::crypto
