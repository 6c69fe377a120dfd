// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/cades.h>
#include <ambroise/crypto/rsakey.h>

#include <support/result.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

const QByteArray content = "ordonnance\nà jeun\n";
const QDateTime at(QDate(2026, 11, 24), QTime(9, 42, 7), Qt::UTC);

} // namespace

//! A card's signature as the openssl command makes and reads it.
class TestCades : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QByteArray m_certificate; //!< DER
    std::optional<RsaKey> m_key;
    QByteArray m_output;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"openssl"_qs, arguments.split(u' '));
        process.waitForFinished();
        m_output = process.readAll();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    [[nodiscard]] Result<QByteArray> ours() const
    {
        AMBROISE_TRY(const CadesDraft draft, CadesDraft::of(content, m_certificate, at));
        return draft.finish(m_key->sign(draft.toSign()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_qs).isEmpty())
            QSKIP("The openssl command is not installed.");
        write(u"content"_qs, content);
        QVERIFY2(openssl(u"req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem "
                         "-days 30 -subj /C=FR/CN=899700218896 -addext "
                         "keyUsage=critical,digitalSignature,nonRepudiation"_qs),
                 m_output.constData());
        QVERIFY(openssl(u"x509 -in certificate.pem -outform DER -out certificate.der"_qs));
        m_certificate = bytesOf(u"certificate.der"_qs);
        auto key = RsaKey::fromPem(SecretBytes::fromBytes(bytesOf(u"key.pem"_qs)));
        QVERIFY_OK(key);
        m_key = std::move(*key);
    }

    void oursIsVerifiedByAnother()
    {
        const auto made = ours();
        QVERIFY_OK(made);
        write(u"ours.der"_qs, *made);
        const QString verify = u"cms -verify -cades -binary -inform DER -in ours.der -content "
                               "content -CAfile certificate.pem -purpose any -out /dev/null"_qs;
        QVERIFY2(openssl(verify), m_output.constData());
        QVERIFY(openssl(u"cms -cmsout -print -inform DER -in ours.der -noout"_qs));
        QVERIFY2(m_output.contains("Nov 24 09:42:07 2026 GMT"), m_output.constData());
        write(u"content"_qs, content + "ajout");
        QVERIFY(!openssl(verify));
        write(u"content"_qs, content);
    }

    void oursTellsWhoAndWhen()
    {
        const auto made = ours();
        QVERIFY_OK(made);
        const auto signer = verifyCades(*made, content);
        QVERIFY_OK(signer);
        QCOMPARE(signer->certificate.toDer(), m_certificate);
        QCOMPARE(signer->at, at);
    }

    void anotherOnesIsRead()
    {
        QVERIFY2(openssl(u"cms -sign -cades -binary -md sha256 -signer certificate.pem -inkey "
                         "key.pem -in content -outform DER -out theirs.der"_qs),
                 m_output.constData());
        const auto signer = verifyCades(bytesOf(u"theirs.der"_qs), content);
        QVERIFY_OK(signer);
        QCOMPARE(signer->certificate.subjectName(), u"899700218896"_qs);
    }

    void anotherContentIsNotTheOneThatWasSigned()
    {
        QCOMPARE_SUBJECT(verifyCades(*ours(), content + ' '), "signature.mismatch");
        QCOMPARE_SUBJECT(verifyCades(*ours(), {}), "signature.mismatch");
    }

    void noByteOfItMayBeAnother()
    {
        const QByteArray made = *ours();
        for (qsizetype i = 0; i < made.size(); ++i) {
            QByteArray changed = made;
            changed[i] = char(changed[i] ^ 0x01);
            const auto signer = verifyCades(changed, content);
            // The certificate's own signature is not what is looked at here, its digest is.
            QVERIFY2(!signer.ok() || signer->certificate.toDer() == m_certificate,
                     qPrintable(QString::number(i)));
        }
        for (const qsizetype length :
             {qsizetype(0), qsizetype(1), made.size() / 2, made.size() - 1})
            QVERIFY(!verifyCades(made.left(length), content).ok());
        QVERIFY(!verifyCades(made + '\0', content).ok());
    }

    void aSignatureOfSomethingElseIsNotTakenIn()
    {
        const auto draft = CadesDraft::of(content, m_certificate, at);
        QVERIFY_OK(draft);
        QCOMPARE_SUBJECT(draft->finish(m_key->sign(content)), "signature.mismatch");
        QCOMPARE_SUBJECT(draft->finish({}), "signature.mismatch");
    }

    void aKeyThatIsNotRsaIsTold()
    {
        const auto key = SigningKey::generate();
        const auto other = Certificate::selfSigned(key, u"Cabinet"_qs, u"Cabinet"_qs,
                                                   at.addDays(-1), at.addDays(1));
        QVERIFY_OK(other);
        QCOMPARE_SUBJECT(CadesDraft::of(content, other->toDer(), at), "signature.algorithm");
        QCOMPARE_SUBJECT(CadesDraft::of(content, "nonsense", at), "certificate.format");
    }
};
QTEST_GUILESS_MAIN(TestCades)
#include "tst_cades.moc"
