// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/storage/change.h>

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlError;
class QSqlQuery;

namespace ambroise::storage {

class ChangeHub;

enum class Engine {
    Embedded, //!< one file on this post, SQLCipher
    Server,   //!< the practice's PostgreSQL
};

//! Bound values of a statement. A null QString is bound as an empty text; NULL is QVariant().
using Values = QVariantList;

//! "?, ?, …": as many places for values.
[[nodiscard]] QByteArray placeholders(qsizetype count);

//! Instants are kept as text, in UTC, to the millisecond: they sort as they follow each other, on
//! both engines.
[[nodiscard]] QString toText(const QDateTime &instant);
[[nodiscard]] QDateTime instantFromText(const QString &text);

//! One row, read by position; valid only inside the callback.
class Row {
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QDate date(int column) const; //!< invalid for NULL and ""
    [[nodiscard]] QDateTime instant(int column) const;

private:
    const QSqlQuery &m_query;
};

using OnRow = std::function<void(const Row &)>;

//! A way to the practice's data, owned by one thread.
//!
//! Errors of `run`: Conflict "storage.constraint"; Unavailable "storage.busy" (another writer holds
//! it for more than 5 s), "storage.full" (disk full), "storage.unavailable" (server lost, file
//! gone), Corrupt "storage.corrupt" (damaged page), Invalid "storage.sql" (a defect of the
//! program). Nothing of a failed statement remains.
//!
//! A lost server is called again by the next statement that is not inside a transaction; a reading
//! and the beginning of a transaction are then said once more, so that nobody notices. Where its
//! host does not even refuse, calling it takes up to 5 s: then, for as long, the others fail at
//! once.
class Connection {
public:
    virtual ~Connection();

    [[nodiscard]] Engine engine() const { return m_engine; }

    //! Runs one statement, its `?` bound to `values` in order. Answers how many rows were handed to
    //! `onRow`, or changed where the statement gives none. Statements are kept prepared.
    Result<qint64> run(QByteArrayView sql, const Values &values = {}, const OnRow &onRow = {});

    //! The first column of the one row that an `INSERT … RETURNING id` gives.
    Result<qint64> insert(QByteArrayView sql, const Values &values);

    //! Statements of a migration, one after the other, with the engine's own words for `{{…}}`.
    Status runScript(const QString &script);

    //! An UPDATE … WHERE id = ? AND version = ?: Conflict "storage.version" where another writer
    //! was first.
    Status updateOne(QByteArrayView sql, const Values &values);

    //! Told every statement before it runs: for measuring, never for a log (the values are
    //! patients').
    using Observer = std::function<void(const QByteArray &sql, const Values &values)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

    //! Runs `act` once what was written is kept, at once outside a transaction; never where it is
    //! undone.
    void afterCommit(std::function<void()> act);

    //! Tells the ChangeFeeds of every post, once what was written is kept. In the transaction that
    //! writes.
    Status announce(const Change &change);

    //! Whether anything was ever made here.
    Result<bool> hasTables();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

protected:
    Connection(Engine engine, QString name);
    [[nodiscard]] const QString &name() const { return m_name; }
    virtual Error translated(const QSqlError &error) const = 0;
    //! What a new session with the engine begins with.
    virtual Status beginSession() { return done(); }

private:
    Result<qint64> runOnce(const QByteArray &sql, const Values &values, const OnRow &onRow);
    Error failed(const QSqlError &error);
    Status callAgain();
    Status openAgain();
    Result<qint64> delivered(QSqlQuery &query, const OnRow &onRow) const;

    struct Waiting {
        int depth; //!< of the transaction that it waits for
        std::function<void()> act;
    };
    void settle(int depth, bool kept);

    friend class Database;
    friend class Transaction;
    struct Statements;

    Engine m_engine;
    QString m_name; //!< of Qt's connection
    std::unique_ptr<Statements> m_statements;
    Observer m_observer;
    std::vector<Waiting> m_waiting;
    std::shared_ptr<ChangeHub> m_hub; //!< of an embedded practice
    int m_depth = 0;                  //!< of open transactions
    bool m_lost = false;              //!< the server went away under it
    QElapsedTimer m_silence;          //!< since a call that nobody answered; invalid: none
    Error m_silent;                   //!< what that call failed with
};

//! All or nothing. Rolls back unless committed. Inside another transaction it is a savepoint.
class Transaction {
public:
    static Result<Transaction> begin(Connection &db);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    ~Transaction();

    Status commit();

private:
    explicit Transaction(Connection &db)
        : m_db(&db)
    {
    }
    Connection *m_db; //!< null once committed or moved from
};

} // namespace ambroise::storage
