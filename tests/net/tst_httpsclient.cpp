// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace ambroise;
using namespace ambroise::net;
using namespace ambroise::test;
using sandbox::HttpReply;
using sandbox::HttpRequest;
using sandbox::HttpServer;

namespace {

HttpReply saying(const QByteArray &body)
{
    return {.body = body};
}

//! A service with one answer, and a client that trusts it.
class Pair {
public:
    explicit Pair(HttpReply reply, QSslConfiguration client = peer().clientTls(),
                  HttpsClient::Limits limits = {})
        : m_server(peer().serverTls(QSslSocket::VerifyNone),
                   [this, reply](const HttpRequest &request) {
                       requests << request;
                       return reply;
                   })
        , m_client(std::move(client), limits)
    {
        QVERIFY_OK(m_server.listen(0));
    }
    QFuture<Result<HttpAnswer>> post(const QByteArray &body = "question")
    {
        return m_client.post(urlOf(m_server), body, {{"Content-Type", "text/plain"}});
    }
    [[nodiscard]] HttpServer &server() { return m_server; }

    QList<HttpRequest> requests;

private:
    HttpServer m_server;
    HttpsClient m_client;
};

//! Other people's server, which wants a certificate of our authority and says so in an alert.
class StrictServer {
public:
    StrictServer()
    {
        keep(u"server.pem"_qs, peer().server.certificatePem + peer().server.keyPem);
        keep(u"ca.pem"_qs, peer().authority.pem());
        m_process.start(u"openssl"_qs,
                        {u"s_server"_qs, u"-accept"_qs, u"127.0.0.1:0"_qs, u"-cert"_qs,
                         m_folder.filePath(u"server.pem"_qs), u"-CAfile"_qs,
                         m_folder.filePath(u"ca.pem"_qs), u"-Verify"_qs, u"1"_qs,
                         u"-verify_return_error"_qs, u"-www"_qs});
        static const QRegularExpression ready(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_qs);
        QByteArray said;
        while (m_port == 0 && m_process.waitForReadyRead()) {
            said += m_process.readAllStandardOutput();
            m_port = ready.match(QString::fromUtf8(said)).captured(1).toUShort();
        }
    }
    ~StrictServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void keep(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

class TestHttpsClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSentArrivesAndWhatIsAnsweredComesBack()
    {
        Pair pair(
            HttpReply{.status = 500, .contentType = "Text/XML; charset=utf-8", .body = "<a/>"});
        const QByteArray large(300'000, 'q');
        const auto answer = waitFor(pair.post(large));
        QVERIFY_OK(answer);
        QCOMPARE(answer->status, 500);
        QCOMPARE(answer->contentType, QByteArray("text/xml"));
        QCOMPARE(answer->body, QByteArray("<a/>"));
        QCOMPARE(pair.requests.size(), 1);
        QCOMPARE(pair.requests.first().body, large);
        QCOMPARE(pair.requests.first().headers.value("content-type"), QByteArray("text/plain"));
        QVERIFY(!pair.requests.first().headers.contains("cookie"));
    }
    void severalQuestionsShareAConnection()
    {
        Pair pair(saying("oui"));
        QVERIFY_OK(waitFor(pair.post()));
        QVERIFY_OK(waitFor(pair.post()));
        QCOMPARE(pair.requests.size(), 2);
        QCOMPARE(pair.server().connections(), 1);
    }
    void askingDoesNotWait()
    {
        Pair pair(HttpReply{.manner = HttpReply::Manner::Silent});
        const auto future = pair.post();
        QVERIFY(!future.isFinished());
        QCOMPARE(pair.requests.size(), 0); // nothing ran yet: the event loop did not turn
    }
    void aSilentServiceBecomesATimeout()
    {
        Pair pair(HttpReply{.manner = HttpReply::Manner::Silent}, peer().clientTls(), {200ms});
        const auto answer = waitFor(pair.post());
        QCOMPARE_SUBJECT(answer, "net.timeout");
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }
    void aServiceThatNeverEndsItsHandshakeBecomesATimeout()
    {
        QTcpServer silent; // accepts, never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        HttpsClient client(peer().clientTls(), {200ms});
        const QUrl url(u"https://127.0.0.1:%1/"_qs.arg(silent.serverPort()));
        QCOMPARE_SUBJECT(waitFor(client.post(url, "question", {})), "net.timeout");
    }
    void anAnswerBeforeTheDeadlineIsWaitedFor()
    {
        Pair pair(HttpReply{.body = "enfin", .delay = 150ms}, peer().clientTls(), {20s});
        QVERIFY_OK(waitFor(pair.post()));
    }
    void nobodyThereIsUnreachable()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://127.0.0.1:%1/"_qs.arg(gone.serverPort()));
        gone.close();
        HttpsClient client(peer().clientTls(), {});
        QCOMPARE_SUBJECT(waitFor(client.post(url, "question", {})), "net.unreachable");
    }
    void onlyHttpsIsCalled()
    {
        HttpsClient client(peer().clientTls(), {});
        QCOMPARE_SUBJECT(waitFor(client.post(QUrl(u"http://127.0.0.1/"_qs), "question", {})),
                         "net.url");
    }
    void whatIsCutInTheMiddleIsTold()
    {
        Pair pair(HttpReply{.body = QByteArray(1000, 'a'), .manner = HttpReply::Manner::CutInside});
        const auto answer = waitFor(pair.post());
        QCOMPARE_SUBJECT(answer, "net.cut");
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    }
    void whatIsClosedWithoutAWordIsToldAndNeverSentTwice()
    {
        Pair pair(HttpReply{.manner = HttpReply::Manner::ClosedAtOnce});
        QCOMPARE_SUBJECT(waitFor(pair.post()), "net.cut");
        QCOMPARE(pair.requests.size(), 1);
    }
    void anotherAuthoritysServerIsNotBelieved()
    {
        Pair pair(saying("oui"), configurationOf({peer().stranger.certificate()}, {}));
        const auto answer = waitFor(pair.post());
        QCOMPARE_SUBJECT(answer, "net.server_certificate");
        QCOMPARE(answer.error().code, ErrorCode::Denied);
        QVERIFY(pair.requests.isEmpty());
    }
    void withoutAnchorsNobodyIsBelieved()
    {
        Pair pair(saying("oui"), configurationOf({}, {}));
        QCOMPARE_SUBJECT(waitFor(pair.post()), "net.server_certificate");
    }
    void aServerOfAnotherNameIsNotBelieved()
    {
        const auto elsewhere = peer().authority.issue(
            {u"ailleurs"_qs}, sandbox::Authority::Use::Server, {u"ailleurs.example"_qs});
        QSslConfiguration tls = peer().serverTls();
        tls.setLocalCertificate(elsewhere.certificate());
        tls.setPrivateKey(elsewhere.key());
        HttpServer server(tls, [](const HttpRequest &) { return saying("oui"); });
        QVERIFY_OK(server.listen(0));
        HttpsClient client(peer().clientTls(), {});
        QCOMPARE_SUBJECT(waitFor(client.post(urlOf(server), "question", {})),
                         "net.server_certificate");
    }
    void aServerPastItsTimeIsNotBelieved()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto old =
            peer().authority.issueFor({u"ancien"_qs}, sandbox::Authority::Use::Server,
                                      now.addDays(-9), now.addDays(-2), {u"127.0.0.1"_qs});
        QSslConfiguration tls = peer().serverTls();
        tls.setLocalCertificate(old.certificate());
        tls.setPrivateKey(old.key());
        HttpServer server(tls, [](const HttpRequest &) { return saying("oui"); });
        QVERIFY_OK(server.listen(0));
        HttpsClient client(peer().clientTls(), {});
        QCOMPARE_SUBJECT(waitFor(client.post(urlOf(server), "question", {})),
                         "net.server_certificate");
    }
    void aServiceThatWantsACertificateSeesOurs()
    {
        QSslCertificate seen;
        HttpServer server(peer().serverTls(QSslSocket::VerifyPeer),
                          [&](const HttpRequest &request) {
                              seen = request.client;
                              return saying("oui");
                          });
        QVERIFY_OK(server.listen(0));
        HttpsClient client(peer().clientTls(peer().credential()), {});
        QVERIFY_OK(waitFor(client.post(urlOf(server), "question", {})));
        QCOMPARE(seen, peer().client.certificate());
    }
    void aServiceThatDoesNotWantOursRefuses_data()
    {
        QTest::addColumn<bool>("shown");
        QTest::newRow("none is shown") << false;
        QTest::newRow("one of a stranger is shown") << true;
    }
    void aServiceThatDoesNotWantOursRefuses()
    {
        QFETCH(const bool, shown);
        StrictServer server; // Qt's own closes without saying why
        QVERIFY(server.port() != 0);
        std::optional<ClientCredential> credential;
        const auto strange =
            peer().stranger.issue({u"INSI-MANU"_qs}, sandbox::Authority::Use::Client);
        if (shown)
            credential = *ClientCredential::fromPem(strange.certificatePem,
                                                    crypto::SecretBytes::fromBytes(strange.keyPem));
        HttpsClient client(peer().clientTls(credential), {});
        const QUrl url(u"https://127.0.0.1:%1/"_qs.arg(server.port()));
        const auto answer = waitFor(client.post(url, "question", {}));
        QCOMPARE_SUBJECT(answer, "net.refused");
        QCOMPARE(answer.error().code, ErrorCode::Denied);
    }
    void aRedirectionIsNotFollowed()
    {
        Pair pair(HttpReply{.status = 302, .body = "ailleurs"});
        QCOMPARE_SUBJECT(waitFor(pair.post()), "net.redirect");
    }
    void anAnswerAboveTheLimitIsGivenUp()
    {
        Pair pair(saying(QByteArray(5000, 'a')), peer().clientTls(), {10s, 4999});
        QCOMPARE_SUBJECT(waitFor(pair.post()), "net.too_large");
        Pair fitting(saying(QByteArray(5000, 'a')), peer().clientTls(), {10s, 5000});
        QVERIFY_OK(waitFor(fitting.post()));
    }
    void aCancelledCallEndsAtOnceAndWithoutAResult()
    {
        Pair pair(HttpReply{.manner = HttpReply::Manner::Silent}, peer().clientTls(), {60s});
        auto future = pair.post();
        QTRY_COMPARE(pair.requests.size(), 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }
    void callsUnderWayEndWithTheClient()
    {
        HttpServer server(peer().serverTls(), [](const HttpRequest &) {
            return HttpReply{.manner = HttpReply::Manner::Silent};
        });
        QVERIFY_OK(server.listen(0));
        auto client = std::make_unique<HttpsClient>(peer().clientTls(), HttpsClient::Limits{60s});
        const auto future = client->post(urlOf(server), "question", {});
        client.reset();
        QVERIFY(future.isFinished());
        const auto answer = future.result();
        QCOMPARE_SUBJECT(answer, "net.cancelled");
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }
};
QTEST_GUILESS_MAIN(TestHttpsClient)
#include "tst_httpsclient.moc"
