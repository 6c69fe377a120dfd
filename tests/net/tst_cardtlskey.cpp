// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <ambroise/net/cardtlskey.h>

#include <support/softcard.h>

using namespace ambroise;
using namespace ambroise::net;
using namespace ambroise::test;
using sandbox::HttpReply;
using sandbox::HttpRequest;
using sandbox::HttpServer;

namespace {

crypto::SecretBytes code(const QByteArray &digits)
{
    return crypto::SecretBytes::fromBytes(digits);
}

//! A service that knows this card's certificate.
QSslConfiguration serverFor(const SoftCard &card)
{
    QSslConfiguration tls = peer().serverTls(QSslSocket::VerifyPeer);
    tls.setCaCertificates({QSslCertificate(card.certificateDer, QSsl::Der)});
    return tls;
}

} // namespace

class TestCardTlsKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_box = std::make_unique<SoftCardBox>();
        const auto card = m_box->make();
        QVERIFY_OK(card);
        m_card = *card;
    }
    void theCardItselfSignsTheHandshake()
    {
        QSslCertificate seen;
        HttpServer server(serverFor(m_card), [&](const HttpRequest &request) {
            seen = request.client;
            return HttpReply{.body = "oui"};
        });
        QVERIFY_OK(server.listen(0));
        const auto key = CardTlsKey::open(SoftCardBox::modulePath(), m_card.serial, code("1234"));
        QVERIFY_OK(key);
        const ClientCredential credential = ClientCredential::fromCard(*key);
        QVERIFY(credential.isOnCard());
        HttpsClient client(peer().clientTls(credential), {});
        QVERIFY_OK(waitFor(client.post(urlOf(server), "question", {})));
        QCOMPARE(seen.toDer(), m_card.certificateDer);
    }
    void aWrongCodeOpensNothing()
    {
        QCOMPARE_SUBJECT(CardTlsKey::open(SoftCardBox::modulePath(), m_card.serial, code("9999")),
                         "card.pin_wrong");
    }
    void anotherCardOrNoLibraryIsTold()
    {
        QCOMPARE_SUBJECT(CardTlsKey::open(SoftCardBox::modulePath(), u"0"_qs, code("1234")),
                         "card.none");
        QCOMPARE_SUBJECT(CardTlsKey::open(u"/nowhere.so"_qs, m_card.serial, code("1234")),
                         "card.module");
    }
    void aCardThatFailsInTheHandshakeIsTold()
    {
        CardShim shim;
        HttpServer server(serverFor(m_card), [](const HttpRequest &) { return HttpReply{}; });
        QVERIFY_OK(server.listen(0));
        const auto key = CardTlsKey::open(CardShim::modulePath(), m_card.serial, code("1234"));
        QVERIFY_OK(key);
        HttpsClient client(peer().clientTls(ClientCredential::fromCard(*key)), {});
        shim.change([](ShimState &state) { state.signing = ShimState::Signing::Removes; });
        const auto answer = waitFor(client.post(urlOf(server), "question", {}));
        QCOMPARE_SUBJECT(answer, "net.card");
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    }

private:
    std::unique_ptr<SoftCardBox> m_box;
    SoftCard m_card;
};
QTEST_GUILESS_MAIN(TestCardTlsKey)
#include "tst_cardtlskey.moc"
