// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardholder.h>

#include <support/result.h>
#include <support/softcard.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::cards;
using test::SoftCardSpec;

namespace {

//! ECDSA keys are made faster; the holder is the same.
SoftCardSpec quick()
{
    SoftCardSpec spec;
    spec.key = SoftCardSpec::Key::Ecdsa;
    return spec;
}

Result<CardHolder> holderOf(const SoftCardSpec &spec)
{
    return CardHolder::fromCertificate(test::makeCertificate(spec).der);
}

} // namespace

class TestCardHolder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDoctorsCertificateNamesItsHolder()
    {
        const auto holder = holderOf(quick());
        QVERIFY_OK(holder);
        QCOMPARE(holder->nationalId, u"899700218896"_qs);
        QCOMPARE(holder->professionalId, u"99700218896"_qs);
        QCOMPARE(holder->surname, u"DOC0021889"_qs);
        QCOMPARE(holder->givenName, u"KIT"_qs);
        QCOMPARE(holder->title, u"Médecin"_qs);
        QCOMPARE(holder->name(), u"KIT DOC0021889"_qs);
        QCOMPARE(holder->cardNumber, u"8025000001/2800000001"_qs);
        QCOMPARE(holder->profession, std::optional(10));
    }

    void onlyNationalNumbersAreProfessionalOnes_data()
    {
        QTest::addColumn<QString>("nationalId");
        QTest::addColumn<QString>("professionalId");
        QTest::newRow("RPPS") << u"899700218896"_qs << u"99700218896"_qs;
        QTest::newRow("RPPS without its prefix") << u"10100000001"_qs << u"10100000001"_qs;
        QTest::newRow("ADELI") << u"00B6087510"_qs << u"0B6087510"_qs;
        QTest::newRow("an employer's register") << u"3990000015/0000000001"_qs << QString();
        QTest::newRow("a student") << u"9012345678"_qs << QString();
        QTest::newRow("a machine") << u"poste-1.cabinet.example"_qs << QString();
    }
    void onlyNationalNumbersAreProfessionalOnes()
    {
        QFETCH(QString, nationalId);
        SoftCardSpec spec = quick();
        spec.nationalId = nationalId;
        const auto holder = holderOf(spec);
        QVERIFY_OK(holder);
        QCOMPARE(holder->nationalId, nationalId);
        QTEST(holder->professionalId, "professionalId");
    }

    void theTypeOfCardIsKnown_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<std::optional<CardType>>("type");
        QTest::newRow("CPS") << 0 << std::optional(CardType::Cps);
        QTest::newRow("CPF") << 1 << std::optional(CardType::Cpf);
        QTest::newRow("CPE") << 2 << std::optional(CardType::Cpe);
        QTest::newRow("CPA") << 3 << std::optional(CardType::Cpa);
        QTest::newRow("one to come") << 9 << std::optional<CardType>();
    }
    void theTypeOfCardIsKnown()
    {
        QFETCH(int, number);
        SoftCardSpec spec = quick();
        spec.cardType = number;
        const auto holder = holderOf(spec);
        QVERIFY_OK(holder);
        QTEST(holder->type, "type");
    }

    void aTestCardIsKnownAsOne_data()
    {
        QTest::addColumn<bool>("isTest");
        QTest::newRow("test") << true;
        QTest::newRow("production") << false;
    }
    void aTestCardIsKnownAsOne()
    {
        QFETCH(bool, isTest);
        SoftCardSpec spec = quick();
        spec.isTest = isTest;
        const auto holder = holderOf(spec);
        QVERIFY_OK(holder);
        QCOMPARE(holder->isTest, isTest);
    }

    void aCertificateOfAnotherAuthorityIsReadAsFarAsItGoes()
    {
        SoftCardSpec spec = quick();
        spec.ofIgcSante = false;
        spec.nationalId = u"Clé de démonstration"_qs;
        spec.surname.clear();
        spec.givenName.clear();
        const auto holder = holderOf(spec);
        QVERIFY_OK(holder);
        QCOMPARE(holder->name(), u"Clé de démonstration"_qs);
        QVERIFY(!holder->type);
        QVERIFY(!holder->profession);
        QVERIFY(!holder->isTest);
        QVERIFY(holder->cardNumber.isEmpty());
    }

    void whatIsNoCertificateIsRefused()
    {
        const QByteArray der = test::makeCertificate(quick()).der;
        QCOMPARE_SUBJECT(CardHolder::fromCertificate({}), "card.certificate");
        QCOMPARE_SUBJECT(CardHolder::fromCertificate("PKCS#11"), "card.certificate");
        QCOMPARE_SUBJECT(CardHolder::fromCertificate(der + '\0'), "card.certificate");
        for (qsizetype size = 0; size < der.size(); ++size)
            QCOMPARE_SUBJECT(CardHolder::fromCertificate(der.first(size)), "card.certificate");
    }

    void aDamagedCertificateDoesNoHarm()
    {
        const QByteArray sound = test::makeCertificate(quick()).der;
        for (qsizetype at = 0; at < sound.size(); ++at) {
            for (const char damage : {'\x01', '\x80', '\xff'}) {
                QByteArray der = sound;
                der[at] = char(der[at] ^ damage);
                const auto holder = CardHolder::fromCertificate(der);
                QVERIFY(holder.ok() || holder.error().subject == u"card.certificate");
            }
        }
    }
};
QTEST_APPLESS_MAIN(TestCardHolder)
#include "tst_cardholder.moc"
