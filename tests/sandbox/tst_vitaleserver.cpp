// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/control.h>

#include <support/result.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::sandbox;

//! The reader of cartes Vitale, as a program meets it over its socket.
class TestVitaleServer : public QObject {
    Q_OBJECT
    std::unique_ptr<VitaleServer> m_server;

    std::unique_ptr<QTcpSocket> asked() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_server->port());
        socket->write("read\n");
        return socket;
    }
    static QJsonObject answer(QTcpSocket &socket)
    {
        (void)QTest::qWaitFor([&socket] { return socket.canReadLine(); }, 5'000);
        return QJsonDocument::fromJson(socket.readLine()).object();
    }
    QJsonObject answered() const { return answer(*asked()); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<VitaleServer>();
        QVERIFY_OK(m_server->listen());
    }

    void withoutACardItSaysSo()
    {
        QCOMPARE(answered().value(u"error").toString(), u"none"_qs);
        m_server->setPlugged(false);
        QCOMPARE(answered().value(u"error").toString(), u"reader"_qs);
    }

    void aFamilysCardTellsTheHolderFirstAndNoIns()
    {
        m_server->insert(*VitaleServer::cardNamed(u"famille"_qs));
        const QJsonObject card = answered();
        QCOMPARE(card.value(u"medium").toString(), u"card"_qs);
        const QJsonArray persons = card.value(u"persons").toArray();
        QCOMPARE(persons.size(), 3);
        QCOMPARE(persons.at(0).toObject().value(u"surname").toString(), u"ADRUN"_qs);
        for (const QJsonValue &person : persons)
            QVERIFY(!person.toObject().contains(u"oid"));
    }

    void theApplicationTellsAnInsOfTests()
    {
        m_server->insert(*VitaleServer::cardNamed(u"appli"_qs));
        const QJsonObject told = answered().value(u"persons").toArray().at(0).toObject();
        QCOMPARE(told.value(u"oid").toString(), u"1.2.250.1.213.1.4.10"_qs);
    }

    void aCardThatIsPulledOutEndsTheReading()
    {
        m_server->insert(*VitaleServer::cardNamed(u"seul"_qs));
        m_server->setDelay(std::chrono::minutes(1));
        const auto socket = asked();
        QTRY_VERIFY(m_server->isReading());
        m_server->remove();
        QCOMPARE(answer(*socket).value(u"error").toString(), u"removed"_qs);
    }

    void whoeverAsksForSomethingElseIsHungUpOn()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_server->port());
        socket.write("GET / HTTP/1.1\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestVitaleServer)
#include "tst_vitaleserver.moc"
