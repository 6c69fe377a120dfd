// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/kdf.h>

#include "openssl.h"

#include <argon2.h>

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>

namespace ambroise::crypto {
namespace {

constexpr quint32 maxMemoryKib = 1024 * 1024;
constexpr quint32 maxPasses = 16;
constexpr quint32 maxLanes = 16;
constexpr quint64 maxMemoryPassedOver = 4ULL * 1024 * 1024;

Error paramsError()
{
    return {ErrorCode::Corrupt, QStringLiteral("kdf.params"), {}};
}

//! libargon2 takes its inputs as if it might change them; it does so only under flags not set here.
uint8_t *input(QByteArrayView view)
{
    return const_cast<uint8_t *>(ossl::bytes(view));
}

} // namespace

Argon2Params Argon2Params::standard()
{
    return {128 * 1024, 4, 4};
}

Status Argon2Params::check() const
{
    const bool defined =
        passes >= 1 && lanes >= 1 && memoryKib >= 2 * ARGON2_SYNC_POINTS * quint64(lanes);
    const bool bearable = memoryKib <= maxMemoryKib && passes <= maxPasses && lanes <= maxLanes &&
                          quint64(memoryKib) * passes <= maxMemoryPassedOver;
    return defined && bearable ? done() : paramsError();
}

Result<SecretBytes> argon2id(QByteArrayView password, QByteArrayView salt, Argon2Params params,
                             qsizetype length, Argon2Binding binding)
{
    AMBROISE_CHECK(params.check());
    if (salt.size() < qsizetype(ARGON2_MIN_SALT_LENGTH) || length < qsizetype(ARGON2_MIN_OUTLEN) ||
        length > 1024)
        return paramsError();
    SecretBytes key = SecretBytes::ofSize(length);
    argon2_context context = {};
    context.out = reinterpret_cast<uint8_t *>(key.data());
    context.outlen = uint32_t(length);
    context.pwd = input(password);
    context.pwdlen = uint32_t(password.size());
    context.salt = input(salt);
    context.saltlen = uint32_t(salt.size());
    context.secret = input(binding.secret);
    context.secretlen = uint32_t(binding.secret.size());
    context.ad = input(binding.associatedData);
    context.adlen = uint32_t(binding.associatedData.size());
    context.t_cost = params.passes;
    context.m_cost = params.memoryKib;
    context.lanes = params.lanes;
    context.threads = params.lanes;
    context.version = ARGON2_VERSION_13;
    const int code = argon2_ctx(&context, Argon2_id);
    if (code == ARGON2_OK)
        return key;
    const QString detail = QString::fromLatin1(argon2_error_message(code));
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR || code == ARGON2_THREAD_FAIL)
        return Error{ErrorCode::Unavailable, QStringLiteral("kdf.memory"), detail};
    return Error{ErrorCode::Corrupt, QStringLiteral("kdf.params"), detail};
}

SecretBytes hkdf(const SecretBytes &key, QByteArrayView label, qsizetype length,
                 QByteArrayView salt)
{
    ossl::require(!key.isEmpty() && length > 0 && length <= 8160, "HKDF size");
    const ossl::Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const ossl::KdfContext context(EVP_KDF_CTX_new(kdf.get()));
    char digest[] = "SHA256";
    const auto octets = [](const char *name, QByteArrayView view) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<char *>(view.data()),
                                                 size_t(view.size()));
    };
    std::array<OSSL_PARAM, 5> params;
    size_t count = 0;
    params[count++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0);
    params[count++] = octets(OSSL_KDF_PARAM_KEY, key.view());
    if (!label.isEmpty())
        params[count++] = octets(OSSL_KDF_PARAM_INFO, label);
    if (!salt.isEmpty())
        params[count++] = octets(OSSL_KDF_PARAM_SALT, salt);
    params[count] = OSSL_PARAM_construct_end();
    SecretBytes out = SecretBytes::ofSize(length);
    ossl::require(EVP_KDF_derive(context.get(), reinterpret_cast<uchar *>(out.data()),
                                 size_t(length), params.data()) == 1,
                  "HKDF");
    return out;
}

} // namespace ambroise::crypto
