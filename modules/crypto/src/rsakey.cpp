// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/rsakey.h>

#include "pem.h"

#include <openssl/pem.h>

namespace ambroise::crypto {
namespace {

constexpr int leastBits = 2048;

} // namespace

Result<RsaKey> RsaKey::fromPem(const SecretBytes &pem)
{
    const ossl::Bio bio = ossl::reader(pem.view());
    std::shared_ptr<EVP_PKEY> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, ossl::noPassword, nullptr), EVP_PKEY_free);
    ossl::clearErrors();
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA ||
        EVP_PKEY_get_bits(key.get()) < leastBits)
        return Error{ErrorCode::Corrupt, u"signature.key"_qs, {}};
    return RsaKey(std::move(key));
}

QByteArray RsaKey::sign(QByteArrayView data) const
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), '\0');
    auto size = size_t(signature.size());
    ossl::require(context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr,
                                                m_key.get()) == 1,
                  "RSA signature");
    ossl::require(EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &size,
                                 ossl::bytes(data), size_t(data.size())) == 1,
                  "RSA signature");
    signature.truncate(qsizetype(size));
    return signature;
}

} // namespace ambroise::crypto
