// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/control.h>

#include <support/result.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::sandbox;
using namespace std::chrono_literals;

namespace {

QByteArray ask(quint16 port, const QByteArray &head)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QByteArray said;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { said += socket.readAll(); });
    socket.write(head + "\r\n\r\n");
    static_cast<void>(
        QTest::qWaitFor([&] { return said.contains('\n') && said.endsWith('\n'); }, 10'000));
    return said;
}

} // namespace

class TestControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_insi = std::make_unique<InsiServer>(m_clock, InsiServer::Options{0});
        QVERIFY_OK(m_insi->listen());
        m_control = std::make_unique<Control>(*m_insi);
        QVERIFY_OK(m_control->listen(0));
    }
    void behavioursAreNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("known");
        for (const char *path :
             {"normal", "silent", "closed", "cut", "html", "other-person", "other-writing", "fault",
              "fault/siram_100/desir_550", "slow/3000", "slow/0"})
            QTest::newRow(path) << QString::fromLatin1(path) << true;
        for (const char *path : {"", "slow", "slow/x", "slow/-1", "slow/1/2", "broken"})
            QTest::newRow(path) << QString::fromLatin1(path) << false;
    }
    void behavioursAreNamed()
    {
        QFETCH(const QString, path);
        QTEST(behaviourOf(path, {}).has_value(), "known");
    }
    void slowGoesTogetherWithAnother()
    {
        const auto slow = behaviourOf(u"slow/3000"_qs, {});
        const auto both = behaviourOf(u"fault/siram_100/desir_550"_qs, *slow);
        QCOMPARE(both->delay, 3000ms);
        QCOMPARE(both->faultCode, u"desir_550"_qs);
        QCOMPARE(behaviourOf(u"normal"_qs, *both)->delay, 0ms);
    }
    void aPostChangesHowInsiBehaves()
    {
        const QByteArray said = ask(m_control->port(), "POST /insi/silent HTTP/1.1\r\nHost: x");
        QVERIFY2(said.contains("\"behaviour\":\"silent\""), said);
        QVERIFY(m_insi->behaviour().kind == Behaviour::Kind::Silent);
        m_insi->behave({});
    }
    void aWebPageChangesNothing()
    {
        const QByteArray said =
            ask(m_control->port(),
                "POST /insi/silent HTTP/1.1\r\nHost: x\r\nOrigin: https://page.example");
        QVERIFY2(said.startsWith("HTTP/1.1 403"), said);
        QVERIFY(m_insi->behaviour().kind == Behaviour::Kind::Normal);
    }
    void whatIsNotKnownIsRefused()
    {
        QVERIFY(ask(m_control->port(), "POST /insi/broken HTTP/1.1").startsWith("HTTP/1.1 404"));
        QVERIFY(ask(m_control->port(), "GET /autre HTTP/1.1").startsWith("HTTP/1.1 404"));
    }
    void theFolderHasWhatAClientNeedsForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        QVERIFY_OK(m_insi->writeFolder(QDir(folder.path())));
        for (const QString &name : {u"insi.json"_qs, u"insi-carte.json"_qs, u"autorite.pem"_qs,
                                    u"insi-manu.pem"_qs, u"insi-manu.key"_qs, u"insi-manu.p12"_qs,
                                    u"autre-nom.pem"_qs, u"cps-signature.pem"_qs}) {
            const QFileInfo file(folder.filePath(name));
            QVERIFY2(file.size() > 0, qPrintable(name));
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
    }

private:
    SystemClock m_clock;
    std::unique_ptr<InsiServer> m_insi;
    std::unique_ptr<Control> m_control;
};
QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
