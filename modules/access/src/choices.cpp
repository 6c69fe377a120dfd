// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/choices.h>

namespace ambroise::access {
namespace {

//! Beside the preferences, under names of their own.
QString nameOf(const QString &of)
{
    return u"choice."_qs + of;
}

} // namespace

Result<QString> ChoicesRepository::last(UserId user, const QString &of) const
{
    QString choice;
    AMBROISE_CHECK(m_db.run("SELECT value FROM preference WHERE account_id = ? AND name = ?",
                            {user.value, nameOf(of)},
                            [&](const storage::Row &row) { choice = row.text(0); }));
    return choice;
}

Status ChoicesRepository::keep(UserId user, const QString &of, const QString &choice)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO preference (account_id, name, value) VALUES (?, ?, ?)"
                            " ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value",
                            {user.value, nameOf(of), choice}));
    return done();
}

} // namespace ambroise::access
