// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "demopractice.h"

#include <practice/staff.h>

#include <ambroise/access/lockout.h>

#include <support/folders.h>
#include <support/manualclock.h>
#include <support/result.h>

#include <QDirIterator>

using namespace ambroise;
using namespace ambroise::app;

namespace {

void flip(const QString &path, double where)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 at = qint64(double(file.size()) * where);
    file.seek(at);
    const QByteArray byte = file.read(1);
    file.seek(at);
    file.write(QByteArray(1, char(byte.at(0) ^ 0x40)));
}

void replaceIn(const QString &path, const QByteArray &before, const QByteArray &after)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.contains(before));
    text.replace(before, after);
    file.resize(0);
    file.seek(0);
    file.write(text);
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

//! What a user is told of a practice that is not as it was left, and that nothing is lost by it.
class TestBadPractice : public QObject {
    Q_OBJECT
    test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
    SystemClock m_clock;
    QString m_good;
    QString m_other;
    crypto::SecretBytes m_key = crypto::SecretBytes::fromBytes({});
    int m_copies = 0;

    Status make(const QString &path)
    {
        AMBROISE_TRY(const auto created,
                     createPractice(PracticeFolder(path), test::demoOptions(), m_clock));
        m_key = created.practice->key().clone();
        return addDemonstrationData(*created.practice);
    }
    QString copyOf(const QString &practice)
    {
        const QString copy = m_ctl.path(u"copy%1"_qs.arg(++m_copies));
        QDirIterator files(practice, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString to = copy + file.mid(practice.size());
            if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(file, to))
                return {};
        }
        return copy;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! Every file of a practice, to the byte.
    static QMap<QString, QByteArray> contentsOf(const QString &practice)
    {
        QMap<QString, QByteArray> found;
        QDirIterator files(practice, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            found.insert(file, contentOf(file));
        }
        return found;
    }
    test::CommandLine::Answer info(const QString &practice) const
    {
        return m_ctl.call({u"practice"_qs, u"info"_qs}, u"medecin"_qs, practice);
    }
    test::CommandLine::Answer check(const QString &practice) const
    {
        return m_ctl.call({u"practice"_qs, u"check"_qs}, u"medecin"_qs, practice);
    }
    //! The first document of a practice.
    static QStringList documentsOf(const QString &practice)
    {
        QStringList found;
        QDirIterator files(practice + u"/documents"_qs, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << files.next();
        found.sort();
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_other = m_ctl.path(u"other"_qs);
        QVERIFY_OK(make(m_other));
        m_good = m_ctl.path(u"good"_qs);
        QVERIFY_OK(make(m_good));
        const QString rx = m_ctl.write(
            u"rx.json"_qs,
            R"({"patient":{"id":"1","surname":"VASSEUR","given_names":"MADELEINE","birth_date":"1958-03-14","sex":"F"},
                "lines":[{"label":"Repos","posology":"au lit","duration_days":3}]})");
        for (const QString &pdf : {u"a.pdf"_qs, u"b.pdf"_qs})
            QCOMPARE(m_ctl
                         .call({u"rx"_qs, u"print"_qs, rx, u"--out"_qs, m_ctl.path(pdf)},
                               u"medecin"_qs, m_good)
                         .exitCode,
                     0);
        QVERIFY(documentsOf(m_good).size() >= 2);
        QCOMPARE(check(m_good).exitCode, 0);
    }

