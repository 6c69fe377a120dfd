// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/secret.h>

#include <QByteArray>

class QIODevice;

//! Encryption that also proves that nothing was changed (AES-256-GCM, NIST SP 800-38D), with a
//! first byte that says the format. `key` is 32 bytes everywhere; other sizes are a programming
//! error. `context` is not stored but authenticated: what was sealed as one thing does not open as
//! another.
namespace ambroise::crypto {

//! How many bytes a sealed text is longer than the plain one.
inline constexpr qsizetype envelopeOverhead = 1 + 12 + 16;

//! version (1), random nonce (12), ciphertext, tag (16). One key seals at most 2³² envelopes.
[[nodiscard]] QByteArray seal(const SecretBytes &key, QByteArrayView plain, QByteArrayView context);

//! Errors: Corrupt "envelope.short", "envelope.version", and "envelope.tampered", which a wrong key
//! or context is too.
Result<QByteArray> open(const SecretBytes &key, QByteArrayView sealed, QByteArrayView context);

//! open() for what must not stay in memory: keys, private PEM.
Result<SecretBytes> openSecret(const SecretBytes &key, QByteArrayView sealed,
                               QByteArrayView context);

//! Seals from where `in` stands to its end, in constant memory, for documents of any size: version
//! (1), salt (32), then chunks of 64 KiB, each followed by its tag (STREAM, Hoang, Reyhanitabar,
//! Rogaway and Vizár, 2015). Every file has its own key, HKDF of `key` and the salt; a chunk's
//! nonce holds its index and whether it is the last, so that a file cut short, lengthened or in
//! another order does not open. Devices are local files or buffers: nothing waits for a peer.
//! Errors: Unavailable "envelope.read", "envelope.write".
Status sealFile(const SecretBytes &key, QIODevice &in, QIODevice &out, QByteArrayView context);

//! Each chunk is written once it is proved; that the file ends where it should is known at the end
//! alone. After an error `out` must be thrown away (QSaveFile does it).
//! Errors: those of open(), and Unavailable "envelope.read", "envelope.write".
Status openFile(const SecretBytes &key, QIODevice &in, QIODevice &out, QByteArrayView context);

} // namespace ambroise::crypto
