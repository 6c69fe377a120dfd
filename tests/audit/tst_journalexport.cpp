// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace ambroise;
using audit::Action;
using audit::Journal;
using audit::Subject;

namespace {

const audit::Actor brunel(UserId{2}, u"Nadia \"Nad\" Brunel]"_qs, u"secretaire"_qs,
                          u"Accueil é"_qs);

//! What people, and people who mean harm, may have typed.
QStringList words()
{
    return {u"Urgence, \"malaise\""_qs,
            u"ligne 1\r\nligne 2\nligne 3"_qs,
            u"a;b;c"_qs,
            u"=cmd|' /C calc'!A0"_qs,
            u"+1+1"_qs,
            u"-2"_qs,
            u"@SUM(1)"_qs,
            u"\t=1"_qs,
            u"\uFF1D1+1"_qs,
            u"Œdème, 日本語, \U0001F600"_qs,
            u"back\\slash ] bracket"_qs,
            u"\\\""_qs,
            u"bell \a escape \x1b[31m"_qs,
            QString()};
}

//! As a spreadsheet shows it: a formula is text behind its apostrophe.
QString harmless(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D").contains(text.front()) ? u'\'' + text
                                                                                      : text;
}

//! The rows as Python's csv module reads them, each an object by the header's names.
QJsonArray readByPython(const QByteArray &csv)
{
    QProcess python;
    python.start(u"python3"_qs,
                 {u"-c"_qs, u"import csv, io, json, sys\n"
                            "text = sys.stdin.buffer.read().decode('utf-8-sig', 'strict')\n"
                            "rows = csv.DictReader(io.StringIO(text, newline=''), strict=True)\n"
                            "sys.stdout.write(json.dumps(list(rows)))"_qs});
    python.write(csv);
    python.closeWriteChannel();
    return python.waitForFinished() && python.exitCode() == 0
               ? QJsonDocument::fromJson(python.readAllStandardOutput()).array()
               : QJsonArray();
}

//! RFC 5424 §6, its ABNF word for word, for a message without MSG.
QRegularExpression syslogMessage()
{
    const QString printable = u"[\\x21-\\x7e]"_qs;
    const QString name = u"[\\x21\\x23-\\x3c\\x3e-\\x5c\\x5e-\\x7e]{1,32}"_qs;
    const QString time = u"\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:"
                         "[0-5]\\d(\\.\\d{1,6})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)"_qs;
    const QString value = u"([^\"\\\\\\]]|\\\\[\"\\\\\\]])*"_qs;
    const QString element = u"\\["_qs + name + u"( "_qs + name + u"=\""_qs + value + u"\")*\\]"_qs;
    return QRegularExpression(u"^<(?<priority>\\d|[1-9]\\d|1[0-8]\\d|19[01])>1 "_qs + time +
                              u" (-|"_qs + printable + u"{1,255}) (-|"_qs + printable +
                              u"{1,48}) (-|"_qs + printable + u"{1,128}) (-|"_qs + printable +
                              u"{1,32}) (-|("_qs + element + u")+)\\z"_qs);
}

QString parameterOf(const QString &line, const QString &name)
{
    const QRegularExpression shape(u" "_qs + name + u"=\"((?:[^\"\\\\]|\\\\.)*)\""_qs);
    QString value = shape.match(line).captured(1);
    static const QRegularExpression escaped(u"\\\\([\"\\\\\\]])"_qs);
    return value.replace(escaped, u"\\1"_qs);
}

} // namespace

class TestJournalExport : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema()};

    static Status writeWords(Journal &journal)
    {
        for (const QString &word : words())
            AMBROISE_CHECK(journal.record(
                {Action::BreakGlass, Subject::Patient, 9, PatientId{9}, word, word}, brunel));
        return done();
    }

