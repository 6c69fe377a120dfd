// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqldriver.h"

#include <QHash>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>

namespace ambroise::storage {
namespace {

Error failure(ErrorCode code, const QString &subject, const QSqlError &error)
{
    return {code, subject, error.nativeErrorCode()};
}

class ServerConnection final : public Connection {
public:
    explicit ServerConnection(const QString &name)
        : Connection(Engine::Server, name)
    {
    }

    Status beginSession() override
    {
        QSqlQuery query(QSqlDatabase::database(name(), false));
        // A plan made without the values takes every search for that of a frequent word.
        for (const QString &setting : {u"SET standard_conforming_strings = on"_qs,
                                       u"SET plan_cache_mode = force_custom_plan"_qs})
            if (!query.exec(setting))
                return translated(query.lastError());
        return done();
    }

    //! By SQLSTATE class (PostgreSQL manual, appendix A).
    Error translated(const QSqlError &error) const override
    {
        const QString state = error.nativeErrorCode();
        if (state.startsWith(u"23"))
            return failure(ErrorCode::Conflict, u"storage.constraint"_qs, error);
        if (state.startsWith(u"40") || state == u"55P03")
            return failure(ErrorCode::Unavailable, u"storage.busy"_qs, error);
        if (state == u"53100")
            return failure(ErrorCode::Unavailable, u"storage.full"_qs, error);
        if (state.startsWith(u"XX"))
            return failure(ErrorCode::Corrupt, u"storage.corrupt"_qs, error);
        const bool lost = state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"57") ||
                          !QSqlDatabase::database(name(), false).isOpen();
        if (lost)
            return failure(ErrorCode::Unavailable, u"storage.unavailable"_qs, error);
        return failure(ErrorCode::Invalid, u"storage.sql"_qs, error);
    }
};

//! The words of a connection string: "postgresql://user:password@host:port/name?sslmode=…" or
//! "host=… dbname='…'".
QHash<QString, QString> wordsOf(const QString &connectionInfo)
{
    QHash<QString, QString> words;
    const QUrl url(connectionInfo);
    if (url.scheme() == u"postgresql" || url.scheme() == u"postgres") {
        words = {{u"host"_qs, url.host()},
                 {u"port"_qs, url.port() > 0 ? QString::number(url.port()) : QString()},
                 {u"user"_qs, url.userName(QUrl::FullyDecoded)},
                 {u"password"_qs, url.password(QUrl::FullyDecoded)},
                 {u"dbname"_qs, url.path(QUrl::FullyDecoded).mid(1)}};
        for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
            words.insert(name, value);
        return words;
    }
    static const QRegularExpression word(u"(\\w+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|(\\S+))"_qs);
    for (auto it = word.globalMatch(connectionInfo); it.hasNext();) {
        const auto match = it.next();
        static const QRegularExpression escaped(u"\\\\(.)"_qs);
        words.insert(match.captured(1),
                     match.captured(2).replace(escaped, u"\\1"_qs) + match.captured(3));
    }
    return words;
}

} // namespace

//! Qt's driver takes the common words one by one and the others as options.
void addressServer(QSqlDatabase &db, const QString &connectionInfo)
{
    QHash<QString, QString> words = wordsOf(connectionInfo);
    db.setHostName(words.take(u"host"_qs));
    db.setUserName(words.take(u"user"_qs));
    db.setPassword(words.take(u"password"_qs));
    db.setDatabaseName(words.take(u"dbname"_qs));
    if (const int port = words.take(u"port"_qs).toInt(); port > 0)
        db.setPort(port);
    words.insert(u"connect_timeout"_qs, u"5"_qs);
    words.insert(u"client_encoding"_qs, u"UTF8"_qs);
    // A network that went silent is an error after 10 s, not after the quarter of an hour that TCP
    // would wait; one that is only quiet is asked whether the server still is there.
    static const QHash<QString, QString> deadlines = {{u"tcp_user_timeout"_qs, u"10000"_qs},
                                                      {u"keepalives_idle"_qs, u"10"_qs},
                                                      {u"keepalives_interval"_qs, u"5"_qs},
                                                      {u"keepalives_count"_qs, u"2"_qs}};
    for (auto it = deadlines.begin(); it != deadlines.end(); ++it)
        if (!words.contains(it.key()))
            words.insert(it.key(), it.value());
    QStringList options;
    for (auto it = words.begin(); it != words.end(); ++it)
        options << it.key() + u'=' + it.value();
    db.setConnectOptions(options.join(u';'));
}

Result<std::unique_ptr<Connection>> openServer(const QString &connectionInfo)
{
    const QString name = newConnectionName();
    QSqlError problem;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QPSQL"_qs, name);
        addressServer(db, connectionInfo);
        if (!db.open())
            problem = db.lastError();
    }
    auto connection = std::make_unique<ServerConnection>(name);
    if (problem.isValid())
        return Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, problem.nativeErrorCode()};
    AMBROISE_CHECK(connection->beginSession());
    return std::unique_ptr<Connection>(std::move(connection));
}

} // namespace ambroise::storage
