// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/signature.h>

#include <support/result.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

const QDateTime from(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
const QDateTime to(QDate(2029, 1, 1), QTime(0, 0), Qt::UTC);
const QString during = u"1795510800"_qs; // 2026-11-24T09:00:00Z

} // namespace

//! Our signatures and certificates against the openssl command.
class TestOpenssl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_program = QStandardPaths::findExecutable(u"openssl"_qs);
        if (m_program.isEmpty())
            QSKIP("The openssl command is not installed.");
        QVERIFY(m_folder.isValid());
        QVERIFY_OK(m_certificate);
        write(u"certificate.pem"_qs, m_certificate->toPem());
        write(u"public.pem"_qs, m_key.publicKey().toPem());
        write(u"data"_qs, "ordonnance");
        write(u"signature"_qs, m_key.sign("ordonnance"));
    }

    void ourCertificateIsReadable()
    {
        QVERIFY(run({u"x509"_qs, u"-in"_qs, u"certificate.pem"_qs, u"-noout"_qs, u"-text"_qs,
                     u"-nameopt"_qs, u"utf8,sep_comma_plus"_qs}));
        for (const char *expected :
             {"Version: 3", "Signature Algorithm: ED25519", "O=Cabinet des Tilleuls",
              "CN=Dr Élodie Vasseur", "Not Before: Jan  1 00:00:00 2026 GMT",
              "Not After : Jan  1 00:00:00 2029 GMT", "CA:FALSE",
              "Digital Signature, Non Repudiation"})
            QVERIFY2(m_output.contains(expected), m_output.constData());
    }

    void ourCertificateIsVerified()
    {
        QVERIFY2(run({u"verify"_qs, u"-attime"_qs, during, u"-check_ss_sig"_qs, u"-x509_strict"_qs,
                      u"-CAfile"_qs, u"certificate.pem"_qs, u"certificate.pem"_qs}),
                 m_output.constData());
        QVERIFY(m_output.contains("certificate.pem: OK"));
    }

    void ourFingerprintIsTheirs()
    {
        QVERIFY(run({u"x509"_qs, u"-in"_qs, u"certificate.pem"_qs, u"-noout"_qs, u"-fingerprint"_qs,
                     u"-sha256"_qs}));
        QVERIFY(m_output.replace(":", "").toLower().contains(m_certificate->fingerprint().toHex()));
    }

    void ourSignatureIsVerified()
    {
        QVERIFY2(run({u"pkeyutl"_qs, u"-verify"_qs, u"-pubin"_qs, u"-inkey"_qs, u"public.pem"_qs,
                      u"-rawin"_qs, u"-in"_qs, u"data"_qs, u"-sigfile"_qs, u"signature"_qs}),
                 m_output.constData());
        write(u"changed"_qs, "ordonnancE");
        QVERIFY(!run({u"pkeyutl"_qs, u"-verify"_qs, u"-pubin"_qs, u"-inkey"_qs, u"public.pem"_qs,
                      u"-rawin"_qs, u"-in"_qs, u"changed"_qs, u"-sigfile"_qs, u"signature"_qs}));
    }

    void theirKeySignsTheSame()
    {
        QVERIFY(run({u"genpkey"_qs, u"-algorithm"_qs, u"ed25519"_qs, u"-out"_qs, u"key.pem"_qs}));
        QVERIFY(run({u"pkeyutl"_qs, u"-sign"_qs, u"-inkey"_qs, u"key.pem"_qs, u"-rawin"_qs,
                     u"-in"_qs, u"data"_qs, u"-out"_qs, u"theirs"_qs}));
        const auto key = SigningKey::fromPem(SecretBytes::fromBytes(read(u"key.pem"_qs)));
        QVERIFY_OK(key);
        QCOMPARE(key->sign("ordonnance"), read(u"theirs"_qs));
    }

    void aKeyUnderAPasswordIsRefusedWithoutAsking()
    {
        QVERIFY(run({u"genpkey"_qs, u"-algorithm"_qs, u"ed25519"_qs, u"-aes256"_qs, u"-pass"_qs,
                     u"pass:x"_qs, u"-out"_qs, u"locked.pem"_qs}));
        QCOMPARE_SUBJECT(SigningKey::fromPem(SecretBytes::fromBytes(read(u"locked.pem"_qs))),
                         "signature.key");
    }

    void aKeyOfAnotherKindDoesNotSign()
    {
        QVERIFY(run({u"genpkey"_qs, u"-algorithm"_qs, u"RSA"_qs, u"-out"_qs, u"rsa.pem"_qs}));
        QCOMPARE_SUBJECT(SigningKey::fromPem(SecretBytes::fromBytes(read(u"rsa.pem"_qs))),
                         "signature.key");
        QVERIFY(run({u"pkey"_qs, u"-in"_qs, u"rsa.pem"_qs, u"-pubout"_qs, u"-out"_qs,
                     u"rsapublic.pem"_qs}));
        const auto key = PublicKey::fromPem(read(u"rsapublic.pem"_qs));
        QVERIFY_OK(key);
        QCOMPARE(key->algorithm(), KeyAlgorithm::Other);
        QCOMPARE_SUBJECT(key->verify("x", QByteArray(64, 'x')), "signature.algorithm");
    }

    //! As the authorities of 2D-Doc do.
    void aCertificateIsFollowedToItsAuthority()
    {
        const QStringList p256 = {u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs,
                                  u"ec_paramgen_curve:P-256"_qs, u"-nodes"_qs};
        QVERIFY(run(QStringList{u"req"_qs, u"-x509"_qs} + p256 +
                    QStringList{u"-keyout"_qs, u"ca.key"_qs, u"-out"_qs, u"ca.pem"_qs, u"-subj"_qs,
                                u"/O=Authority/CN=FR00"_qs}));
        QVERIFY(run(QStringList{u"req"_qs} + p256 +
                    QStringList{u"-keyout"_qs, u"leaf.key"_qs, u"-out"_qs, u"leaf.csr"_qs,
                                u"-subj"_qs, u"/O=Issuer/CN=TST1"_qs}));
        QVERIFY(
            run({u"x509"_qs, u"-req"_qs, u"-in"_qs, u"leaf.csr"_qs, u"-CA"_qs, u"ca.pem"_qs,
                 u"-CAkey"_qs, u"ca.key"_qs, u"-CAcreateserial"_qs, u"-out"_qs, u"leaf.pem"_qs}));
        const auto authority = Certificate::fromPem(read(u"ca.pem"_qs));
        const auto leaf = Certificate::fromPem(read(u"leaf.pem"_qs));
        QVERIFY_OK(authority);
        QVERIFY_OK(leaf);
        QCOMPARE(leaf->subjectName(), u"TST1"_qs);
        QCOMPARE(leaf->publicKey().algorithm(), KeyAlgorithm::EcdsaP256);
        QVERIFY_OK(authority->checkIssuedBy(*authority));
        QVERIFY_OK(leaf->checkIssuedBy(*authority));
        QCOMPARE_SUBJECT(leaf->checkIssuedBy(*leaf), "certificate.issuer");
        QCOMPARE_SUBJECT(leaf->checkIssuedBy(*m_certificate), "certificate.issuer");
    }

private:
    bool run(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_program, arguments);
        process.closeWriteChannel();
        const bool finished = process.waitForFinished(60000);
        m_output = process.readAll();
        return finished && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_program;
    QByteArray m_output;
    SigningKey m_key = SigningKey::generate();
    Result<Certificate> m_certificate = Certificate::selfSigned(
        m_key, u"Dr Élodie Vasseur"_qs, u"Cabinet des Tilleuls"_qs, from, to);
};
QTEST_GUILESS_MAIN(TestOpenssl)
#include "tst_openssl.moc"
