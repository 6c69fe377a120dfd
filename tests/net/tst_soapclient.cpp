// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <ambroise/net/soapclient.h>

using namespace ambroise;
using namespace ambroise::net;
using namespace ambroise::test;
using sandbox::HttpReply;
using sandbox::HttpRequest;
using sandbox::HttpServer;

namespace {

const QByteArray envelope =
    "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>";

HttpAnswer answerOf(int status, const QByteArray &type, const QByteArray &body)
{
    return {status, type, body};
}

} // namespace

class TestSoapClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEnvelopeIsSentAsItIsWithItsAction()
    {
        HttpRequest seen;
        HttpServer server(peer().serverTls(), [&](const HttpRequest &request) {
            seen = request;
            return HttpReply{.contentType = "application/soap+xml", .body = envelope};
        });
        QVERIFY_OK(server.listen(0));
        HttpsClient https(peer().clientTls(), {});
        const SoapClient soap(https);
        const auto answer =
            waitFor(soap.call(urlOf(server), u"urn:essai:demander"_qs, "<question/>"));
        QVERIFY_OK(answer);
        QCOMPARE(answer->envelope, envelope);
        QCOMPARE(seen.body, QByteArray("<question/>"));
        QCOMPARE(seen.headers.value("content-type"),
                 QByteArray("application/soap+xml; charset=utf-8; action=\"urn:essai:demander\""));
    }
    void cancellingTheCallCancelsTheExchange()
    {
        int seen = 0;
        HttpServer server(peer().serverTls(), [&](const HttpRequest &) {
            ++seen;
            return HttpReply{.manner = HttpReply::Manner::Silent};
        });
        QVERIFY_OK(server.listen(0));
        HttpsClient https(peer().clientTls(), {60s});
        const SoapClient soap(https);
        auto future = soap.call(urlOf(server), u"urn:essai:demander"_qs, "<question/>");
        QTRY_COMPARE(seen, 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QTRY_VERIFY(https.children().isEmpty()); // nothing is under way any more
    }

    void whatComesBackIsJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("subject");
        const QByteArray soap = "application/soap+xml";
        QTest::newRow("an answer") << 200 << soap << envelope << u"(ok)"_qs;
        QTest::newRow("a fault") << 500 << soap << envelope << u"(ok)"_qs;
        QTest::newRow("of another XML type")
            << 200 << QByteArray("text/xml") << envelope << u"(ok)"_qs;
        QTest::newRow("without a type") << 200 << QByteArray() << envelope << u"(ok)"_qs;
        QTest::newRow("a page") << 200 << QByteArray("text/html") << QByteArray("<html>portail")
                                << u"net.html"_qs;
        QTest::newRow("a page that calls itself SOAP")
            << 200 << soap << QByteArray(" <!DOCTYPE HTML><p>portail") << u"net.html"_qs;
        QTest::newRow("a gateway's page")
            << 502 << QByteArray("text/html") << QByteArray("<html>") << u"net.html"_qs;
        QTest::newRow("an envelope as a page")
            << 200 << QByteArray("text/html") << envelope << u"net.html"_qs;
        QTest::newRow("an error without words")
            << 503 << QByteArray("text/plain") << QByteArray() << u"net.status"_qs;
        QTest::newRow("nothing") << 200 << soap << QByteArray() << u"net.content"_qs;
        QTest::newRow("JSON") << 200 << QByteArray("application/json") << QByteArray("{}")
                              << u"net.content"_qs;
        QTest::newRow("XML that is no SOAP")
            << 200 << soap << QByteArray("<a/>") << u"net.content"_qs;
        QTest::newRow("SOAP 1.1")
            << 200 << QByteArray("text/xml")
            << QByteArray("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>")
            << u"net.content"_qs;
    }
    void whatComesBackIsJudged()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, subject);
        const auto answer = soapAnswerOf(answerOf(status, type, body));
        QCOMPARE(subjectOf(answer), subject);
        if (answer.ok())
            QCOMPARE(answer->envelope, body);
    }
};
QTEST_GUILESS_MAIN(TestSoapClient)
#include "tst_soapclient.moc"
