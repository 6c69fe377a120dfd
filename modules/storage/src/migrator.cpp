// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/migrator.h>

#include <ambroise/crypto/hash.h>

#include <QFile>

namespace ambroise::storage {
namespace {

QString digestOf(const Migration &step)
{
    return QString::fromLatin1(crypto::sha256(step.sql.toUtf8()).toHex());
}

const Migration *find(const QList<Schema> &schemas, const QString &module, int number)
{
    for (const Schema &schema : schemas)
        for (const Migration &step : schema.migrations)
            if (schema.module == module && step.number == number)
                return &step;
    return nullptr;
}

Status ensureLedger(Connection &db)
{
    return db.runScript(
        u"CREATE TABLE IF NOT EXISTS schema_step (module {{text}} NOT NULL, number BIGINT NOT NULL,"
        " name {{text}} NOT NULL, sha256 {{text}} NOT NULL, applied_at {{text}} NOT NULL,"
        " PRIMARY KEY (module, number));"_qs);
}

} // namespace

Migrator::Migrator(const Database &database, QList<Schema> schemas, const Clock &clock)
    : m_database(database)
    , m_schemas(std::move(schemas))
    , m_clock(clock)
{
}

Result<QList<std::pair<QString, Migration>>> Migrator::pendingOn(Connection &db, int &applied) const
{
    struct Known {
        QString module;
        int number;
        QString digest;
    };
    QList<Known> known;
    AMBROISE_CHECK(ensureLedger(db));
    AMBROISE_CHECK(
        db.run("SELECT module, number, sha256 FROM schema_step", {}, [&](const Row &row) {
            known.append({row.text(0), int(row.integer(1)), row.text(2)});
        }));
    applied = int(known.size());
    for (const Known &step : known) {
        const Migration *ours = find(m_schemas, step.module, step.number);
        if (!ours)
            return Error{ErrorCode::Invalid, u"storage.newer"_qs, step.module};
        if (digestOf(*ours) != step.digest)
            return Error{ErrorCode::Corrupt, u"storage.migration_changed"_qs, step.module};
    }
    QList<std::pair<QString, Migration>> pending;
    for (const Schema &schema : m_schemas)
        for (const Migration &step : schema.migrations) {
            const bool there = std::any_of(known.begin(), known.end(), [&](const Known &k) {
                return k.module == schema.module && k.number == step.number;
            });
            if (!there)
                pending.append({schema.module, step});
        }
    return pending;
}

Result<Migrator::State> Migrator::state() const
{
    AMBROISE_TRY(const auto db, m_database.connect());
    State state;
    AMBROISE_TRY(const auto pending, pendingOn(*db, state.applied));
    state.pending = int(pending.size());
    return state;
}

Result<Migrator::Migrated> Migrator::migrate() const
{
    AMBROISE_TRY(const State before, state());
    if (before.pending == 0)
        return Migrated{before.applied, 0};
    if (before.applied > 0 && m_database.engine() == Engine::Embedded) {
        const QString copy = m_database.file() + u".before-"_qs + QString::number(before.applied);
        QFile::remove(copy);
        AMBROISE_CHECK(m_database.copyTo(copy));
    }
    AMBROISE_TRY(const auto db, m_database.connect());
    AMBROISE_TRY(auto transaction, Transaction::begin(*db));
    if (m_database.engine() == Engine::Server)
        AMBROISE_CHECK(db->run("LOCK TABLE schema_step IN EXCLUSIVE MODE"));
    int applied = 0;
    AMBROISE_TRY(const auto pending, pendingOn(*db, applied));
    for (const auto &[module, step] : pending) {
        AMBROISE_CHECK(db->runScript(step.sql));
        AMBROISE_CHECK(
            db->run("INSERT INTO schema_step (module, number, name, sha256, applied_at) VALUES (?, "
                    "?, ?, ?, ?)",
                    {module, step.number, step.name, digestOf(step), toText(m_clock.now())}));
    }
    AMBROISE_CHECK(transaction.commit());
    const int added = int(pending.size());
    return Migrated{applied + added, added};
}

} // namespace ambroise::storage
