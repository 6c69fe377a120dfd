// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/kdf.h>

#include "cardfixture.h"

#include <support/folders.h>
#include <support/result.h>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QtTest>

#include <memory>

using namespace ambroise;
using namespace ambroise::cards;
using namespace ambroise::test;

namespace {

//! What the README says that the card's secret is, made without the card.
QByteArray secretByTheBook(const QByteArray &keyPem, const QByteArray &saltUsed)
{
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(
        BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())), &BIO_free_all);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    const QByteArray message = QByteArray("ambroise/cards/unlock/v1") + '\0' + saltUsed;
    QByteArray signature(256, '\0');
    size_t size = size_t(signature.size());
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                   reinterpret_cast<const unsigned char *>(message.constData()),
                   size_t(message.size()));
    return crypto::hkdf(crypto::SecretBytes::fromBytes(signature), "ambroise/cards/secret/v1", 32,
                        saltUsed)
        .view()
        .toByteArray();
}

} // namespace

class TestCardReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_box = std::make_unique<SoftCardBox>();
        MAKE_CARD(m_doctor, *m_box);
        SoftCardSpec nurse;
        nurse.label = u"CPS INFIRMIER"_qs;
        nurse.nationalId = u"00B6087510"_qs;
        nurse.surname = u"INFIRMCS ADELI8751"_qs;
        nurse.givenName = u"OLIVIER"_qs;
        nurse.isTest = false;
        nurse.pin = u"5678"_qs;
        MAKE_CARD(m_nurse, *m_box, nurse);
        makeLegalSignatureFirst();
        makeOddCards();
    }

    void aCardIsKnownBeforeItsCodeIsTyped()
    {
        const auto info = card(m_doctor);
        QVERIFY(info);
        QCOMPARE(info->label, m_doctor.label);
        QVERIFY(!info->reader.isEmpty());
        QCOMPARE(info->holderName, u"KIT DOC0021889"_qs);
        QCOMPARE(info->professionalId, u"99700218896"_qs);
        QVERIFY(info->isTest);
        QCOMPARE(info->certificateDer, m_doctor.certificateDer);
        QCOMPARE(info->certificateFingerprint, crypto::sha256(m_doctor.certificateDer));
        QCOMPARE(info->certificateExpiry.year(), 2029);
        QCOMPARE(info->pin, PinState::Ok);
        QVERIFY(!info->triesLeft);
        QVERIFY(!info->pinOnReader);
    }

    void twoCardsAreToldApart()
    {
        QVERIFY(m_doctor.serial != m_nurse.serial);
        QCOMPARE(card(m_doctor)->holderName, u"KIT DOC0021889"_qs);
        QCOMPARE(card(m_nurse)->holderName, u"OLIVIER INFIRMCS ADELI8751"_qs);
        QCOMPARE(card(m_nurse)->professionalId, u"0B6087510"_qs);
        QVERIFY(!card(m_nurse)->isTest);
        QVERIFY(secret(m_doctor, salt) != secret(m_nurse, salt));
    }

    void theSecretIsTheSameInEverySession()
    {
        const QByteArray first = secret(m_doctor, salt);
        QCOMPARE(first.size(), 32);
        QCOMPARE(secret(m_doctor, salt), first);
    }

    void theSecretIsWhatTheReadmeSays()
    {
        QCOMPARE(secret(m_doctor, salt), secretByTheBook(m_doctor.keyPem, salt));
    }

    void anotherSaltGivesAnotherSecret()
    {
        QVERIFY(secret(m_doctor, salt) != secret(m_doctor, otherSalt));
    }

    void aSaltThatCouldBeGuessedIsRefused()
    {
        auto module = load();
        QCOMPARE_SUBJECT(module.unlock(m_doctor.serial, pin(), QByteArray(15, 's'), now()),
                         "card.salt");
    }

    void theKeyOfAuthenticationServesAndNotTheOneOfLegalSignatures()
    {
        QCOMPARE(card(m_legal)->holderName, u"AUTHENTIFICATION DOC0021889"_qs);
        QVERIFY(!secret(m_legal, salt).isEmpty());
        QVERIFY(secret(m_legal, salt) != secretByTheBook(m_legal.keyPem, salt));
    }

    void aCardOfAnotherMakeServesWithTheKeyThatItHas()
    {
        QCOMPARE(secret(m_foreign, salt), secretByTheBook(m_foreign.keyPem, salt));
    }

    void aCardWithoutCertificateIsShownAndRefused()
    {
        const auto info = card(m_bare);
        QVERIFY(info);
        QVERIFY(info->certificateDer.isEmpty());
        QVERIFY(info->holderName.isEmpty());
        QVERIFY(!info->certificateExpiry.isValid());
        auto module = load();
        const auto refused = module.unlock(m_bare.serial, pin(), salt, now());
        QCOMPARE_SUBJECT(refused, "card.no_certificate");
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }

    void aCardIsRefusedFromTheSecondAfterItsCertificateEnds()
    {
        auto module = load();
        const QDateTime end = SoftCardSpec().validUntil;
        QVERIFY_OK(module.unlock(m_doctor.serial, pin(), salt, end));
        const auto refused = module.unlock(m_doctor.serial, pin(), salt, end.addSecs(1));
        QCOMPARE_SUBJECT(refused, "card.expired");
        QCOMPARE(refused.error().code, ErrorCode::Denied);
    }

    void aCardThatOnlyKnowsEcdsaIsShownAndRefused()
    {
        QCOMPARE(card(m_ecdsa)->holderName, u"KIT DOC0021889"_qs);
        auto module = load();
        const auto refused = module.unlock(m_ecdsa.serial, pin(), salt, now());
        QCOMPARE_SUBJECT(refused, "card.key");
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
    }

    void aWrongCodeIsRefused()
    {
        auto module = load();
        const auto refused = module.unlock(m_nurse.serial, pin(u"9999"_qs), salt, now());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        // SoftHSM raises this flag at the first wrong code.
        QCOMPARE_SUBJECT(refused, "card.pin_low");
        QCOMPARE(card(m_nurse)->pin, PinState::Few);
        QVERIFY(!secret(m_nurse, salt).isEmpty());
        QCOMPARE(card(m_nurse)->pin, PinState::Ok);
    }

    void aCardThatIsNotThereIsNotFound()
    {
        auto module = load();
        const auto refused = module.unlock(u"0000"_qs, pin(), salt, now());
        QCOMPARE_SUBJECT(refused, "card.none");
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    }

    void whatIsNoPkcs11LibraryIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing") << QString();
        QTest::newRow("missing") << u"/opt/santesocial/CPS/lib/absent.so"_qs;
        QTest::newRow("a bare name") << u"libsofthsm2.so"_qs;
        QTest::newRow("a folder") << u"/usr/lib/"_qs;
        QTest::newRow("a text") << test::sourceFolder() + u"/tests/cards/cardfixture.h"_qs;
        QTest::newRow("a library of another kind")
            << QLibraryInfo::path(QLibraryInfo::LibrariesPath) + u"/libQt6Core.so.6"_qs;
    }
    void whatIsNoPkcs11LibraryIsRefused()
    {
        QFETCH(QString, path);
        const auto module = CardModule::load(path);
        QCOMPARE_SUBJECT(module, "card.module");
        QCOMPARE(module.error().code, ErrorCode::Unavailable);
    }

