// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqldriver.h"

#include <ambroise/storage/database.h>

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>

#include <sqlite3.h>

namespace ambroise::storage {
namespace {

Error failure(ErrorCode code, const QString &subject, const QSqlError &error = {})
{
    // The driver's text names tables and columns, never values.
    return {code, subject, error.driverText() + u' ' + error.nativeErrorCode()};
}

//! Below that SQLite cannot even make the files that it needs to read.
constexpr qint64 leastRoom = 1 << 20;

bool hasRoom(const QString &file)
{
    const QStorageInfo disk(QFileInfo(file).path());
    return !disk.isValid() || disk.bytesAvailable() >= leastRoom;
}

Error explained(const QSqlError &error, const QString &file)
{
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case SQLITE_CONSTRAINT:
        return failure(ErrorCode::Conflict, u"storage.constraint"_qs, error);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure(ErrorCode::Unavailable, u"storage.busy"_qs, error);
    case SQLITE_FULL:
        return failure(ErrorCode::Unavailable, u"storage.full"_qs, error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure(ErrorCode::Corrupt, u"storage.corrupt"_qs, error);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return failure(ErrorCode::Unavailable,
                       hasRoom(file) ? u"storage.unavailable"_qs : u"storage.full"_qs, error);
    default:
        return failure(ErrorCode::Invalid, u"storage.sql"_qs, error);
    }
}

class EmbeddedConnection final : public Connection {
public:
    EmbeddedConnection(const QString &name, QString file)
        : Connection(Engine::Embedded, name)
        , m_file(std::move(file))
    {
    }

    Error translated(const QSqlError &error) const override { return explained(error, m_file); }

private:
    QString m_file;
};

//! A pragma's answer, or why there is none.
Result<QString> pragma(QSqlDatabase &db, const QString &text)
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA "_qs + text))
        return explained(query.lastError(), db.databaseName());
    return query.next() ? query.value(0).toString() : QString();
}

Status giveKey(QSqlDatabase &db, const crypto::SecretBytes &key)
{
    QSqlQuery query(db);
    QByteArray statement = "PRAGMA key = \"x'" + key.view().toByteArray().toHex() + "'\"";
    const bool given = query.exec(QString::fromLatin1(statement));
    statement.fill('\0');
    return given ? done() : Status(failure(ErrorCode::Unavailable, u"storage.no_cipher"_qs));
}

//! The first read: only here does a wrong key or a damaged first page show.
Status readable(QSqlDatabase &db, const QString &file)
{
    QSqlQuery query(db);
    if (query.exec(u"SELECT count(*) FROM sqlite_master"_qs) && query.next())
        return done();
    const Error why = explained(query.lastError(), file);
    if (why.code == ErrorCode::Unavailable)
        return why; // a disk that is full says nothing of the data
    return failure(ErrorCode::Corrupt, u"storage.unreadable"_qs, query.lastError());
}

Status configure(QSqlDatabase &db)
{
    for (const QString &setting :
         {u"cache_size = -65536"_qs, u"foreign_keys = ON"_qs, u"secure_delete = ON"_qs,
          u"temp_store = MEMORY"_qs, u"journal_mode = WAL"_qs, u"synchronous = FULL"_qs,
          u"wal_autocheckpoint = 4000"_qs})
        AMBROISE_CHECK(pragma(db, setting));
    return done();
}

Status prepare(QSqlDatabase &db, const QString &file, const crypto::SecretBytes &key)
{
    if (!db.open())
        return explained(db.lastError(), file);
    AMBROISE_CHECK(giveKey(db, key));
    AMBROISE_TRY(const QString cipher, pragma(db, u"cipher_version"_qs));
    if (cipher.isEmpty())
        return failure(ErrorCode::Unavailable, u"storage.no_cipher"_qs);
    AMBROISE_CHECK(readable(db, file));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    return configure(db);
}

} // namespace

Result<std::unique_ptr<Connection>> openEmbedded(const QString &file,
                                                 const crypto::SecretBytes &key, bool create)
{
    if (!create && !QFile::exists(file))
        return Error{ErrorCode::NotFound, u"storage.missing"_qs, {}};
    // SQLite takes an empty file for a new database: it would begin an empty practice in the place
    // of a lost one.
    if (!create && QFileInfo(file).size() == 0)
        return Error{ErrorCode::Corrupt, u"storage.unreadable"_qs, {}};
    const QString name = newConnectionName();
    Status ready = done();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_qs, name);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_qs);
        ready = prepare(db, file, key);
    }
    auto connection = std::make_unique<EmbeddedConnection>(name, file);
    if (!ready.ok())
        return ready.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

Result<QString> cipherVersion()
{
    const QString name = newConnectionName();
    QString cipher;
    QString running;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_qs, name);
        db.setDatabaseName(u":memory:"_qs);
        if (db.open()) {
            cipher = pragma(db, u"cipher_version"_qs).ok() ? *pragma(db, u"cipher_version"_qs)
                                                           : QString();
            QSqlQuery query(db);
            if (query.exec(u"SELECT sqlite_version()"_qs) && query.next())
                running = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    if (cipher.isEmpty() || running != QLatin1String(sqlite3_libversion()))
        return Error{ErrorCode::Unavailable, u"storage.no_cipher"_qs, running};
    return cipher;
}

} // namespace ambroise::storage
