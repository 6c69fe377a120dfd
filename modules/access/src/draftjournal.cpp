// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/draftjournal.h>

namespace ambroise::access {
namespace {

DraftJournal::Draft draftOf(const storage::Row &row)
{
    return {row.text(0), row.integer(1), row.text(2), row.instant(3)};
}

} // namespace

Status DraftJournal::save(UserId author, const QString &kind, qint64 subjectId, const QString &body)
{
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO draft (account_id, kind, subject_id, body, saved_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, kind, subject_id)"
        " DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        {author.value, kind, subjectId, body, storage::toText(m_clock.now())}));
    return done();
}

Result<std::optional<DraftJournal::Draft>> DraftJournal::find(UserId author, const QString &kind,
                                                              qint64 subjectId) const
{
    std::optional<Draft> draft;
    AMBROISE_CHECK(m_db.run("SELECT kind, subject_id, body, saved_at FROM draft"
                            " WHERE account_id = ? AND kind = ? AND subject_id = ?",
                            {author.value, kind, subjectId},
                            [&](const storage::Row &row) { draft = draftOf(row); }));
    return draft;
}

Result<bool> DraftJournal::isWaiting(const QString &kind, qint64 subjectId) const
{
    AMBROISE_TRY(const qint64 found,
                 m_db.run("SELECT 1 FROM draft WHERE kind = ? AND subject_id = ? LIMIT 1",
                          {kind, subjectId}));
    return found > 0;
}

Result<QList<DraftJournal::Draft>> DraftJournal::all(UserId author) const
{
    QList<Draft> drafts;
    AMBROISE_CHECK(
        m_db.run("SELECT kind, subject_id, body, saved_at FROM draft WHERE account_id = ?"
                 " ORDER BY saved_at DESC",
                 {author.value}, [&](const storage::Row &row) { drafts << draftOf(row); }));
    return drafts;
}

Status DraftJournal::drop(UserId author, const QString &kind, qint64 subjectId)
{
    AMBROISE_CHECK(
        m_db.run("DELETE FROM draft WHERE account_id = ? AND kind = ? AND subject_id = ?",
                 {author.value, kind, subjectId}));
    return done();
}

} // namespace ambroise::access
