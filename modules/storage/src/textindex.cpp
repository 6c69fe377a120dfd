// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/textindex.h>

#include <QJsonArray>
#include <QJsonDocument>
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

//! FTS5 has an index of the beginnings of so many letters.
constexpr qsizetype indexedPrefix = 3;
//! Of a longer beginning FTS5 gathers all that has one of its words before it answers the first.
//! Named one by one, they are read only as far as what is asked for.
constexpr int mostNamedWords = 100;

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

QString quoted(const QString &word)
{
    return u'"' + word + u'"';
}

} // namespace

TextIndex::TextIndex(Connection &db, QByteArray table)
    : m_db(db)
    , m_table(std::move(table))
{
}

Status TextIndex::put(Key key, const QStringList &words)
{
    const QStringList different = kept(words);
    const QByteArray sql =
        m_db.engine() == Engine::Embedded
            ? "INSERT OR REPLACE INTO " + m_table + " (rowid, words) VALUES (?, ?)"
            : "INSERT INTO " + m_table +
                  " (key, words) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))"
                  " ON CONFLICT (key) DO UPDATE SET words = excluded.words";
    AMBROISE_CHECK(m_db.run(sql, {key, different.join(u' ')}));
    return note(different);
}

//! As the engine keeps them: FTS5 makes them small.
Status TextIndex::note(const QStringList &words)
{
    if (m_db.engine() == Engine::Server) {
        AMBROISE_CHECK(
            m_db.run("INSERT INTO " + m_table +
                         "_word (word) SELECT new.word FROM"
                         " unnest(string_to_array(?, ' ')) AS new (word) WHERE NOT EXISTS"
                         " (SELECT 1 FROM " +
                         m_table + "_word AS known WHERE known.word = new.word)",
                     {words.join(u' ')}));
        return done();
    }
    QJsonArray small;
    for (const QString &word : words)
        small << word.toLower();
    AMBROISE_CHECK(
        m_db.run("INSERT OR IGNORE INTO " + m_table + "_word (word) SELECT value FROM json_each(?)",
                 {QString::fromUtf8(QJsonDocument(small).toJson(QJsonDocument::Compact))}));
    return done();
}

Status TextIndex::remove(Key key)
{
    const QByteArray column = m_db.engine() == Engine::Embedded ? "rowid" : "key";
    AMBROISE_CHECK(m_db.run("DELETE FROM " + m_table + " WHERE " + column + " = ?", {key}));
    return done();
}

//! One more than `most` where there are more.
Result<QStringList> TextIndex::wordsFrom(const QString &prefix, int most) const
{
    QStringList words;
    AMBROISE_CHECK(m_db.run("SELECT DISTINCT word FROM " + m_table +
                                "_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?",
                            {prefix, prefix + QChar(0xFFFF), most + 1},
                            [&](const Row &row) { words << row.text(0); }));
    return words;
}

//! Empty: no text has such a word.
Result<QString> TextIndex::embeddedTerm(const QString &prefix) const
{
    const QString beginning = quoted(prefix) + u'*';
    if (prefix.size() <= indexedPrefix)
        return beginning;
    AMBROISE_TRY(const QStringList words, wordsFrom(prefix.toLower(), mostNamedWords));
    if (words.size() > mostNamedWords || harmless(words) != words)
        return beginning;
    QStringList named;
    for (const QString &word : words)
        named << quoted(word);
    return named.isEmpty() ? QString() : u'(' + named.join(u" OR "_qs) + u')';
}

//! The server takes a beginning for a frequent word, and reads every text from the newest on until
//! it has found enough: of the words themselves it knows how frequent they are. Empty: no text has
//! such a word.
Result<QString> TextIndex::serverTerm(const QString &prefix) const
{
    AMBROISE_TRY(const QStringList words, wordsFrom(prefix, mostNamedWords));
    if (words.size() > mostNamedWords || harmless(words) != words)
        return u'\'' + prefix + u"':*"_qs;
    QStringList named;
    for (const QString &word : words)
        named << u'\'' + word + u'\'';
    return named.isEmpty() ? QString() : u'(' + named.join(u" | "_qs) + u')';
}

//! In the engine's own words, each between its quotes. Empty: nothing can be found.
Result<QString> TextIndex::queryOf(const QStringList &prefixes, const QStringList &whole) const
{
    const bool embedded = m_db.engine() == Engine::Embedded;
    QStringList terms;
    for (const QString &word : whole)
        terms << (embedded ? quoted(word) : u'\'' + word + u'\'');
    for (const QString &prefix : prefixes) {
        AMBROISE_TRY(const QString term, embedded ? embeddedTerm(prefix) : serverTerm(prefix));
        if (term.isEmpty())
            return QString();
        terms << term;
    }
    return terms.join(embedded ? u" AND "_qs : u" & "_qs);
}

Result<QList<TextIndex::Key>> TextIndex::search(const QStringList &prefixes,
                                                const QStringList &whole, int limit,
                                                std::optional<Key> below) const
{
    QList<Key> keys;
    AMBROISE_TRY(const QString query, queryOf(harmless(prefixes), harmless(whole)));
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
