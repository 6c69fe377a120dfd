// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/preferences.h>

#include <QHash>

#include <algorithm>

namespace ambroise::access {

Result<Preferences> PreferencesRepository::get(UserId user) const
{
    QHash<QString, QString> kept;
    AMBROISE_CHECK(
        m_db.run("SELECT name, value FROM preference WHERE account_id = ?", {user.value},
                 [&](const storage::Row &row) { kept.insert(row.text(0), row.text(1)); }));
    Preferences preferences;
    if (kept.value(u"appearance"_qs) == u"dark")
        preferences.appearance = Appearance::Dark;
    if (kept.value(u"language"_qs) == u"en")
        preferences.language = Language::English;
    if (const int percent = kept.value(u"text"_qs).toInt(); percent >= 90 && percent <= 150)
        preferences.textPercent = percent;
    if (const int minutes = kept.value(u"lock"_qs).toInt(); minutes >= 1 && minutes <= 60)
        preferences.lockAfter = std::chrono::minutes(minutes);
    return preferences;
}

Status PreferencesRepository::put(UserId user, const Preferences &preferences)
{
    const QHash<QString, QString> values = {
        {u"appearance"_qs, preferences.appearance == Appearance::Dark ? u"dark"_qs : u"light"_qs},
        {u"language"_qs, preferences.language == Language::English ? u"en"_qs : u"fr"_qs},
        {u"text"_qs, QString::number(std::clamp(preferences.textPercent, 90, 150))},
        {u"lock"_qs, QString::number(std::clamp<qint64>(preferences.lockAfter.count(), 1, 60))}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    for (auto it = values.begin(); it != values.end(); ++it)
        AMBROISE_CHECK(
            m_db.run("INSERT INTO preference (account_id, name, value) VALUES (?, ?, ?)"
                     " ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value",
                     {user.value, it.key(), it.value()}));
    return transaction.commit();
}

Result<QStringList> PreferencesRepository::learntWords(UserId user) const
{
    QStringList words;
    AMBROISE_CHECK(m_db.run("SELECT value FROM preference WHERE account_id = ? AND name LIKE"
                            " 'word.%' ORDER BY value",
                            {user.value}, [&](const storage::Row &row) { words << row.text(0); }));
    return words;
}

Status PreferencesRepository::learnWord(UserId user, const QString &word)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO preference (account_id, name, value) VALUES (?, ?, ?)"
                            " ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value",
                            {user.value, u"word."_qs + word, word}));
    return done();
}

} // namespace ambroise::access
