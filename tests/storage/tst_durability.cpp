// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/engines.h>
#include <support/result.h>

#include <csignal>
#include <cstdio>
#include <sys/types.h>

using namespace ambroise;

namespace {

const QList<storage::Schema> schemas = {
    {u"sample"_qs,
     {{1, u"0001_sample"_qs, u"CREATE TABLE sample (n BIGINT NOT NULL PRIMARY KEY);\n"_qs}}}};

//! Writes numbers one by one, and says each on standard output once it is confirmed, until it is
//! killed.
int writeUntilKilled(const storage::Database &database)
{
    const auto db = database.connect();
    if (!db.ok())
        return 1;
    for (qint64 n = 1; n <= 100'000; ++n) {
        auto transaction = storage::Transaction::begin(**db);
        if (!transaction.ok() || !(*db)->run("INSERT INTO sample (n) VALUES (?)", {n}).ok() ||
            !transaction->commit().ok())
            return 1;
        std::printf("%lld\n", static_cast<long long>(n));
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

class TestDurability : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void everyConfirmedWriteSurvivesKill_data() { m_engines.addRows(); }
    void everyConfirmedWriteSurvivesKill()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        QProcess writer;
        const QString where = storage::Engine(engine) == storage::Engine::Embedded
                                  ? database->file()
                                  : m_engines.cluster().connectionInfo(u"practice1"_qs);
        writer.start(QCoreApplication::applicationFilePath(),
                     {u"--write"_qs, QString::number(engine), where,
                      QString::fromLatin1(m_engines.key().view().toByteArray().toHex())});
        QByteArray said;
        while (said.count('\n') < 200) {
            QVERIFY2(writer.waitForReadyRead(20'000), writer.readAllStandardError());
            said += writer.readAllStandardOutput();
        }
        ::kill(pid_t(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        said += writer.readAllStandardOutput();
        const qint64 confirmed = said.left(said.lastIndexOf('\n')).split('\n').last().toLongLong();
        QVERIFY(confirmed >= 200);

        QVERIFY_OK(database->verify());
        const auto kept = db.run("SELECT n FROM sample WHERE n <= ?", {confirmed});
        QCOMPARE(*kept, confirmed);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    if (words.value(1) == u"--write") {
        const auto key =
            crypto::SecretBytes::fromBytes(QByteArray::fromHex(words.value(4).toLatin1()));
        const bool embedded = words.value(2).toInt() == int(storage::Engine::Embedded);
        return writeUntilKilled(embedded ? storage::Database::embedded(words.value(3), key)
                                         : storage::Database::server(words.value(3)));
    }
    TestDurability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_durability.moc"
