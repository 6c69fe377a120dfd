// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/bare.h>

#include <QHash>

#include <sqlite3.h>

namespace ambroise::storage {
namespace {

Error bad(const QString &subject, ErrorCode code = ErrorCode::Unavailable)
{
    return {code, subject, {}};
}

void bind(sqlite3_stmt *statement, int position, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Bool:
        sqlite3_bind_int64(statement, position, value.toLongLong());
        return;
    case QMetaType::Double:
        sqlite3_bind_double(statement, position, value.toDouble());
        return;
    case QMetaType::UnknownType:
        sqlite3_bind_null(statement, position);
        return;
    default: {
        const QByteArray text = value.toString().toUtf8();
        sqlite3_bind_text(statement, position, text.constData(), int(text.size()),
                          SQLITE_TRANSIENT);
    }
    }
}

} // namespace

struct BareEngine::State {
    sqlite3 *db = nullptr;
    QHash<QByteArray, sqlite3_stmt *> prepared;
    ~State()
    {
        for (sqlite3_stmt *statement : std::as_const(prepared))
            sqlite3_finalize(statement);
        sqlite3_close(db);
    }
};

BareEngine::BareEngine(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

BareEngine::~BareEngine() = default;

Result<std::unique_ptr<BareEngine>> BareEngine::open(const QString &file,
                                                     const crypto::SecretBytes &key)
{
    auto state = std::make_unique<State>();
    if (sqlite3_open_v2(file.toUtf8().constData(), &state->db, SQLITE_OPEN_READWRITE, nullptr) !=
        SQLITE_OK)
        return bad(u"storage.unavailable"_qs);
    const QByteArray pragma =
        "PRAGMA key = \"x'" + key.view().toByteArray().toHex() + "'\"; PRAGMA cache_size = -65536;";
    if (sqlite3_exec(state->db, pragma.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return bad(u"storage.unavailable"_qs);
    return std::unique_ptr<BareEngine>(new BareEngine(std::move(state)));
}

Result<qint64> BareEngine::run(const QByteArray &sql, const Values &values)
{
    sqlite3_stmt *statement = m_state->prepared.value(sql);
    if (!statement && sqlite3_prepare_v2(m_state->db, sql.constData(), int(sql.size()), &statement,
                                         nullptr) != SQLITE_OK)
        return bad(u"storage.sql"_qs, ErrorCode::Invalid);
    m_state->prepared.insert(sql, statement);
    for (qsizetype i = 0; i < values.size(); ++i)
        bind(statement, int(i) + 1, values.at(i));
    qint64 rows = 0;
    int touched = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            touched += sqlite3_column_bytes(statement, column);
        ++rows;
    }
    Q_UNUSED(touched)
    sqlite3_reset(statement);
    return rows;
}

} // namespace ambroise::storage