    void aFileThatIsNotAsItWasIsSaidAndStays_data()
    {
        using Damage = std::function<void(const QString &practice)>;
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QString &file, const QString &error,
                            const Damage &damage) {
            QTest::newRow(name) << damage << file << error;
        };
        const QString db = u"/practice.db"_qs;
        const QString keys = u"/keyring.json"_qs;
        const QString about = u"/practice.json"_qs;
        row("database missing", db, u"storage.missing"_qs,
            [db](const QString &p) { QVERIFY(QFile::remove(p + db)); });
        row("database empty", db, u"storage.unreadable"_qs,
            [db](const QString &p) { put(p + db, {}); });
        row("database cut in its first page", db, u"storage.unreadable"_qs,
            [db](const QString &p) { QVERIFY(QFile::resize(p + db, 100)); });
        row("database of another practice", db, u"storage.unreadable"_qs,
            [this, db](const QString &p) { put(p + db, contentOf(m_other + db)); });
        row("first page flipped", db, u"storage.unreadable"_qs,
            [db](const QString &p) { flip(p + db, 0.0001); });
        row("keys missing", keys, u"keyring.missing"_qs,
            [keys](const QString &p) { QVERIFY(QFile::remove(p + keys)); });
        row("keys empty", keys, u"keyring.format"_qs,
            [keys](const QString &p) { put(p + keys, {}); });
        row("keys cut", keys, u"keyring.format"_qs, [keys](const QString &p) {
            QVERIFY(QFile::resize(p + keys, QFileInfo(p + keys).size() / 2));
        });
        row("keys that are no text", keys, u"keyring.format"_qs,
            [keys](const QString &p) { put(p + keys, QByteArray(4000, '\xFE')); });
        row("keys changed", keys, u"keyring.tampered"_qs, [keys](const QString &p) {
            replaceIn(p + keys, "\"login\":\"secretaire\"", "\"login\":\"secretairf\"");
        });
        row("keys of another practice", keys, u"storage.unreadable"_qs,
            [this, keys](const QString &p) { put(p + keys, contentOf(m_other + keys)); });
        row("keys of a newer program", keys, u"keyring.newer"_qs,
            [keys](const QString &p) { replaceIn(p + keys, "\"format\":1", "\"format\":2"); });
        row("description missing", about, u"practice.missing"_qs,
            [about](const QString &p) { QVERIFY(QFile::remove(p + about)); });
        row("description empty", about, u"practice.format"_qs,
            [about](const QString &p) { put(p + about, {}); });
        row("description that is no text", about, u"practice.format"_qs,
            [about](const QString &p) { put(p + about, QByteArray(4000, '\xFE')); });
        row("description of a newer program", about, u"practice.newer"_qs,
            [about](const QString &p) { replaceIn(p + about, "\"format\": 1", "\"format\": 9"); });
        row("description of an unknown engine", about, u"practice.format"_qs,
            [about](const QString &p) { replaceIn(p + about, "\"sqlite\"", "\"oracle\""); });
        row("description of the other engine", about, u"practice.server"_qs,
            [about](const QString &p) { replaceIn(p + about, "\"sqlite\"", "\"postgres\""); });
    }
    void aFileThatIsNotAsItWasIsSaidAndStays()
    {
        QFETCH(std::function<void(const QString &)>, damage);
        QFETCH(QString, file);
        const QString practice = copyOf(m_good);
        damage(practice);
        if (QTest::currentTestFailed())
            return;
        const QByteArray left = contentOf(practice + file);
        const auto answer = info(practice);
        QCOMPARE(answer.exitCode, 1);
        QTEST(answer.error, "error");
        QVERIFY2(test::isSentence(answer.sentence), qPrintable(answer.sentence));
        QCOMPARE(check(practice).exitCode, 1);
        QCOMPARE(contentOf(practice + file), left); // nothing was made anew in its place

        // With the file back, everything is.
        QFile::remove(practice + file);
        QVERIFY(QFile::copy(m_good + file, practice + file));
        QCOMPARE(check(practice).exitCode, 0);
    }

    void aDatabaseOfANewerProgramIsLeftAlone()
    {
        const QString practice = copyOf(m_good);
        {
            const auto db = storage::Database::embedded(practice + u"/practice.db"_qs,
                                                        DerivedKeys::database(m_key))
                                .connect();
            QVERIFY_OK(db);
            QVERIFY_OK((*db)->run("INSERT INTO schema_step (module, number, name, sha256, "
                                  "applied_at) VALUES ('future', 1, '0001_future', '', '')"));
        }
        const auto before = contentsOf(practice);
        QVERIFY(before.size() > 4);
        const auto answer = info(practice);
        QCOMPARE(answer.error, u"storage.newer"_qs);
        QVERIFY(test::isSentence(answer.sentence));
        QCOMPARE(contentsOf(practice).keys(), before.keys());
        QVERIFY(contentsOf(practice) == before); // no row, nothing
    }

    void damageAnywhereInTheDatabaseIsFound_data()
    {
        QTest::addColumn<double>("cut");
        QTest::addColumn<double>("flipped");
        for (const double where : {0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999})
            QTest::addRow("a byte at %g", where) << 1.0 << where;
        for (const double kept : {0.01, 0.3, 0.7, 0.999})
            QTest::addRow("cut at %g", kept) << kept << -1.0;
    }
    void damageAnywhereInTheDatabaseIsFound()
    {
        QFETCH(double, cut);
        QFETCH(double, flipped);
        const QString practice = copyOf(m_good);
        const QString database = practice + u"/practice.db"_qs;
        QVERIFY(QFile::resize(database, qint64(double(QFileInfo(database).size()) * cut)));
        if (flipped > 0)
            flip(database, flipped);
        const auto found = check(practice);
        QCOMPARE(found.exitCode, 1);
        QCOMPARE(found.object.value(u"ok").toBool(true), false);
        QVERIFY(!found.object.value(u"findings").toArray().isEmpty());
        // A page that is not asked for is no obstacle; one that is, is said.
        const auto answer = info(practice);
        QVERIFY(answer.exitCode == 0 || answer.error == u"storage.corrupt" ||
                answer.error == u"storage.unreadable");
        QVERIFY(answer.exitCode == 0 || test::isSentence(answer.sentence));
    }

    void aDocumentThatIsNotAsItWasIsFound_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("missing") << 0;
        QTest::newRow("in the place of another") << 1;
        QTest::newRow("changed") << 2;
        QTest::newRow("empty") << 3;
    }
    void aDocumentThatIsNotAsItWasIsFound()
    {
        QFETCH(int, what);
        const QString practice = copyOf(m_good);
        const QStringList documents = documentsOf(practice);
        if (what == 0)
            QVERIFY(QFile::remove(documents.at(0)));
        if (what == 1)
            put(documents.at(0), contentOf(documents.at(1)));
        if (what == 2)
            flip(documents.at(0), 0.5);
        if (what == 3)
            put(documents.at(0), {});
        const auto found = check(practice);
        QCOMPARE(found.exitCode, 1);
        const QJsonArray findings = found.object.value(u"findings").toArray();
        QVERIFY(!findings.isEmpty());
        for (const QJsonValue &finding : findings) {
            const QString code = finding.toObject().value(u"code").toString();
            QVERIFY2(code == u"ordonnance" || code == u"document" || code == u"lab_report",
                     qPrintable(code));
        }
        QCOMPARE(info(practice).exitCode, 0); // the others can be worked with
    }

    void aJournalThatWasTamperedWithIsFound_data()
    {
        QTest::addColumn<QByteArrayList>("tampering");
        QTest::addColumn<int>("firstBad"); // from the end where negative
        QTest::newRow("edited") << QByteArrayList{"UPDATE audit_event SET user_name = 'Personne' "
                                                  "WHERE seq = 12"}
                                << 12;
        QTest::newRow("deleted") << QByteArrayList{"DELETE FROM audit_event WHERE seq = 12"} << 12;
        QTest::newRow("in another order")
            << QByteArrayList{"UPDATE audit_event SET seq = -1 WHERE seq = 12",
                              "UPDATE audit_event SET seq = 12 WHERE seq = 13",
                              "UPDATE audit_event SET seq = 13 WHERE seq = -1"}
            << 12;
        QTest::newRow("cut at its end")
            << QByteArrayList{"DELETE FROM audit_event WHERE seq > (SELECT MAX(seq) - 2 FROM "
                              "audit_event)"}
            << -1;
    }
    void aJournalThatWasTamperedWithIsFound()
    {
        QFETCH(QByteArrayList, tampering);
        QFETCH(int, firstBad);
        const QString practice = copyOf(m_good);
        const QStringList words{u"audit"_qs, u"verify"_qs};
        const auto before = m_ctl.call(words, u"medecin"_qs, practice);
        QCOMPARE(before.exitCode, 0);
        QCOMPARE(before.object.value(u"ok").toBool(), true);
        {
            const auto db = storage::Database::embedded(practice + u"/practice.db"_qs,
                                                        DerivedKeys::database(m_key))
                                .connect();
            QVERIFY_OK(db);
            if (firstBad < 0)
                QVERIFY_OK((*db)->run(
                    "SELECT MAX(seq) FROM audit_event", {},
                    [&firstBad](const storage::Row &row) { firstBad += int(row.integer(0)); }));
            for (const QByteArray &statement : tampering)
                QVERIFY_OK((*db)->run(statement));
        }
        const auto after = m_ctl.call(words, u"medecin"_qs, practice);
        QCOMPARE(after.exitCode, 1);
        QCOMPARE(after.object.value(u"ok").toBool(true), false);
        QCOMPARE(after.object.value(u"first_bad").toInt(), firstBad);
    }

    void peopleWhoCannotBeReadAreNoObstacle()
    {
        const QString practice = copyOf(m_good);
        put(practice + u"/people.json"_qs, "[{\"login\":3},[],\"x\",");
        put(practice + u"/attempts.json"_qs, "\xFF\xFE{");
        QCOMPARE(info(practice).exitCode, 0);
    }

    void aWrongPasswordIsSaidAndChangesNothing()
    {
        const QString practice = copyOf(m_good);
        auto environment = m_ctl.environment();
        environment.insert(u"AMBROISE_PASSWORD_FILE"_qs,
                           m_ctl.write(u"wrong"_qs, "Pas-Le-Bon-Mot-De-Passe\n"));
        const QStringList words{u"practice"_qs, u"info"_qs,       u"--json"_qs, u"--user"_qs,
                                u"medecin"_qs,  u"--practice"_qs, practice};
        for (int tries = 0; tries < 4; ++tries) {
            const auto answer =
                test::CommandLine::run(QStringLiteral(AMBROISECTL), words, environment);
            QCOMPARE(answer.error, u"keyring.password"_qs);
            QVERIFY(test::isSentence(answer.sentence));
        }
        // After as many as that even the right one waits, and says so. Not after the four alone,
        // whose wait would be over on a slow machine.
        access::Lockout attempts(practice + u"/attempts.json"_qs, m_clock);
        QCOMPARE(attempts.failures(u"medecin"_qs), 4);
        while (attempts.wait(u"medecin"_qs) < std::chrono::minutes(10))
            QVERIFY_OK(attempts.failed(u"medecin"_qs));
        const auto waits = info(practice);
        QCOMPARE(waits.error, u"signin.wait"_qs);
        QVERIFY(test::isSentence(waits.sentence));
        QVERIFY(QFile::remove(practice + u"/attempts.json"_qs));
        QCOMPARE(check(practice).exitCode, 0);
    }

    void theCommandLineWorksBesideTheDesktop()
    {
        const QString practice = copyOf(m_good);
        const PracticeFolder folder(practice);
        const auto lock = folder.lock(); // as an open desktop holds it
        QVERIFY_OK(lock);
        const auto desktop = Practice::open(folder, m_key, m_clock);
        QVERIFY_OK(desktop);
        const auto before = (*desktop)->patients().count();
        QCOMPARE(info(practice).object.value(u"patients").toInteger(), *before);
        QVERIFY_OK((*desktop)->patients().open(PatientId{1}, audit::Actor::program(u"test"_qs)));
        QCOMPARE(check(practice).exitCode, 0);
        QCOMPARE_SUBJECT(folder.lock(), "practice.open_elsewhere");
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
        // In a mount namespace of its own, which goes with the shell and wants no root.
        const QStringList alone{u"--mount"_qs, u"--map-root-user"_qs};
        if (QProcess::execute(u"unshare"_qs,
                              alone + QStringList{u"mount"_qs, u"-t"_qs, u"tmpfs"_qs, u"none"_qs,
                                                  m_ctl.path(u"tmp"_qs)}) != 0)
            QSKIP("this machine lets nobody mount a disk of their own");
        const auto ran = test::CommandLine::run(
            u"unshare"_qs,
            alone + QStringList{u"sh"_qs, test::sourceFolder() + u"/tests/flows/fulldisk.sh"_qs,
                                m_ctl.path({}), QStringLiteral(AMBROISECTL), m_good,
                                m_ctl.path(u"rx.json"_qs)},
            m_ctl.environment());
        QCOMPARE(ran.exitCode, 0);
        const auto told = [this](const QString &name) {
            return QJsonDocument::fromJson(contentOf(m_ctl.path(name))).object();
        };
        int refused = 0;
        for (const int left : {0, 8, 24, 48, 96, 160, 256}) {
            QVERIFY(told(u"check%1.json"_qs.arg(left)).value(u"ok").toBool());
            const QJsonObject error = told(u"full%1.json"_qs.arg(left)).value(u"error").toObject();
            if (error.isEmpty())
                continue; // there was room for that one
            ++refused;
            QCOMPARE(error.value(u"code").toString(), u"storage.full"_qs);
            QVERIFY(test::isSentence(error.value(u"message").toString()));
        }
        QVERIFY(refused > 1);
        for (const QString &counted : {u"patients"_qs, u"entries"_qs, u"users"_qs})
            QCOMPARE(told(u"after.json"_qs).value(counted), told(u"before.json"_qs).value(counted));

        for (const int left : {0, 16, 64, 160, 320}) { // no practice is made, or a part of one
            const QJsonObject error = told(u"made%1.json"_qs.arg(left)).value(u"error").toObject();
            const QString subject = error.value(u"code").toString();
            QVERIFY2(subject == u"storage.full" || subject == u"practice.folder",
                     qPrintable(subject));
            QVERIFY(test::isSentence(error.value(u"message").toString()));
            QCOMPARE(contentOf(m_ctl.path(u"there%1.txt"_qs.arg(left))), QByteArray());
        }
    }

    void withoutAnEngineThatEncryptsNothingStarts_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("ambroisectl")
            << QStringLiteral(AMBROISECTL)
            << QStringList{u"practice"_qs, u"info"_qs, u"--user"_qs, u"medecin"_qs};
        QTest::newRow("ambroise") << QStringLiteral(AMBROISE_DESKTOP)
                                  << QStringList{u"--startup-probe"_qs};
    }
    void withoutAnEngineThatEncryptsNothingStarts()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, words);
        QProcessEnvironment environment = m_ctl.environment();
        environment.insert(u"LD_PRELOAD"_qs, u"libsqlite3.so.0"_qs); // before the cipher's symbols
        environment.insert(u"ASAN_OPTIONS"_qs, u"verify_asan_link_order=0:detect_leaks=0"_qs);
        environment.insert(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
        environment.insert(u"XDG_DATA_HOME"_qs, m_ctl.path(u"data"_qs));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, words + QStringList{u"--practice"_qs, m_good});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains(u"Le chiffrement n’est pas disponible sur ce poste"),
                 qPrintable(said));
    }
};
QTEST_GUILESS_MAIN(TestBadPractice)
#include "tst_badpractice.moc"
