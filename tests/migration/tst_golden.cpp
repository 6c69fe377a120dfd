// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "shape.h"

#include <practice/check.h>

#include <support/engines.h>
#include <support/folders.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::app;

//! A practice that any released program left is taken over whole.
class TestGolden : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    QTemporaryDir m_folder;
    int m_practices = 0;

    static QDir goldens() { return QDir(test::sourceFolder() + u"/tests/migration/golden"_qs); }
    static QString textOf(const QString &name)
    {
        QFile file(goldens().filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    //! The printed form of the ordonnance lies beside an embedded practice.
    static Status putPaper(const PracticeFolder &folder)
    {
        const auto vault =
            storage::Vault::inFolder(folder.documents(), DerivedKeys::documents(test::goldenKey()));
        AMBROISE_CHECK(vault->put(test::goldenPaper()));
        return done();
    }

private Q_SLOTS:
    void aPracticeOfEveryReleaseIsTakenOver_data()
    {
        QTest::addColumn<QString>("golden");
        QTest::addColumn<int>("engine");
        const QStringList names = goldens().entryList({u"*.sql"_qs}, QDir::Files, QDir::Name);
        QVERIFY(names.contains(u"0008.sql"_qs));
        for (const QString &name : names) {
            QTest::addRow("%s embedded", qPrintable(name))
                << name << int(storage::Engine::Embedded);
            QTest::addRow("%s server", qPrintable(name)) << name << int(storage::Engine::Server);
        }
    }
    void aPracticeOfEveryReleaseIsTakenOver()
    {
        QFETCH(QString, golden);
        QFETCH(int, engine);
        QString server;
        if (engine == int(storage::Engine::Server)) {
            NEEDS_SERVER(m_engines);
            server = m_engines.cluster().newDatabase();
        }
        const PracticeFolder folder(m_folder.filePath(QString::number(++m_practices)));
        QVERIFY_OK(test::makeFolder(folder, server));
        {
            const auto db = test::databaseOf(folder, server).connect();
            QVERIFY_OK(db);
            QVERIFY_OK(test::restore(**db, textOf(golden)));
        }
        QVERIFY_OK(putPaper(folder));

        const auto opened = Practice::open(folder, test::goldenKey(), m_engines.clock());
        QVERIFY_OK(opened);
        QVERIFY_OK(test::readBack(**opened));
        const auto findings = checkPractice(**opened);
        QVERIFY_OK(findings);
        for (const Finding &finding : *findings) // its signing key was not kept
            QCOMPARE(finding.code, u"certificate"_qs);

        const auto fresh = m_engines.practice(storage::Engine(engine), allSchemas());
        QVERIFY(fresh);
        const auto freshDb = fresh->connect();
        QVERIFY_OK(freshDb);
        const auto expected = test::shapeOf(**freshDb);
        QVERIFY_OK(expected);
        QVERIFY(expected->size() > 100);
        QCOMPARE(*test::shapeOf((*opened)->connection()), *expected);
    }

    void aColumnTooManyIsSeenInTheShape_data() { m_engines.addRows(); }
    void aColumnTooManyIsSeenInTheShape()
    {
        PRACTICE_OF_ROW(m_engines, allSchemas());
        const auto before = test::shapeOf(db);
        QVERIFY_OK(db.run("ALTER TABLE entry ADD COLUMN more BIGINT"));
        QVERIFY(*test::shapeOf(db) != *before);
    }
};
QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
