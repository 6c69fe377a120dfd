// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/vault.h>

#include <support/engines.h>
#include <support/result.h>

#include <QDirIterator>

using namespace ambroise;
using storage::Vault;

class TestVault : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    std::unique_ptr<Vault> vaultOf(storage::Engine engine, storage::Connection &db,
                                   const QString &name) const
    {
        return engine == storage::Engine::Embedded
                   ? Vault::inFolder(m_engines.path(name), m_engines.key())
                   : Vault::inDatabase(db, m_engines.key());
    }
    static QString onlyFile(const QString &folder)
    {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }

private Q_SLOTS:
    void aDocumentComesBackUnchangedAndIsKeptOnce_data() { m_engines.addRows(); }
    void aDocumentComesBackUnchangedAndIsKeptOnce()
    {
        PRACTICE_OF_ROW(m_engines, {storage::schema()});
        const auto vault = vaultOf(storage::Engine(engine), db, u"twice"_qs);
        const QByteArray letter(100'000, 'x');
        const auto first = vault->put(letter);
        QVERIFY_OK(first);
        QCOMPARE(*vault->put(letter), *first);
        QCOMPARE(vault->all()->size(), 1);
        QCOMPARE(*vault->get(*first), letter);
    }

    void nothingOfTheContentIsReadableOnTheDisk()
    {
        const auto vault = Vault::inFolder(m_engines.path(u"disk"_qs), m_engines.key());
        QVERIFY_OK(vault->put("Madame VASSEUR Madeleine"));
        QFile file(onlyFile(m_engines.path(u"disk"_qs)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("VASSEUR"));
    }

    void aChangedByteIsFound()
    {
        const auto vault = Vault::inFolder(m_engines.path(u"changed"_qs), m_engines.key());
        const auto id = vault->put("an ordonnance");
        QFile file(onlyFile(m_engines.path(u"changed"_qs)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[20] = char(bytes[20] ^ 1);
        file.seek(0);
        file.write(bytes);
        file.close();
        QCOMPARE_SUBJECT(vault->get(*id), "vault.corrupt");
    }

    void aDocumentInThePlaceOfAnotherIsFound()
    {
        const QString folder = m_engines.path(u"swapped"_qs);
        const auto vault = Vault::inFolder(folder, m_engines.key());
        const auto a = vault->put("document A");
        const auto b = vault->put("document B");
        const auto pathOf = [&](const storage::ContentId &id) {
            return folder + u'/' + id.toString().left(2) + u'/' + id.toString().mid(2);
        };
        QVERIFY(QFile::remove(pathOf(*a)));
        QVERIFY(QFile::copy(pathOf(*b), pathOf(*a)));
        QCOMPARE_SUBJECT(vault->get(*a), "vault.corrupt");
    }

    void aLostDocumentIsSaidToBeMissing()
    {
        const auto vault = Vault::inFolder(m_engines.path(u"lost"_qs), m_engines.key());
        const auto id = vault->put("a letter");
        QVERIFY(QFile::remove(onlyFile(m_engines.path(u"lost"_qs))));
        QCOMPARE_SUBJECT(vault->get(*id), "vault.missing");
    }
};
QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
