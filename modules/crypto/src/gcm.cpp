// SPDX-License-Identifier: GPL-3.0-or-later
#include "gcm.h"

#include "openssl.h"

#include <algorithm>
#include <array>

namespace ambroise::crypto::gcm {
namespace {

constexpr qsizetype pieceSize = 1 << 30; // OpenSSL counts in int

using Update = int (*)(EVP_CIPHER_CTX *, uchar *, int *, const uchar *, int);

//! A null `out` adds authenticated data.
bool update(Update step, EVP_CIPHER_CTX *context, QByteArrayView in, char *out)
{
    for (qsizetype done = 0; done < in.size();) {
        const QByteArrayView piece = in.sliced(done, std::min(pieceSize, in.size() - done));
        auto *to = out ? reinterpret_cast<uchar *>(out + done) : nullptr;
        int written = 0;
        if (step(context, to, &written, ossl::bytes(piece), int(piece.size())) != 1)
            return false;
        done += piece.size();
    }
    return true;
}

} // namespace

void encrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView context,
             QByteArrayView plain, char *out)
{
    ossl::require(key.size() == keySize && nonce.size() == nonceSize, "AES-256-GCM sizes");
    const ossl::CipherContext cipher(EVP_CIPHER_CTX_new());
    int rest = 0;
    const bool encrypted =
        EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), ossl::bytes(key.view()),
                            ossl::bytes(nonce), nullptr) == 1 &&
        update(EVP_EncryptUpdate, cipher.get(), context, nullptr) &&
        update(EVP_EncryptUpdate, cipher.get(), plain, out) &&
        EVP_EncryptFinal_ex(cipher.get(), reinterpret_cast<uchar *>(out + plain.size()), &rest) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, int(tagSize),
                            out + plain.size()) == 1;
    ossl::require(encrypted, "AES-256-GCM");
}

bool decrypt(const SecretBytes &key, QByteArrayView nonce, QByteArrayView context,
             QByteArrayView sealed, char *out)
{
    ossl::require(key.size() == keySize && nonce.size() == nonceSize, "AES-256-GCM sizes");
    const QByteArrayView text = sealed.chopped(tagSize);
    std::array<uchar, tagSize> tag = {};
    std::copy(sealed.end() - tagSize, sealed.end(), tag.begin());
    std::array<uchar, tagSize> none = {};
    const ossl::CipherContext cipher(EVP_CIPHER_CTX_new());
    int rest = 0;
    const bool ready =
        EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), ossl::bytes(key.view()),
                            ossl::bytes(nonce), nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, int(tagSize), tag.data()) == 1 &&
        update(EVP_DecryptUpdate, cipher.get(), context, nullptr) &&
        update(EVP_DecryptUpdate, cipher.get(), text, out);
    ossl::require(ready, "AES-256-GCM");
    if (EVP_DecryptFinal_ex(cipher.get(), none.data(), &rest) == 1)
        return true;
    // Nobody may work with what is not proved.
    OPENSSL_cleanse(out, size_t(text.size()));
    return false;
}

} // namespace ambroise::crypto::gcm
