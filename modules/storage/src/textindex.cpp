// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/textindex.h>

#include <QSet>

#include <limits>

namespace ambroise::storage {
namespace {

//! A tsvector of PostgreSQL holds 1 MB: enough for so many words of a language.
constexpr qsizetype mostWords = 20'000;
constexpr qsizetype longestWord = 200; // a lexeme of PostgreSQL has at most 2046 bytes

QStringList kept(const QStringList &words)
{
    QStringList different;
    QSet<QString> seen;
    for (const QString &word : words) {
        if (word.isEmpty() || word.size() > longestWord || seen.contains(word))
            continue;
        seen.insert(word);
        different << word;
        if (different.size() == mostWords)
            break;
    }
    return different;
}

//! The query in the engine's own words, each between its quotes.
QString queryOf(Engine engine, const QStringList &prefixes, const QStringList &whole)
{
    const bool embedded = engine == Engine::Embedded;
    const QString quoted = embedded ? u"\"%1\""_qs : u"'%1'"_qs;
    QStringList terms;
    for (const QString &word : whole)
        terms << quoted.arg(word);
    for (const QString &prefix : prefixes)
        terms << quoted.arg(prefix) + (embedded ? u"*"_qs : u":*"_qs);
    return terms.join(embedded ? u" AND "_qs : u" & "_qs);
}

//! A quote or a backslash is no letter; one that comes all the same is left out.
QStringList harmless(const QStringList &words)
{
    QStringList out;
    for (QString word : words) {
        word.removeIf([](QChar c) {
            return !c.isLetterOrNumber() && !c.isSurrogate() &&
                   c.category() != QChar::Other_PrivateUse;
        });
        if (!word.isEmpty())
            out << word;
    }
    return out;
}

} // namespace

TextIndex::TextIndex(Connection &db, QByteArray table)
    : m_db(db)
    , m_table(std::move(table))
{
}

Status TextIndex::put(Key key, const QStringList &words)
{
    const QString text = kept(words).join(u' ');
    const QByteArray sql =
        m_db.engine() == Engine::Embedded
            ? "INSERT OR REPLACE INTO " + m_table + " (rowid, words) VALUES (?, ?)"
            : "INSERT INTO " + m_table +
                  " (key, words) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))"
                  " ON CONFLICT (key) DO UPDATE SET words = excluded.words";
    AMBROISE_CHECK(m_db.run(sql, {key, text}));
    return done();
}

Status TextIndex::remove(Key key)
{
    const QByteArray column = m_db.engine() == Engine::Embedded ? "rowid" : "key";
    AMBROISE_CHECK(m_db.run("DELETE FROM " + m_table + " WHERE " + column + " = ?", {key}));
    return done();
}

Result<QList<TextIndex::Key>> TextIndex::search(const QStringList &prefixes,
                                                const QStringList &whole, int limit,
                                                std::optional<Key> below) const
{
    QList<Key> keys;
    const QString query = queryOf(m_db.engine(), harmless(prefixes), harmless(whole));
    if (query.isEmpty())
        return keys;
    const bool embedded = m_db.engine() == Engine::Embedded;
    const QByteArray column = embedded ? "rowid" : "key";
    const QByteArray matches =
        embedded ? m_table + " MATCH ?" : QByteArray("words @@ CAST(? AS tsquery)");
    AMBROISE_CHECK(m_db.run("SELECT " + column + " FROM " + m_table + " WHERE " + matches +
                                " AND " + column + " < ? ORDER BY " + column + " DESC LIMIT ?",
                            {query, below.value_or(std::numeric_limits<Key>::max()), limit},
                            [&](const Row &row) { keys << row.integer(0); }));
    return keys;
}

} // namespace ambroise::storage
