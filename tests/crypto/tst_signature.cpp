// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/envelope.h>
#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/signature.h>

#include <support/folders.h>
#include <support/result.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

const QDateTime from(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
const QDateTime to(QDate(2029, 1, 1), QTime(0, 0), Qt::UTC);
const QDateTime during(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);

Result<Certificate> certificateOf(const SigningKey &key)
{
    return Certificate::selfSigned(key, u"Dr Élodie Vasseur"_qs, u"Cabinet des Tilleuls"_qs, from,
                                   to);
}

//! SubjectPublicKeyInfo of a point of P-256 (RFC 5480).
QByteArray p256Key(const QByteArray &x, const QByteArray &y)
{
    return QByteArray::fromHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004" + x + y);
}

//! RFC 4648 without padding, as a 2D-Doc writes its signature.
QByteArray fromBase32(const QString &text)
{
    QByteArray out;
    quint64 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        buffer = (buffer << 5) | quint64(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_qs.indexOf(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out += char((buffer >> bits) & 0xff);
        }
    }
    return out;
}

} // namespace

class TestSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ed25519FollowsRfc8032_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("test 1")
            << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
            << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
            << QByteArray()
            << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                          "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        QTest::newRow("test 2")
            << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
            << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
            << QByteArray("72")
            << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QTest::newRow("test 3")
            << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
            << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
            << QByteArray("af82")
            << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                          "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    }
    void ed25519FollowsRfc8032()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QByteArray, publicKey);
        QFETCH(QByteArray, message);
        const auto key = SigningKey::fromSeed(SecretBytes::fromBytes(QByteArray::fromHex(seed)));
        QVERIFY_OK(key);
        const QByteArray data = QByteArray::fromHex(message);
        const QByteArray signature = key->sign(data);
        QTEST(signature.toHex(), "signature");
        QVERIFY(key->publicKey().toDer().toHex().endsWith(publicKey));
        QCOMPARE(key->publicKey().algorithm(), KeyAlgorithm::Ed25519);
        QVERIFY_OK(key->publicKey().verify(data, signature));
    }

    //! RFC 6979, A.2.5, with SHA-256.
    void ecdsaFollowsRfc6979_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("sample")
            << QByteArray("sample")
            << QByteArray("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                          "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        QTest::newRow("test")
            << QByteArray("test")
            << QByteArray("F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                          "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083");
    }
    void ecdsaFollowsRfc6979()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, signature);
        const auto key = PublicKey::fromDer(
            p256Key("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
                    "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
        QVERIFY_OK(key);
        QCOMPARE(key->algorithm(), KeyAlgorithm::EcdsaP256);
        const QByteArray raw = QByteArray::fromHex(signature);
        QVERIFY_OK(key->verify(message, raw));
        QCOMPARE_SUBJECT(key->verify(message + ' ', raw), "signature.mismatch");
        for (qsizetype i = 0; i < raw.size(); ++i) {
            QByteArray changed = raw;
            changed[i] = char(changed[i] ^ 1);
            QCOMPARE_SUBJECT(key->verify(message, changed), "signature.mismatch");
        }
        for (const QByteArray &bad : {QByteArray(), raw.chopped(1), raw + '\0',
                                      QByteArray(64, '\0'), QByteArray(64, '\xff')})
            QCOMPARE_SUBJECT(key->verify(message, bad), "signature.mismatch");
    }

    //! RFC 6979 A.2.6.
    void ecdsaOnP384IsOverEitherDigest_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("SHA-256") << QByteArray(
            "21B13D1E013C7FA1392D03C5F99AF8B30C570C6F98D4EA8E354B63A21D3DAA33"
            "BDE1E888E63355D92FA2B3C36D8FB2CDF3AA443FB107745BF4BD77CB3891674632068A10"
            "CA67E3D45DB2266FA7D1FEEBEFDC63ECCD1AC42EC0CB8668A4FA0AB0");
        QTest::newRow("SHA-384") << QByteArray(
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C"
            "81A648152E44ACF96E36DD1E80FABE4699EF4AEB15F178CEA1FE40DB2603138F130E740A"
            "19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8");
    }
    void ecdsaOnP384IsOverEitherDigest()
    {
        QFETCH(QByteArray, signature);
        const auto key = PublicKey::fromDer(
            QByteArray::fromHex("3076301006072A8648CE3D020106052B8104002203620004"
                                "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64"
                                "DEF8F0EA9055866064A254515480BC13"
                                "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1"
                                "288B231C3AE0D4FE7344FD2533264720"));
        QVERIFY_OK(key);
        QCOMPARE(key->algorithm(), KeyAlgorithm::EcdsaP384);
        const QByteArray raw = QByteArray::fromHex(signature);
        QVERIFY_OK(key->verify("sample", raw));
        QCOMPARE_SUBJECT(key->verify("simple", raw), "signature.mismatch");
        QCOMPARE_SUBJECT(key->verify("sample", raw.left(64)), "signature.mismatch");
    }

    void a2DDocIsVerified_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QByteArray>("pem");
        QFile file(test::sharedFolder() + u"/data/vectors/2ddoc.json"_qs);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonObject vectors = QJsonDocument::fromJson(file.readAll()).object();
        const QByteArray pem = vectors[u"public_key_pem"_qs].toString().toUtf8();
        for (const auto &value : vectors[u"cases"_qs].toArray()) {
            const QJsonObject code = value.toObject();
            if (code[u"signature_valid"_qs].toBool())
                QTest::addRow("%s", qPrintable(code[u"name"_qs].toString()))
                    << code[u"payload"_qs].toString() << pem;
        }
    }
    void a2DDocIsVerified()
    {
        if (QTest::currentDataTag() == nullptr)
            QSKIP("The public data are not here: AMBROISE_SHARED names their folder.");
        QFETCH(QString, payload);
        QFETCH(QByteArray, pem);
        const auto key = PublicKey::fromPem(pem);
        QVERIFY_OK(key);
        const QStringList halves = payload.split(QChar(0x1f));
        QCOMPARE(halves.size(), 2);
        const QByteArray signature = fromBase32(halves[1]);
        QByteArray signedText = halves[0].toUtf8();
        QVERIFY_OK(key->verify(signedText, signature));
        signedText[30] = char(signedText[30] ^ 1);
        QCOMPARE_SUBJECT(key->verify(signedText, signature), "signature.mismatch");
    }

    void aSignatureIsOfOneKeyAndOneText()
    {
        const SigningKey key = SigningKey::generate();
        const QByteArray signature = key.sign("ordonnance");
        QVERIFY_OK(key.publicKey().verify("ordonnance", signature));
        QCOMPARE_SUBJECT(key.publicKey().verify("ordonnancE", signature), "signature.mismatch");
        QCOMPARE_SUBJECT(SigningKey::generate().publicKey().verify("ordonnance", signature),
                         "signature.mismatch");
        QCOMPARE_SUBJECT(key.publicKey().verify("ordonnance", signature.left(63)),
                         "signature.mismatch");
    }

    void aSigningKeySurvivesItsTextForms()
    {
        const SigningKey key = SigningKey::generate();
        const SecretBytes pem = key.toPem();
        QVERIFY(pem.view().startsWith("-----BEGIN PRIVATE KEY-----"));
        QCOMPARE(SigningKey::fromPem(pem)->publicKey(), key.publicKey());
        const SecretBytes practiceKey = SecretBytes::random(32);
        const QByteArray sealed = key.toSealed(practiceKey);
        QVERIFY(!sealed.contains("PRIVATE"));
        QCOMPARE(SigningKey::fromSealed(practiceKey, sealed)->publicKey(), key.publicKey());
        QCOMPARE_SUBJECT(SigningKey::fromSealed(SecretBytes::random(32), sealed),
                         "envelope.tampered");
    }

    void whatIsNoSigningKeyIsRefused()
    {
        QCOMPARE_SUBJECT(SigningKey::fromPem(SecretBytes::fromBytes("x")), "signature.key");
        QCOMPARE_SUBJECT(SigningKey::fromPem({}), "signature.key");
        QCOMPARE_SUBJECT(SigningKey::fromSeed(SecretBytes::random(31)), "signature.seed");
        const QByteArray publicPem = SigningKey::generate().publicKey().toPem();
        QCOMPARE_SUBJECT(SigningKey::fromPem(SecretBytes::fromBytes(publicPem)), "signature.key");
    }

    void aPublicKeySurvivesItsTextForms()
    {
        const PublicKey key = SigningKey::generate().publicKey();
        QCOMPARE(*PublicKey::fromPem(key.toPem()), key);
        QCOMPARE(*PublicKey::fromDer(key.toDer()), key);
        QVERIFY(key.toPem().startsWith("-----BEGIN PUBLIC KEY-----\n"));
        QCOMPARE(key.keyId(), sha256(key.toDer()).left(8));
        QCOMPARE_SUBJECT(PublicKey::fromPem("x"), "signature.public_key");
        QCOMPARE_SUBJECT(PublicKey::fromDer(key.toDer() + 'x'), "signature.public_key");
        QCOMPARE_SUBJECT(PublicKey::fromDer({}), "signature.public_key");
    }

    void aCertificateSaysWhoseTheKeyIs()
    {
        const SigningKey key = SigningKey::generate();
        const auto certificate = certificateOf(key);
        QVERIFY_OK(certificate);
        QCOMPARE(certificate->subjectName(), u"Dr Élodie Vasseur"_qs);
        QCOMPARE(certificate->organisation(), u"Cabinet des Tilleuls"_qs);
        QCOMPARE(certificate->validFrom(), from);
        QCOMPARE(certificate->validTo(), to);
        QCOMPARE(certificate->publicKey(), key.publicKey());
        QCOMPARE(certificate->keyId(), key.publicKey().keyId());
        QCOMPARE(certificate->fingerprint(), sha256(certificate->toDer()));
        QVERIFY_OK(certificate->verify("ordonnance", key.sign("ordonnance")));
        QVERIFY_OK(certificate->checkIssuedBy(*certificate));
        QVERIFY(certificateOf(key)->fingerprint() != certificate->fingerprint());
    }

    void aCertificateSurvivesItsTextForms()
    {
        const auto certificate = certificateOf(SigningKey::generate());
        QVERIFY_OK(certificate);
        QCOMPARE(*Certificate::fromPem(certificate->toPem()), *certificate);
        QCOMPARE(*Certificate::fromDer(certificate->toDer()), *certificate);
        QCOMPARE(*PublicKey::fromPem(certificate->toPem()), certificate->publicKey());
        QCOMPARE(*PublicKey::fromDer(certificate->toDer()), certificate->publicKey());
    }

    void aCertificateIsValidFromItsFirstSecondToItsLast()
    {
        const auto certificate = certificateOf(SigningKey::generate());
        QVERIFY(!certificate->isValidAt(from.addSecs(-1)));
        QVERIFY(certificate->isValidAt(from));
        QVERIFY(certificate->isValidAt(to));
        QVERIFY(!certificate->isValidAt(to.addSecs(1)));
    }

    void aCertificateThatWouldSayNothingIsNotMade_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<QDateTime>("begins");
        QTest::addColumn<QDateTime>("ends");
        QTest::addColumn<QString>("subject");
        const QString badName = u"certificate.name"_qs;
        const QString period = u"certificate.period"_qs;
        QTest::newRow("no name") << u" "_qs << u"O"_qs << from << to << badName;
        QTest::newRow("no organisation") << u"N"_qs << QString() << from << to << badName;
        QTest::newRow("65 characters") << QString(65, u'n') << u"O"_qs << from << to << badName;
        QTest::newRow("a line break") << u"a\nb"_qs << u"O"_qs << from << to << badName;
        QTest::newRow("half a character")
            << QString(QChar(0xd800)) << u"O"_qs << from << to << badName;
        QTest::newRow("ends before it begins") << u"N"_qs << u"O"_qs << to << from << period;
        QTest::newRow("no date") << u"N"_qs << u"O"_qs << QDateTime() << to << period;
        QTest::newRow("never ends") << u"N"_qs << u"O"_qs << from << to.addYears(90000) << period;
    }
    void aCertificateThatWouldSayNothingIsNotMade()
    {
        QFETCH(QString, name);
        QFETCH(QString, organisation);
        QFETCH(QDateTime, begins);
        QFETCH(QDateTime, ends);
        QFETCH(QString, subject);
        const auto certificate =
            Certificate::selfSigned(SigningKey::generate(), name, organisation, begins, ends);
        QVERIFY(!certificate.ok());
        QCOMPARE(certificate.error().subject, subject);
    }

    void datesFarAwayAreKept()
    {
        const QDateTime far(QDate(2060, 1, 1), QTime(0, 0), Qt::UTC); // no UTCTime any more
        const auto certificate =
            Certificate::selfSigned(SigningKey::generate(), u"N"_qs, u"O"_qs, from, far);
        QVERIFY_OK(certificate);
        QCOMPARE(certificate->validTo(), far);
    }

    void everyChangedByteOfACertificateIsFound()
    {
        const auto certificate = certificateOf(SigningKey::generate());
        const QByteArray der = certificate->toDer();
        for (qsizetype i = 0; i < der.size(); ++i)
            for (const int mask : {0x01, 0x20, 0x80}) {
                QByteArray changed = der;
                changed[i] = char(changed[i] ^ mask);
                const auto read = Certificate::fromDer(changed);
                if (read.ok() && *read != *certificate && read->checkIssuedBy(*read).ok())
                    QFAIL(qPrintable(QString::number(i)));
                QVERIFY(!Certificate::fromDer(der.left(i)).ok());
            }
    }

    void whatIsNoCertificateIsRefused()
    {
        QCOMPARE_SUBJECT(Certificate::fromPem({}), "certificate.format");
        QCOMPARE_SUBJECT(Certificate::fromPem("-----BEGIN CERTIFICATE-----\nAAAA\n"
                                              "-----END CERTIFICATE-----\n"),
                         "certificate.format");
        QCOMPARE_SUBJECT(Certificate::fromPem(QByteArray(2 << 20, 'x')), "certificate.format");
        QCOMPARE_SUBJECT(Certificate::fromDer({}), "certificate.format");
    }

    void aCertificateOfAnotherIssuerIsNotTaken()
    {
        const auto ours = certificateOf(SigningKey::generate());
        const auto forged = certificateOf(SigningKey::generate()); // the same names
        QCOMPARE_SUBJECT(forged->checkIssuedBy(*ours), "certificate.issuer");
    }

    void onlyWhatIsTrustedVerifies()
    {
        const SigningKey key = SigningKey::generate();
        const auto certificate = certificateOf(key);
        const QByteArray id = certificate->keyId();
        const QByteArray signature = key.sign("ordonnance");
        TrustStore store;
        QCOMPARE_SUBJECT(store.verify(id, "ordonnance", signature, during),
                         "signature.unknown_key");
        QVERIFY_OK(store.add(*certificate));
        const auto proof = store.verify(id, "ordonnance", signature, during);
        QVERIFY_OK(proof);
        QCOMPARE(*proof, *certificate);
        QCOMPARE_SUBJECT(store.verify(id, "other", signature, during), "signature.mismatch");
        QCOMPARE_SUBJECT(store.verify(id, "ordonnance", signature, to.addDays(1)),
                         "signature.expired");
        QCOMPARE_SUBJECT(store.verify(id, "ordonnance", signature, from.addDays(-1)),
                         "signature.expired");
    }

    void aRevokedKeyStaysRevoked()
    {
        const SigningKey key = SigningKey::generate();
        const auto certificate = certificateOf(key);
        const QByteArray id = certificate->keyId();
        TrustStore store;
        QCOMPARE_SUBJECT(store.revoke(id), "signature.unknown_key");
        QVERIFY_OK(store.add(*certificate));
        QVERIFY_OK(store.revoke(id));
        QCOMPARE_SUBJECT(store.verify(id, "x", key.sign("x"), during), "signature.revoked");
        QVERIFY_OK(store.add(*certificate));
        QVERIFY_OK(store.add(*certificateOf(key)));
        QCOMPARE(store.entries().size(), 2);
        QVERIFY(store.find(id)->revoked);
        QCOMPARE_SUBJECT(store.verify(id, "x", key.sign("x"), during), "signature.revoked");
    }

    void aRenewedCertificateProvesWhatIsSignedLater()
    {
        const SigningKey key = SigningKey::generate();
        const auto first = certificateOf(key);
        const auto second = Certificate::selfSigned(key, u"N"_qs, u"O"_qs, to, to.addYears(3));
        TrustStore store;
        QVERIFY_OK(store.add(*second));
        QVERIFY_OK(store.add(*first));
        const QByteArray signature = key.sign("x");
        QCOMPARE(*store.verify(first->keyId(), "x", signature, during), *first);
        QCOMPARE(*store.verify(first->keyId(), "x", signature, to.addDays(9)), *second);
        QCOMPARE(store.find(first->keyId())->certificate, *second);
    }
};
QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