private Q_SLOTS:
    void aFormulaBehindANulIsNoneEither()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(journal.record(
            {Action::BreakGlass, Subject::Patient, 9, PatientId{9}, QChar(0) + u"=1+1"_qs},
            brunel));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY_OK(journal.exportCsv(out, {}));
        QVERIFY2(out.data().contains("\"'=1+1\""), out.data().constData());
    }

    void pythonReadsTheCsvAsItWasWritten()
    {
        if (QStandardPaths::findExecutable(u"python3"_qs).isEmpty())
            QSKIP("Python is not installed here");
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(writeWords(journal));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const auto written = journal.exportCsv(out, {});
        QVERIFY_OK(written);
        QCOMPARE(*written, words().size());
        QVERIFY(out.data().startsWith("\xEF\xBB\xBFseq,at,"));
        const QJsonArray rows = readByPython(out.data());
        QCOMPARE(rows.size(), words().size());
        for (int i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            QCOMPARE(row.size(), 12);
            QCOMPARE(row.value(u"seq"_qs).toString(), QString::number(i + 1));
            QCOMPARE(row.value(u"user"_qs).toString(), brunel.name());
            QCOMPARE(row.value(u"detail"_qs).toString(), harmless(words().at(i)));
            QCOMPARE(row.value(u"reason"_qs).toString(), harmless(words().at(i)));
        }
    }

    void syslogLinesAreThoseOfTheStandard()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(writeWords(journal));
        QVERIFY_OK(journal.record({Action::SignInRefused, Subject::User, 0, {}, u"x"_qs},
                                  audit::Actor::program(u"日本"_qs)));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QVERIFY_OK(journal.exportSyslog(out, {}));
        const QStringList lines = QString::fromUtf8(out.data()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), words().size() + 1);
        const QRegularExpression shape = syslogMessage();
        QVERIFY2(shape.isValid(), qPrintable(shape.errorString()));
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = shape.match(lines.at(i));
            QVERIFY2(match.hasMatch(), qPrintable(lines.at(i)));
            const bool refusal = i == words().size();
            QCOMPARE(match.captured(u"priority"_qs), refusal ? u"108"_qs : u"110"_qs);
            QString expected = refusal ? u"x"_qs : words().at(i);
            for (QChar &c : expected)
                if (c < u' ')
                    c = u' ';
            QCOMPARE(parameterOf(lines.at(i), u"detail"_qs), expected);
        }
    }

    void theWholeJournalIsWrittenOldestFirst_data() { m_engines.addRows(); }
    void theWholeJournalIsWrittenOldestFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Journal journal(db, m_engines.key(), m_engines.clock());
        constexpr int many = 2345; // more than are read at once
        auto together = storage::Transaction::begin(db);
        for (int i = 0; i < many; ++i)
            QVERIFY_OK(
                journal.record({Action::Read, Subject::Patient, i, PatientId{1 + i % 2}}, brunel));
        QVERIFY_OK(together->commit());
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QList<std::pair<qint64, qint64>> told;
        const auto written = journal.exportSyslog(out, {.limit = 5}, [&](qint64 done, qint64 all) {
            told.append({done, all});
            return true;
        });
        QVERIFY_OK(written);
        QCOMPARE(*written, many);
        QCOMPARE(told.last(), (std::pair<qint64, qint64>(many, many)));
        const QByteArrayList lines = out.data().trimmed().split('\n');
        QCOMPARE(lines.size(), many);
        for (int i = 0; i < many; ++i)
            QVERIFY(lines.at(i).contains("seq=\"" + QByteArray::number(i + 1) + "\""));
        QBuffer narrowed;
        narrowed.open(QIODevice::WriteOnly);
        QCOMPARE(*journal.exportCsv(narrowed, {.patient = PatientId{1}}), 1173);
    }

    void anExportIsGivenUpOnDemand()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(writeWords(journal));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QCOMPARE_SUBJECT(journal.exportCsv(out, {}, [](qint64, qint64) { return false; }),
                         "journal.export");
    }

    void aDiskThatTakesNothingIsTold()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(writeWords(journal));
        QFile full(u"/dev/full"_qs);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QCOMPARE_SUBJECT(journal.exportCsv(full, {}), "journal.write");
    }

    //! An event whose time was edited sorts anywhere, and is still written once.
    void anEditedTimeDoesNotTurnTheExportInCircles()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Journal journal(**db, m_engines.key(), m_engines.clock());
        QVERIFY_OK(writeWords(journal));
        QVERIFY_OK((*db)->run("UPDATE audit_event SET at = 'hier' WHERE seq = 3"));
        QVERIFY_OK((*db)->run("UPDATE audit_event SET at = '' WHERE seq = 4"));
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QCOMPARE(*journal.exportCsv(out, {}), words().size());
        QCOMPARE(journal.find({})->size(), words().size());
    }
};
QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
