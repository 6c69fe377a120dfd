// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/schema.h>
#include <ambroise/access/sharedkeyring.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using access::KeyringFile;
using access::SharedKeyring;

namespace {
constexpr crypto::Argon2Params quick{8, 1, 1}; // a test proves no strength
const QList<storage::Schema> schemas = {access::schema()};
} // namespace

#define PRACTICE(engine)                                                                           \
    const auto database = m_engines.practice(engine, schemas);                                     \
    QVERIFY(database);                                                                             \
    const auto connected = database->connect();                                                    \
    QVERIFY_OK(connected);                                                                         \
    storage::Connection &db = **connected

//! Two posts, each with its copy of the keyring, and the database between them.
class TestSharedKeyring : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::unique_ptr<QTemporaryDir> m_folder;
    crypto::SecretBytes m_key = crypto::SecretBytes::fromBytes({});

    [[nodiscard]] KeyringFile file(const QString &post) const
    {
        return KeyringFile(m_folder->filePath(post));
    }
    SharedKeyring::Edit adding(const QString &login) const
    {
        return [this, login](crypto::Keyring &keyring) {
            return keyring.addPassword(m_key, login, u"quatre mots"_qs, quick);
        };
    }
    static bool has(const crypto::Keyring &keyring, const QString &login)
    {
        for (const crypto::SlotInfo &slot : keyring.entries())
            if (slot.login == login)
                return true;
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto created = crypto::Keyring::create();
        m_key = std::move(created->practiceKey);
        for (const QString &post : {u"a"_qs, u"b"_qs})
            QVERIFY_OK(file(post).save(created->keyring));
    }

    void whatOnePostChangesTheOtherHas_data() { m_engines.addRows(); }
    void whatOnePostChangesTheOtherHas()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        SharedKeyring b(db, file(u"b"_qs), m_key);
        QVERIFY_OK(a.current()); // takes the first one into the database
        QVERIFY_OK(a.change(adding(u"claire"_qs)));
        QVERIFY(has(*file(u"a"_qs).load(), u"claire"_qs));
        QVERIFY(!has(*file(u"b"_qs).load(), u"claire"_qs));
        QVERIFY(has(*b.current(), u"claire"_qs));
        QCOMPARE(*file(u"b"_qs).load(), *file(u"a"_qs).load());
    }

    void postsThatChangeAtOnceLoseNothing_data() { m_engines.addRows(); }
    void postsThatChangeAtOnceLoseNothing()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        SharedKeyring b(db, file(u"b"_qs), m_key);
        QVERIFY_OK(a.current());
        bool first = true;
        QVERIFY_OK(b.change([&](crypto::Keyring &keyring) -> Status {
            if (std::exchange(first, false)) // another post, between the reading and the writing
                AMBROISE_CHECK(a.change(adding(u"claire"_qs)));
            return adding(u"nadia"_qs)(keyring);
        }));
        QVERIFY(has(*a.current(), u"claire"_qs) && has(*a.current(), u"nadia"_qs));
        QCOMPARE(*file(u"a"_qs).load(), *file(u"b"_qs).load());
    }

    void whoIsOvertakenAlwaysIsTold()
    {
        PRACTICE(storage::Engine::Embedded);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        SharedKeyring b(db, file(u"b"_qs), m_key);
        QVERIFY_OK(a.current());
        int times = 0;
        const Status overtaken = b.change([&](crypto::Keyring &keyring) -> Status {
            AMBROISE_CHECK(a.change(adding(u"claire%1"_qs.arg(++times))));
            return adding(u"nadia"_qs)(keyring);
        });
        QCOMPARE_SUBJECT(overtaken, "keyring.changed");
        QCOMPARE(times, 2);
        QVERIFY(!has(*b.current(), u"nadia"_qs));
    }

    void aChangeThatIsUndoneReachesNoFile_data() { m_engines.addRows(); }
    void aChangeThatIsUndoneReachesNoFile()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        QVERIFY_OK(a.current());
        {
            auto undone = storage::Transaction::begin(db);
            QVERIFY_OK(a.change(adding(u"claire"_qs)));
            QVERIFY(!has(*file(u"a"_qs).load(), u"claire"_qs));
        }
        QVERIFY(!has(*file(u"a"_qs).load(), u"claire"_qs));
        QVERIFY(!has(*a.current(), u"claire"_qs));
    }

    void anOlderOnePutBackIsReplaced_data() { m_engines.addRows(); }
    void anOlderOnePutBackIsReplaced()
    {
        PRACTICE_OF_ROW(m_engines, schemas);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        QVERIFY_OK(a.current());
        const auto old = file(u"a"_qs).load();
        QVERIFY_OK(a.change(adding(u"claire"_qs)));
        QVERIFY_OK(file(u"a"_qs).save(*old)); // in the folder
        QVERIFY(has(*a.current(), u"claire"_qs));
        QVERIFY(has(*file(u"a"_qs).load(), u"claire"_qs));
        QVERIFY_OK(db.run("UPDATE practice_keyring SET version = ?, body = ?",
                          {old->version(), QString::fromUtf8(old->toJson())})); // in the database
        QVERIFY(has(*a.current(), u"claire"_qs));
        QVERIFY(has(*SharedKeyring(db, file(u"b"_qs), m_key).current(), u"claire"_qs));
    }

    void aDatabaseCannotGiveAKeyringThatIsNotThePractices_data()
    {
        QTest::addColumn<QString>("what");
        for (const QString &what :
             {u"another practice"_qs, u"no keyring"_qs, u"a version of its own"_qs})
            QTest::newRow(qPrintable(what)) << what;
    }
    void aDatabaseCannotGiveAKeyringThatIsNotThePractices()
    {
        QFETCH(QString, what);
        PRACTICE(storage::Engine::Embedded);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        QVERIFY_OK(a.current());
        const auto mine = file(u"a"_qs).load();
        QByteArray body = crypto::Keyring::create()->keyring.toJson();
        if (what == u"no keyring")
            body = "{";
        if (what == u"a version of its own")
            body = mine->toJson().replace("\"version\":1", "\"version\":99");
        QVERIFY_OK(db.run("UPDATE practice_keyring SET version = 99, body = ?",
                          {QString::fromUtf8(body)}));
        QCOMPARE_SUBJECT(a.current(), "keyring.tampered");
        QCOMPARE(*file(u"a"_qs).load(), *mine);
    }

    void aLostCopyIsMadeAgain()
    {
        PRACTICE(storage::Engine::Embedded);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        QVERIFY_OK(a.change(adding(u"claire"_qs)));
        QVERIFY(QFile::remove(m_folder->filePath(u"a"_qs)));
        QVERIFY_OK(a.current());
        QVERIFY(has(*file(u"a"_qs).load(), u"claire"_qs));
    }

    void whereTheCopyCannotBeWrittenNothingChanges()
    {
        PRACTICE(storage::Engine::Embedded);
        SharedKeyring a(db, file(u"a"_qs), m_key);
        QVERIFY_OK(a.current());
        SharedKeyring nowhere(db, file(u"none/a"_qs), m_key);
        auto next = *a.current();
        QVERIFY_OK(adding(u"claire"_qs)(next));
        QCOMPARE_SUBJECT(nowhere.put(next), "keyring.write");
        QVERIFY(!has(*a.current(), u"claire"_qs));
    }
};
QTEST_GUILESS_MAIN(TestSharedKeyring)
#include "tst_sharedkeyring.moc"
