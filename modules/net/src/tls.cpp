// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/net/tls.h>

#include <ambroise/net/cardtlskey.h>

#include "openssl.h"

#include <QSslSocket>

namespace ambroise::net {
namespace {

Error noCredential(const char *why)
{
    return {ErrorCode::Corrupt, u"net.credential"_qs, QString::fromLatin1(why)};
}

Error wrongPassphrase()
{
    return {ErrorCode::Denied, u"net.passphrase"_qs, {}};
}

//! Never the terminal: what OpenSSL asks for is this or nothing.
int givePassphrase(char *buffer, int size, int /*writing*/, void *passphrase)
{
    const QByteArrayView given = static_cast<const crypto::SecretBytes *>(passphrase)->view();
    if (given.isEmpty() || given.size() > size)
        return 0;
    std::copy(given.begin(), given.end(), buffer);
    return int(given.size());
}

Result<EvpKey> readKey(const crypto::SecretBytes &pem, const crypto::SecretBytes &passphrase)
{
    const Bio in(BIO_new_mem_buf(pem.view().data(), int(pem.size())));
    EvpKey key(PEM_read_bio_PrivateKey(in.get(), nullptr, givePassphrase,
                                       const_cast<crypto::SecretBytes *>(&passphrase)));
    ERR_clear_error();
    if (key)
        return key;
    if (pem.view().toByteArray().contains("ENCRYPTED"))
        return wrongPassphrase();
    return noCredential("no private key");
}

Result<QSslKey> qtKeyOf(EVP_PKEY &key)
{
    const Bio out(BIO_new(BIO_s_secmem()));
    const bool written =
        PEM_write_bio_PrivateKey(out.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    ERR_clear_error();
    const bool rsa = EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA;
    if (written) {
        QSslKey made(QByteArray::fromRawData(data, qsizetype(size)), rsa ? QSsl::Rsa : QSsl::Ec);
        if (!made.isNull())
            return made;
    }
    return noCredential("neither RSA nor EC");
}

Status checkPair(const QSslCertificate &certificate, EVP_PKEY &key)
{
    const QByteArray der = certificate.toDer();
    const auto *next = reinterpret_cast<const unsigned char *>(der.constData());
    const X509Owned x509(d2i_X509(nullptr, &next, long(der.size())));
    const bool pair = x509 && X509_check_private_key(x509.get(), &key) == 1;
    ERR_clear_error();
    if (!pair)
        return Error{ErrorCode::Invalid, u"net.credential_pair"_qs, {}};
    return done();
}

} // namespace

Result<ClientCredential> ClientCredential::fromPem(const QByteArray &chain,
                                                   const crypto::SecretBytes &key,
                                                   const crypto::SecretBytes &passphrase)
{
    ClientCredential credential;
    credential.m_chain = QSslCertificate::fromData(chain, QSsl::Pem);
    if (credential.m_chain.isEmpty())
        return noCredential("no certificate");
    AMBROISE_TRY(const EvpKey read, readKey(key, passphrase));
    AMBROISE_CHECK(checkPair(credential.certificate(), *read));
    AMBROISE_TRY(credential.m_key, qtKeyOf(*read));
    return credential;
}

Result<ClientCredential> ClientCredential::fromPkcs12(const QByteArray &file,
                                                      const crypto::SecretBytes &passphrase)
{
    const auto *next = reinterpret_cast<const unsigned char *>(file.constData());
    const Pkcs12 p12(d2i_PKCS12(nullptr, &next, long(file.size())));
    ERR_clear_error();
    if (!p12)
        return noCredential("no PKCS#12");
    EVP_PKEY *key = nullptr;
    X509 *x509 = nullptr;
    STACK_OF(X509) *above = nullptr;
    const QByteArray text = passphrase.view().toByteArray();
    const bool opened = PKCS12_parse(p12.get(), text.constData(), &key, &x509, &above) == 1;
    const bool wrong = ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_MAC_VERIFY_FAILURE;
    ERR_clear_error();
    const EvpKey ownedKey(key);
    const X509Owned ownedX509(x509);
    const X509Stack ownedAbove(above);
    if (!opened)
        return wrong ? wrongPassphrase() : noCredential("PKCS#12 of an algorithm that is not read");
    if (!ownedKey || !ownedX509)
        return noCredential("PKCS#12 without key or certificate");
    ClientCredential credential;
    credential.m_chain << QSslCertificate(derOf(*ownedX509), QSsl::Der);
    for (int i = 0; i < sk_X509_num(above); ++i)
        credential.m_chain << QSslCertificate(derOf(*sk_X509_value(above, i)), QSsl::Der);
    AMBROISE_TRY(credential.m_key, qtKeyOf(*ownedKey));
    return credential;
}

ClientCredential ClientCredential::fromCard(std::shared_ptr<const CardTlsKey> key)
{
    ClientCredential credential;
    credential.m_chain << key->certificate();
    credential.m_key = key->key();
    credential.m_card = std::move(key);
    return credential;
}

QSslConfiguration configurationOf(const QList<QSslCertificate> &anchors,
                                  const std::optional<ClientCredential> &credential)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(anchors);
    if (credential) {
        tls.setLocalCertificateChain(credential->m_chain);
        tls.setPrivateKey(credential->m_key);
    }
    return tls;
}

Result<QList<QSslCertificate>> anchorsFromPem(const QByteArray &pem)
{
    QList<QSslCertificate> anchors = QSslCertificate::fromData(pem, QSsl::Pem);
    if (anchors.isEmpty())
        return Error{ErrorCode::Corrupt, u"net.anchors"_qs, {}};
    return anchors;
}

} // namespace ambroise::net
