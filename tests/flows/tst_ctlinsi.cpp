// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <ambroise/core/clock.h>
#include <ambroise/sandbox/insiserver.h>

#include <support/result.h>

using namespace ambroise;

//! `ambroisectl insi search`, a process of its own, against the stand-in of INSi.
class TestCtlInsi : public QObject {
    Q_OBJECT
    const test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
    const SystemClock m_clock{};
    std::unique_ptr<sandbox::InsiServer> m_insi;

    //! The stand-in answers meanwhile.
    [[nodiscard]] QJsonObject search(const QString &config) const
    {
        QProcess process;
        process.setProcessEnvironment(m_ctl.environment());
        process.start(QStringLiteral(AMBROISECTL),
                      {u"insi"_qs, u"search"_qs, m_ctl.path(u"zoe.json"_qs), u"--config"_qs,
                       m_ctl.path(u"insi/"_qs + config), u"--json"_qs});
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                              60'000);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    static QString codeOf(const QJsonObject &answer)
    {
        return answer.value(u"error").toObject().value(u"code").toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_insi = std::make_unique<sandbox::InsiServer>(
            m_clock, sandbox::InsiServer::Options{.madeUpPersons = 0});
        QVERIFY_OK(m_insi->listen());
        QVERIFY_OK(m_insi->writeFolder(QDir(m_ctl.path(u"insi"_qs))));
        m_ctl.write(u"zoe.json"_qs, R"({"surname": "ADRUN", "given_names": "ZOE", "sex": "F",
                                        "birth_date": "1975-12-31", "birth_place": "63220"})");
    }

    void somebodyIsFoundInEitherMode_data()
    {
        QTest::addColumn<QString>("config");
        QTest::newRow("with a certificate") << u"insi.json"_qs;
        QTest::newRow("with a card's key in a file") << u"insi-carte.json"_qs;
    }
    void somebodyIsFoundInEitherMode()
    {
        QFETCH(const QString, config);
        const QJsonObject answer = search(config);
        QCOMPARE(answer.value(u"cr").toString(), u"00"_qs);
        QCOMPARE(answer.value(u"individual").toObject().value(u"matricule").toString(),
                 u"275126322074974"_qs);
    }

    void aConfigurationThatIsNotThereIsTold()
    {
        QCOMPARE(codeOf(search(u"absent.json"_qs)), u"insi.setup_file"_qs);
    }

    void aConfigurationOfNothingIsTold()
    {
        m_ctl.write(u"insi/empty.json"_qs, "{}");
        QCOMPARE(codeOf(search(u"empty.json"_qs)), u"insi.setup"_qs);
    }
};

QTEST_GUILESS_MAIN(TestCtlInsi)
#include "tst_ctlinsi.moc"
