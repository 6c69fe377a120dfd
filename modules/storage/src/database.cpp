// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/database.h>

#include "sqldriver.h"

#include <ambroise/storage/changehub.h>

#include <QFile>

namespace ambroise::storage {
namespace {

Status verifyFile(Connection &db)
{
    // cipher_integrity_check gives a row for each page whose seal is broken; integrity_check the
    // one row "ok".
    AMBROISE_TRY(const qint64 broken, db.run("PRAGMA cipher_integrity_check"));
    if (broken > 0)
        return Error{ErrorCode::Corrupt, u"storage.corrupt"_qs, u"page seal"_qs};
    QString verdict;
    AMBROISE_CHECK(
        db.run("PRAGMA integrity_check(1)", {}, [&](const Row &row) { verdict = row.text(0); }));
    if (verdict != u"ok")
        return Error{ErrorCode::Corrupt, u"storage.corrupt"_qs, u"structure"_qs};
    return done();
}

} // namespace

Database::Database(Engine engine, QString where, crypto::SecretBytes key, bool create)
    : m_engine(engine)
    , m_where(std::move(where))
    , m_key(std::make_shared<const crypto::SecretBytes>(std::move(key)))
    , m_create(create)
    , m_hub(std::make_shared<ChangeHub>())
{
}

Database Database::embedded(QString file, const crypto::SecretBytes &key, bool create)
{
    return Database(Engine::Embedded, std::move(file), key.clone(), create);
}

Database Database::server(QString connectionInfo)
{
    return Database(Engine::Server, std::move(connectionInfo), crypto::SecretBytes::fromBytes({}),
                    false);
}

Result<std::unique_ptr<Connection>> Database::connect() const
{
    AMBROISE_TRY(auto connection, m_engine == Engine::Embedded
                                      ? openEmbedded(m_where, *m_key, m_create)
                                      : openServer(m_where));
    connection->m_hub = m_hub;
    return connection;
}

Status Database::verify() const
{
    AMBROISE_TRY(const auto db, connect());
    if (m_engine == Engine::Embedded)
        return verifyFile(*db);
    // The server checks its own pages; a read of the catalogue shows that it answers.
    AMBROISE_CHECK(db->run("SELECT count(*) FROM pg_class"));
    return done();
}

Status Database::copyTo(const QString &to) const
{
    if (m_engine == Engine::Server)
        return Error{ErrorCode::Unavailable, u"storage.copy"_qs, {}};
    AMBROISE_TRY(const auto db, connect());
    AMBROISE_CHECK(db->run("PRAGMA wal_checkpoint(TRUNCATE)"));
    // Holding the write lock, what stands in the file is whole and nobody adds to it.
    AMBROISE_TRY([[maybe_unused]] auto transaction, Transaction::begin(*db));
    if (!QFile::copy(m_where, to))
        return Error{ErrorCode::Unavailable, u"storage.copy"_qs, {}};
    if (const Status good = embedded(to, *m_key).verify(); !good.ok()) {
        QFile::remove(to);
        return good.error();
    }
    return done();
}

Status Database::dropTables() const
{
    if (m_engine == Engine::Embedded)
        return Error{ErrorCode::Unavailable, u"storage.drop"_qs, {}};
    AMBROISE_TRY(const auto db, connect());
    AMBROISE_TRY(auto transaction, Transaction::begin(*db));
    QByteArrayList tables;
    AMBROISE_CHECK(db->run("SELECT quote_ident(tablename) FROM pg_tables"
                           " WHERE schemaname = current_schema()",
                           {}, [&](const Row &row) { tables << row.text(0).toUtf8(); }));
    if (!tables.isEmpty())
        AMBROISE_CHECK(db->run("DROP TABLE " + tables.join(", ") + " CASCADE"));
    return transaction.commit();
}

} // namespace ambroise::storage
