// SPDX-License-Identifier: GPL-3.0-or-later
#include <practice/practice.h>

#include <ambroise/crypto/hash.h>

#include <support/folders.h>

#include <QDir>
#include <QtTest>

using namespace ambroise;

//! A migration that a practice may have run already is never written anew.
class TestReleased : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noReleasedMigrationHasChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("digest");
        QFile list(test::sourceFolder() + u"/tests/migration/released.sha256"_qs);
        QVERIFY(list.open(QIODevice::ReadOnly));
        while (!list.atEnd()) {
            const QByteArray line = list.readLine().trimmed();
            const QString file = QString::fromUtf8(line.mid(66));
            QTest::addRow("%s", qPrintable(file)) << file << line.left(64);
        }
    }
    void noReleasedMigrationHasChanged()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, digest);
        QFile migration(test::sourceFolder() + u"/modules/"_qs + file);
        QVERIFY2(migration.open(QIODevice::ReadOnly), "a released migration is gone");
        QVERIFY2(crypto::sha256(migration.readAll()).toHex() == digest,
                 "this was released: put the change into a migration of its own");
    }

    void everyModuleWithTablesIsMigrated()
    {
        const QDir modules(test::sourceFolder() + u"/modules"_qs);
        QStringList known;
        for (const storage::Schema &schema : app::allSchemas())
            known << schema.module;
        for (const QString &module : modules.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(modules.filePath(module + u"/schema"_qs)))
                QVERIFY2(known.contains(module), qPrintable(module));
    }
};
QTEST_GUILESS_MAIN(TestReleased)
#include "tst_released.moc"
