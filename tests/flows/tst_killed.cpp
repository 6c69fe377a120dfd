// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopractice.h"
#include "practicewriter.h"

#include <practice/check.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::app;

namespace {

constexpr int writes = 200;

} // namespace

//! Posts that die while they write, and a server that dies under them: nothing that was confirmed
//! is lost, nothing is half there.
class TestKilled : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    int m_practices = 0;
    std::unique_ptr<PracticeFolder> m_practice;
    crypto::SecretBytes m_key = crypto::SecretBytes::fromBytes({});

    bool make(storage::Engine engine)
    {
        const QString path = m_folder.filePath(QString::number(++m_practices));
        m_practice = std::make_unique<PracticeFolder>(path);
        const auto created =
            createPractice(*m_practice, test::demoOptions(m_engines.newServer(engine)), m_clock);
        if (created.ok())
            m_key = created->practice->key().clone();
        return created.ok();
    }
    void start(QProcess &writer, qsizetype from, int dieAt = 0) const
    {
        writer.start(QStringLiteral(AMBROISE_WRITER),
                     {m_practice->path(), QString::fromLatin1(m_key.view().toByteArray().toHex()),
                      QString::number(from), QString::number(writes), QString::number(dieAt)});
    }
    static QStringList linesOf(const QByteArray &said)
    {
        // What stands after the last end of line was never confirmed.
        return QString::fromUtf8(said.left(said.lastIndexOf('\n') + 1))
            .split(u'\n', Qt::SkipEmptyParts);
    }
    //! Kills the writer once it has confirmed so many writes.
    static QByteArray killAfter(QProcess &writer, int confirmed)
    {
        QByteArray said;
        while (said.count('\n') < confirmed && writer.waitForReadyRead(60'000))
            said += writer.readAllStandardOutput();
        writer.kill(); // SIGKILL
        (void)writer.waitForFinished(60'000);
        return said + writer.readAllStandardOutput();
    }
    void verify(const QStringList &confirmed) const
    {
        auto practice = Practice::open(*m_practice, m_key, m_clock);
        QVERIFY_OK(practice);
        const auto findings = checkPractice(**practice);
        QVERIFY_OK(findings);
        QVERIFY2(findings->isEmpty(), qPrintable(findings->value(0).code));
        const auto doctor = (*practice)->accounts().byLogin(test::login(u"medecin"));
        QVERIFY_OK(doctor);
        const test::PracticeWriter writer(**practice, *doctor);
        for (const QString &line : confirmed) {
            const Status found = writer.find(line);
            QVERIFY2(found.ok(), qPrintable(line));
        }
        QVERIFY_OK(writer.nothingHalf());
        QVERIFY((*practice)->journal().verify()->ok);
    }

private Q_SLOTS:
    void everyConfirmedWriteOutlivesItsPost_data() { m_engines.addRows(); }
    void everyConfirmedWriteOutlivesItsPost()
    {
        QFETCH(int, engine);
        NEEDS_ENGINE(m_engines, engine);
        QVERIFY(make(storage::Engine(engine)));
        QStringList confirmed;
        // A post dies before a statement: the first, inside each kind of write, between two.
        for (const int statement : {1, 2, 6, 13, 29, 41, 43, 47, 52, 55, 58, 61, 64, 67, 71, 83}) {
            QProcess writer;
            start(writer, confirmed.size(), statement);
            QVERIFY(writer.waitForFinished(60'000));
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            confirmed += linesOf(writer.readAllStandardOutput());
            verify(confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        // Killed from outside, wherever it is by then.
        for (const int lines : {1, 10, 25}) {
            QProcess writer;
            start(writer, confirmed.size());
            confirmed += linesOf(killAfter(writer, lines));
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            verify(confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        QProcess last;
        start(last, confirmed.size());
        QVERIFY(last.waitForFinished(60'000));
        confirmed += linesOf(last.readAllStandardOutput());
        QCOMPARE(last.exitCode(), 0);
        QVERIFY2(confirmed.size() == writes, qPrintable(confirmed.last()));
        verify(confirmed);
    }

    void everyConfirmedWriteOutlivesTheServer()
    {
        NEEDS_SERVER(m_engines);
        QVERIFY(make(storage::Engine::Server));
        QProcess writer;
        start(writer, 0);
        QByteArray said;
        while (said.count('\n') < 40) {
            QVERIFY2(writer.waitForReadyRead(60'000), said);
            said += writer.readAllStandardOutput();
        }
        m_engines.cluster().kill();
        QVERIFY(writer.waitForFinished(60'000));
        said += writer.readAllStandardOutput();
        QStringList confirmed = linesOf(said);
        QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confirmed.takeLast(), u"failed storage.unavailable"_qs);
        QCOMPARE_SUBJECT(Practice::open(*m_practice, m_key, m_clock), "storage.unavailable");

        QVERIFY(m_engines.cluster().start());
        verify(confirmed);
    }
};
QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
