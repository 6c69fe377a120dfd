// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/signatures.h>

namespace ambroise::access {

Result<std::optional<KeptSignature>> SignatureRepository::own(const Session &session) const
{
    std::optional<KeptSignature> found;
    Status good = done();
    AMBROISE_CHECK(
        m_db.run("SELECT strokes, by_default, drawn_at FROM account_signature WHERE account_id = ?",
                 {session.account().id.value}, [&](const storage::Row &row) {
                     auto drawn = HandSignature::parse(row.text(0));
                     if (drawn.ok())
                         found = KeptSignature{*drawn, row.integer(1) != 0, row.instant(2)};
                     else
                         good = drawn.error();
                 }));
    AMBROISE_CHECK(good);
    return found;
}

Status SignatureRepository::keep(const HandSignature &drawn, bool byDefault, const Session &session)
{
    AMBROISE_CHECK(require(session, Right::Prescribe));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(
        m_db.run("INSERT INTO account_signature (account_id, strokes, by_default, drawn_at)"
                 " VALUES (?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET"
                 " strokes = excluded.strokes, by_default = excluded.by_default,"
                 " drawn_at = excluded.drawn_at",
                 {session.account().id.value, drawn.toText(), byDefault ? 1 : 0,
                  storage::toText(m_clock.now())}));
    AMBROISE_CHECK(record(audit::Action::Enrol, session));
    return transaction.commit();
}

Status SignatureRepository::setByDefault(bool byDefault, const Session &session)
{
    AMBROISE_CHECK(require(session, Right::Prescribe));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const qint64 rows,
                 m_db.run("UPDATE account_signature SET by_default = ? WHERE account_id = ?",
                          {byDefault ? 1 : 0, session.account().id.value}));
    if (rows == 0)
        return Error{ErrorCode::NotFound, u"signature.none"_qs, {}};
    AMBROISE_CHECK(record(audit::Action::Update, session));
    return transaction.commit();
}

Status SignatureRepository::remove(const Session &session)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const qint64 rows, m_db.run("DELETE FROM account_signature WHERE account_id = ?",
                                             {session.account().id.value}));
    if (rows > 0)
        AMBROISE_CHECK(record(audit::Action::Revoke, session));
    return transaction.commit();
}

Status SignatureRepository::restore(const KeptSignature &removed, const Session &session)
{
    AMBROISE_CHECK(require(session, Right::Prescribe));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 rows,
        m_db.run("INSERT INTO account_signature (account_id, strokes, by_default, drawn_at)"
                 " VALUES (?, ?, ?, ?) ON CONFLICT (account_id) DO NOTHING",
                 {session.account().id.value, removed.drawn.toText(), removed.byDefault ? 1 : 0,
                  storage::toText(removed.drawnAt)}));
    if (rows == 0)
        return Error{ErrorCode::Conflict, u"signature.drawn_again"_qs, {}};
    AMBROISE_CHECK(record(audit::Action::Enrol, session));
    return transaction.commit();
}

Status SignatureRepository::record(audit::Action action, const Session &session)
{
    AMBROISE_CHECK(m_journal.record(
        {action, audit::Subject::User, session.account().id.value, {}, u"signature"_qs},
        session.actor()));
    return done();
}

} // namespace ambroise::access
