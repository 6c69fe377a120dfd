// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

using namespace ambroise;
using namespace ambroise::net;
using namespace ambroise::test;

namespace {

crypto::SecretBytes secret(const QByteArray &bytes)
{
    return crypto::SecretBytes::fromBytes(bytes);
}

QByteArray encryptedKey(const sandbox::Issued &issued, const QByteArray &passphrase)
{
    return issued.key().toPem(passphrase);
}

} // namespace

class TestTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCertificateAndItsKeyAreOneCredential()
    {
        const auto credential =
            ClientCredential::fromPem(peer().client.certificatePem, secret(peer().client.keyPem));
        QVERIFY_OK(credential);
        QCOMPARE(credential->certificate(), peer().client.certificate());
        QVERIFY(!credential->isOnCard());
    }
    void theKeyOfAnotherCertificateIsRefused()
    {
        const auto credential =
            ClientCredential::fromPem(peer().client.certificatePem, secret(peer().server.keyPem));
        QCOMPARE_SUBJECT(credential, "net.credential_pair");
    }
    void whatIsNoCertificateOrNoKeyIsTold()
    {
        QCOMPARE_SUBJECT(ClientCredential::fromPem("nothing", secret(peer().client.keyPem)),
                         "net.credential");
        QCOMPARE_SUBJECT(ClientCredential::fromPem(peer().client.certificatePem, secret("nothing")),
                         "net.credential");
        QCOMPARE_SUBJECT(ClientCredential::fromPkcs12("nothing", secret("x")), "net.credential");
    }
    void aLockedKeyOpensWithItsPassphraseAndAsksNobody()
    {
        const QByteArray locked = encryptedKey(peer().client, "sésame");
        const QByteArray chain = peer().client.certificatePem;
        QVERIFY_OK(ClientCredential::fromPem(chain, secret(locked), secret("sésame")));
        QCOMPARE_SUBJECT(ClientCredential::fromPem(chain, secret(locked), secret("autre")),
                         "net.passphrase");
        QCOMPARE_SUBJECT(ClientCredential::fromPem(chain, secret(locked)), "net.passphrase");
    }
    void aPkcs12OpensWithItsPassphrase()
    {
        const QByteArray file = peer().client.pkcs12("sésame");
        const auto credential = ClientCredential::fromPkcs12(file, secret("sésame"));
        QVERIFY_OK(credential);
        QCOMPARE(credential->certificate(), peer().client.certificate());
        QCOMPARE_SUBJECT(ClientCredential::fromPkcs12(file, secret("autre")), "net.passphrase");
    }
    void nothingOlderThanTls12IsSpoken()
    {
        QCOMPARE(peer().clientTls().protocol(), QSsl::TlsV1_2OrLater);
    }
    void aFileWithoutCertificatesHasNoAnchors()
    {
        QCOMPARE_SUBJECT(anchorsFromPem("nothing"), "net.anchors");
        const auto anchors = anchorsFromPem(peer().authority.pem() + peer().stranger.pem());
        QVERIFY_OK(anchors);
        QCOMPARE(anchors->size(), 2);
    }
};
QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
