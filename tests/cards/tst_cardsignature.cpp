// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardmonitor.h>

#include "cardfixture.h"

#include <support/result.h>

#include <QtTest>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

using namespace ambroise;
using namespace ambroise::cards;
using namespace ambroise::test;
using namespace std::chrono_literals;

namespace {

const QByteArray message = "ce que la carte signe";

//! Not by our own code.
bool verified(const QByteArray &der, const QByteArray &data, const QByteArray &signature)
{
    const auto *next = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> x509(
        d2i_X509(nullptr, &next, long(der.size())), &X509_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    return x509 &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr,
                                X509_get0_pubkey(x509.get())) == 1 &&
           EVP_DigestVerify(
               context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
               size_t(signature.size()), reinterpret_cast<const unsigned char *>(data.constData()),
               size_t(data.size())) == 1;
}

} // namespace

class TestCardSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_box = std::make_unique<SoftCardBox>();
        MAKE_CARD(m_card, *m_box);
        SoftCardSpec legal;
        legal.keyId = QByteArray(1, char(0x10));
        QVERIFY_OK(m_box->addKey(m_card, legal));
        SoftCardSpec bare;
        bare.label = u"SANS SIGNATURE"_qs;
        MAKE_CARD(m_bare, *m_box, bare);
        SoftCardSpec expired;
        expired.label = u"EXPIREE"_qs;
        MAKE_CARD(m_expired, *m_box, expired);
        expired.keyId = QByteArray(1, char(0x10));
        expired.validUntil = now().addDays(-1);
        QVERIFY_OK(m_box->addKey(m_expired, expired));
    }
    void init()
    {
        m_shim = std::make_unique<CardShim>();
        auto module = CardModule::load(CardShim::modulePath());
        QVERIFY_OK(module);
        m_module = std::make_unique<CardModule>(std::move(*module));
    }
    void cleanup()
    {
        m_module.reset();
        m_shim.reset();
    }

    void theKeyOfLegalSignaturesSigns()
    {
        const auto certificate = m_module->signatureCertificate(m_card.serial);
        QVERIFY_OK(certificate);
        QVERIFY(*certificate != m_card.certificateDer); // that one is of authentication
        const auto signature = m_module->sign(m_card.serial, pin(), message, now());
        QVERIFY_OK(signature);
        QVERIFY(verified(*certificate, message, *signature));
        QVERIFY(!verified(m_card.certificateDer, message, *signature));
    }
    void theKeyOfAuthenticationNeverSigns()
    {
        QCOMPARE_SUBJECT(m_module->signatureCertificate(m_bare.serial), "card.no_signature");
        QCOMPARE_SUBJECT(m_module->sign(m_bare.serial, pin(), message, now()), "card.no_signature");
    }
    void aWrongCodeSignsNothing()
    {
        QCOMPARE_SUBJECT(m_module->sign(m_card.serial, pin(u"9999"_qs), message, now()),
                         "card.pin_low");
    }
    void anExpiredCertificateSpendsNoTry()
    {
        QCOMPARE_SUBJECT(m_module->sign(m_expired.serial, pin(), message, now()), "card.expired");
        QCOMPARE(m_shim->logins(), 0);
    }
    void aCardTakenOutWhileItSignsIsGone()
    {
        m_shim->change([](ShimState &state) { state.signing = ShimState::Signing::Removes; });
        QCOMPARE_SUBJECT(m_module->sign(m_card.serial, pin(), message, now()), "card.removed");
    }
    void aSignatureThatTheCertificateDoesNotVerifyIsNotGiven()
    {
        m_shim->change([](ShimState &state) { state.signing = ShimState::Signing::Differs; });
        QCOMPARE_SUBJECT(m_module->sign(m_card.serial, pin(), message, now()), "card.key");
    }
    void theMonitorSignsOnItsOwnThread()
    {
        m_module.reset(); // one library, one owner
        const ManualClock clock;
        CardMonitor monitor(CardShim::modulePath(), clock);
        auto certificate = monitor.signatureCertificate(m_card.serial);
        m_shim->closeGate();
        auto signature = monitor.sign(m_card.serial, pin(), message);
        QTRY_COMPARE(m_shim->waiting(), 1);
        QVERIFY(!signature.isFinished());
        m_shim->openGate();
        QTRY_VERIFY(signature.isFinished());
        QVERIFY(verified(*certificate.result(), message, *signature.result()));
    }

private:
    std::unique_ptr<SoftCardBox> m_box;
    std::unique_ptr<CardShim> m_shim;
    std::unique_ptr<CardModule> m_module;
    SoftCard m_card;
    SoftCard m_bare;
    SoftCard m_expired;
};
QTEST_GUILESS_MAIN(TestCardSignature)
#include "tst_cardsignature.moc"
