// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <support/manualclock.h>

using namespace ambroise;
using namespace ambroise::insi;
using namespace ambroise::test;
using sandbox::Authority;
using sandbox::InsiServer;

namespace {

//! Counts, and can be made to fail or to wait.
class CountingSigner final : public AssertionSigner {
public:
    explicit CountingSigner(const sandbox::Issued &issued)
        : m_signer(issued.certificate().toDer(), *crypto::RsaKey::fromPem(secret(issued.keyPem)))
    {
    }
    QFuture<Result<QByteArray>> certificate() override { return m_signer.certificate(); }
    QFuture<Result<QByteArray>> sign(const QByteArray &bytes) override
    {
        ++signatures;
        if (!failure)
            return m_signer.sign(bytes);
        const net::Promised<QByteArray> promised;
        promised.give(*failure);
        return promised.future();
    }

    int signatures = 0;
    std::optional<Error> failure;

private:
    SoftwareSigner m_signer;
};

} // namespace

class TestAssertions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<InsiServer>(clockOfTheDay(), InsiServer::Options{0});
        QVERIFY_OK(m_server->listen());
    }
    void aSignedAssertionOpensTheServiceWithoutAClientCertificate()
    {
        CountingSigner signer(m_server->signer());
        Assertions assertions(signer, doctor(), clockOfTheDay());
        Desk desk(*m_server, settingsFor(m_server->cardEndpoint()), assertions);
        QVERIFY_OK(waitFor(desk.service.searchByTraits(adrun())));
        QVERIFY_OK(waitFor(desk.service.searchByTraits(hermann())));
        QCOMPARE(signer.signatures, 1); // it holds an hour
    }
    void withoutAnAssertionTheEndpointOfCardsRefuses()
    {
        Desk desk(*m_server, settingsFor(m_server->cardEndpoint()));
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        QCOMPARE_SUBJECT(answer, "insi.failed");
        QVERIFY(answer.error().detail.contains(u"wsse:Security manque"));
    }
    void anAssertionByAKeyOfAuthenticationIsRefused()
    {
        CountingSigner signer(
            m_server->persons().issue({u"899700218896"_qs}, Authority::Use::Authentication));
        QVERIFY(refusal(signer, doctor()).contains(u"pas de signature"));
    }
    void anAssertionOfAnotherAuthorityIsRefused()
    {
        const Authority other({u"AUTRE"_qs}, clockOfTheDay().now());
        CountingSigner signer(other.issue({u"899700218896"_qs}, Authority::Use::Signature));
        QVERIFY(refusal(signer, doctor()).contains(u"autorité inconnue"));
    }
    void anAssertionForSomebodyElseIsRefused()
    {
        CountingSigner signer(m_server->signer());
        auto other = doctor();
        other.nationalId = u"899700000001"_qs;
        QVERIFY(refusal(signer, other).contains(u"NameID"));
    }
    void aFalseSignatureIsRefused()
    {
        CountingSigner signer(m_server->signer());
        signer.failure.reset();
        class Liar final : public AssertionSigner {
        public:
            explicit Liar(AssertionSigner &signer)
                : m_signer(signer)
            {
            }
            QFuture<Result<QByteArray>> certificate() override { return m_signer.certificate(); }
            QFuture<Result<QByteArray>> sign(const QByteArray &bytes) override
            {
                return m_signer.sign(bytes + ' ');
            }

        private:
            AssertionSigner &m_signer;
        } liar(signer);
        QVERIFY(refusal(liar, doctor()).contains(u"modifiée"));
    }
    void theNextOneIsSignedBeforeTheLastOneEnds()
    {
        ManualClock clock;
        CountingSigner signer(m_server->signer());
        Assertions assertions(signer, doctor(), clock);
        const auto first = waitFor(assertions.current());
        QVERIFY_OK(first);
        clock.advance(54min);
        QCOMPARE(*waitFor(assertions.current()), *first);
        clock.advance(2min);
        QVERIFY(*waitFor(assertions.current()) != *first);
        QCOMPARE(signer.signatures, 2);
    }
    void callsAtTheSameTimeShareOneSignature()
    {
        CountingSigner signer(m_server->signer());
        Assertions assertions(signer, doctor(), clockOfTheDay());
        const auto first = assertions.current();
        const auto second = assertions.current();
        QCOMPARE(*waitFor(first), *waitFor(second));
        QCOMPARE(signer.signatures, 1);
    }
    void whatIsForgottenIsSignedAnew()
    {
        CountingSigner signer(m_server->signer());
        Assertions assertions(signer, doctor(), clockOfTheDay());
        QVERIFY_OK(waitFor(assertions.current()));
        assertions.forget();
        QVERIFY_OK(waitFor(assertions.current()));
        QCOMPARE(signer.signatures, 2);
    }
    void aSignerThatFailsIsAskedAgainTheNextTime()
    {
        CountingSigner signer(m_server->signer());
        signer.failure = Error{ErrorCode::Denied, u"card.pin_low"_qs, {}};
        Assertions assertions(signer, doctor(), clockOfTheDay());
        Desk desk(*m_server, settingsFor(m_server->cardEndpoint()), assertions);
        const qsizetype before = m_server->served().size();
        QCOMPARE_SUBJECT(waitFor(desk.service.searchByTraits(adrun())), "card.pin_low");
        QCOMPARE(m_server->served().size(), before); // nothing was sent
        signer.failure.reset();
        QVERIFY_OK(waitFor(desk.service.searchByTraits(adrun())));
    }

private:
    //! What the service says of a call with such an assertion.
    QString refusal(AssertionSigner &signer, const Professional &professional)
    {
        Assertions assertions(signer, professional, clockOfTheDay());
        Desk desk(*m_server, settingsFor(m_server->cardEndpoint()), assertions);
        const auto answer = waitFor(desk.service.searchByTraits(adrun()));
        return answer.ok() ? u"(ok)"_qs : answer.error().detail;
    }

    std::unique_ptr<InsiServer> m_server;
};
QTEST_GUILESS_MAIN(TestAssertions)
#include "tst_assertions.moc"