private:
    static CardModule load() { return CardModule::load(SoftCardBox::modulePath()).value(); }

    static std::optional<CardInfo> card(const SoftCard &wanted)
    {
        auto module = load();
        const auto cards = module.cards();
        if (!cards.ok())
            return {};
        const auto found = std::find_if(cards->begin(), cards->end(), [&](const CardInfo &info) {
            return info.serial == wanted.serial;
        });
        return found == cards->end() ? std::nullopt : std::optional(*found);
    }

    //! Empty where the card gives none; each time with a library that is loaded anew.
    static QByteArray secret(const SoftCard &card, const QByteArray &saltUsed)
    {
        auto module = load();
        const auto made = module.unlock(card.serial, pin(card.pin), saltUsed, now());
        return made.ok() ? made->view().toByteArray() : QByteArray();
    }

    void makeLegalSignatureFirst()
    {
        SoftCardSpec legal;
        legal.label = u"CPS COMPLETE"_qs;
        legal.keyId = QByteArray(1, char(0x10));
        MAKE_CARD(m_legal, *m_box, legal);
        SoftCardSpec authentication;
        authentication.givenName = u"AUTHENTIFICATION"_qs;
        QVERIFY_OK(m_box->addKey(m_legal, authentication));
    }

    void makeOddCards()
    {
        SoftCardSpec bare;
        bare.label = u"SANS CERTIFICAT"_qs;
        bare.withCertificate = false;
        MAKE_CARD(m_bare, *m_box, bare);
        SoftCardSpec ecdsa;
        ecdsa.label = u"ECDSA"_qs;
        ecdsa.key = SoftCardSpec::Key::Ecdsa;
        MAKE_CARD(m_ecdsa, *m_box, ecdsa);
        SoftCardSpec foreign;
        foreign.label = u"AUTRE MARQUE"_qs;
        foreign.keyId = "A1";
        MAKE_CARD(m_foreign, *m_box, foreign);
    }

    std::unique_ptr<SoftCardBox> m_box;
    SoftCard m_doctor;
    SoftCard m_nurse;
    SoftCard m_legal;
    SoftCard m_bare;
    SoftCard m_ecdsa;
    SoftCard m_foreign;
};
QTEST_GUILESS_MAIN(TestCardReader)
#include "tst_cardreader.moc"
