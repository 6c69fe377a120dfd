// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/answer.h>

#include <support/folders.h>
#include <support/result.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ambroise;
using identity::InsiAnswer;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Of the test persons, the one with that matricule.
QJsonObject testPerson(const QString &matricule)
{
    const auto persons =
        QJsonDocument::fromJson(
            contentOf(test::sharedFolder() + u"/data/identity/insi/test_persons.json"_qs))
            .object()
            .value(u"persons")
            .toArray();
    for (const QJsonValue &person : persons)
        if (person[u"ins"][u"matricule"].toString() == matricule)
            return person.toObject();
    return {};
}

} // namespace

//! The public answers of INSi that stand beside the project.
class TestSamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachSampleIsRead_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(test::sharedFolder() + u"/data/identity/insi"_qs);
        const auto files = folder.entryInfoList({u"REP_*.xml"_qs, u"TEST_*.xml"_qs});
        if (files.isEmpty())
            QSKIP("no samples beside the project");
        for (const QFileInfo &file : files)
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
    void eachSampleIsRead()
    {
        QFETCH(const QString, path);
        const QByteArray envelope = contentOf(path);
        const auto answer = insi::readAnswer(envelope);
        QVERIFY_OK(answer);
        QCOMPARE(answer->raw, envelope);
        QCOMPARE(answer->person.has_value(), answer->verdict == InsiAnswer::Verdict::Found);
        if (!answer->person)
            return;
        QVERIFY_OK(answer->person->traits());
        const QJsonObject known = testPerson(answer->person->ins.matricule.toString());
        if (known.isEmpty())
            return; // of our own making
        QCOMPARE(answer->person->surname, known[u"tiq"][u"nom"].toString());
        QCOMPARE(answer->person->givenNames, known[u"tiq"][u"liste_prenoms"].toString());
        QCOMPARE(answer->person->birthDate, known[u"tiq"][u"date"].toString());
        QCOMPARE(answer->person->birthPlace, known[u"tiq"][u"lieu"].toString());
        QCOMPARE(identity::oid(answer->person->ins.authority), known[u"ins"][u"oid"].toString());
        const QJsonArray history = known[u"histo"].toArray();
        QCOMPARE(answer->person->history.size(), history.size());
        for (qsizetype i = 0; i < history.size(); ++i) {
            const QJsonValue past = history[i];
            QVERIFY(
                answer->person->history[i] ==
                (identity::InsRecord{past[u"matricule"].toString(), past[u"oid"].toString(),
                                     past[u"date_deb"].toString(), past[u"date_fin"].toString()}));
        }
    }
    void theSampleOfAFaultIsRead()
    {
        const QByteArray envelope =
            contentOf(test::sharedFolder() + u"/data/identity/insi/FAULT_siram100_desir550.xml"_qs);
        if (envelope.isEmpty())
            QSKIP("no samples beside the project");
        const auto answer = insi::readAnswer(envelope);
        QCOMPARE_SUBJECT(answer, "insi.denied");
        QCOMPARE(answer.error().detail, u"desir_550, uuid:b3549edd-4ae9-472a-b26f-fd2fb4ef397f : "
                                        "Numéro d'autorisation du logiciel inconnu"_qs);
    }
};
QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
