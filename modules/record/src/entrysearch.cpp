// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/entrysearch.h>

#include "entryrow.h"

#include <ambroise/core/text.h>
#include <ambroise/storage/textindex.h>

#include <algorithm>

namespace ambroise::record {
namespace {

constexpr qsizetype shortest = 2;
constexpr qint64 idBits = 33;
constexpr qint64 idMask = (qint64(1) << idBits) - 1;

//! A word of no language: what is of one kind only.
QString kindWord(EntryKind kind)
{
    return QChar(0xE000) + code(kind);
}

//! Day, then id: the index answers what happened last first.
storage::TextIndex::Key keyOf(EntryId id, const QDateTime &happened)
{
    const qint64 day = std::clamp<qint64>(happened.date().toJulianDay(), 0, (1 << 30) - 1);
    return (day << idBits) | (id.value & idMask);
}

QStringList wordsOf(const NewEntry &entry)
{
    QStringList words = {kindWord(entry.kind)};
    for (const QString &text : {entry.title, entry.code, entry.value, entry.body})
        words << text::foldedWords(text);
    return words;
}

bool isIndexed(const NewEntry &entry)
{
    return entry.active && entry.kind != EntryKind::Measure;
}

storage::TextIndex indexOf(storage::Connection &db)
{
    return {db, "entry_text"};
}

//! A folded word and where it stands.
template <class Visit>
void eachWord(QStringView text, Visit visit)
{
    qsizetype from = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && (text.at(i).isLetterOrNumber() ||
                                                text.at(i).isMark() || text.at(i).isSurrogate());
        if (inside && from < 0)
            from = i;
        if (inside || from < 0)
            continue;
        if (!visit(TextRange{from, i - from}))
            return;
        from = -1;
    }
}

bool beginsOneOf(QStringView word, const QStringList &prefixes)
{
    const QString folded = text::folded(word);
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString &prefix) { return folded.startsWith(prefix); });
}

} // namespace

Status EntryIndex::put(EntryId id, const NewEntry &entry, const QDateTime &before)
{
    storage::TextIndex index = indexOf(m_db);
    const auto key = keyOf(id, entry.happened);
    const auto former = before.isValid() ? keyOf(id, before) : key;
    if (former != key || !isIndexed(entry))
        AMBROISE_CHECK(index.remove(former));
    return isIndexed(entry) ? index.put(key, wordsOf(entry)) : done();
}

Result<qint64> EntryIndex::left() const
{
    qint64 last = 0;
    AMBROISE_CHECK(m_db.run("SELECT last_id FROM entry_text_todo", {},
                            [&](const storage::Row &row) { last = row.integer(0); }));
    return last;
}

//! Answers up to which id others are left.
Result<qint64> EntryIndex::readUpTo(qint64 last, int atATime)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    QList<Entry> entries;
    AMBROISE_CHECK(m_db.run(
        "SELECT " + QByteArray(entryColumns) + " FROM entry WHERE id <= ? ORDER BY id DESC LIMIT ?",
        {last, atATime}, [&](const storage::Row &row) { entries << entryOf(row); }));
    const qint64 next = entries.size() < atATime ? 0 : entries.last().id.value - 1;
    // FTS5 writes out what it holds where a key is lower than the one before.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return keyOf(a.id, a.content.happened) < keyOf(b.id, b.content.happened);
    });
    for (const Entry &entry : std::as_const(entries))
        AMBROISE_CHECK(put(entry.id, entry.content));
    AMBROISE_CHECK(m_db.run("UPDATE entry_text_todo SET last_id = ?", {next}));
    AMBROISE_CHECK(transaction.commit());
    return next;
}

Status EntryIndex::owe()
{
    AMBROISE_CHECK(m_db.run("UPDATE entry_text_todo SET last_id = (SELECT COALESCE(MAX(id), 0)"
                            " FROM entry)"));
    return done();
}

Status EntryIndex::complete(const Progress &progress, int atATime)
{
    AMBROISE_TRY(qint64 last, left());
    while (last > 0) {
        AMBROISE_TRY(last, readUpTo(last, atATime));
        if (progress && !progress(last, 0))
            return Error{ErrorCode::Cancelled, u"entry.index"_qs, {}};
    }
    return done();
}

Result<QList<FoundEntry>> EntrySearch::find(QStringView typed, std::optional<EntryKind> kind,
                                            int limit) const
{
    QList<FoundEntry> found;
    QStringList words = text::foldedWords(typed);
    // One letter begins nearly every text: it tells little, and costs most.
    words.removeIf([](const QString &word) { return word.size() < shortest; });
    if (words.isEmpty())
        return found;
    const QStringList whole = kind ? QStringList{kindWord(*kind)} : QStringList();
    AMBROISE_TRY(const auto keys, indexOf(m_db).search(words, whole, limit));
    if (keys.isEmpty())
        return found;
    storage::Values ids;
    QHash<qint64, qsizetype> place;
    for (const auto key : keys) {
        place.insert(key & idMask, ids.size());
        ids << (key & idMask);
    }
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(entryColumns) + " FROM entry WHERE id IN (" +
                                storage::placeholders(ids.size()) + ')',
                            ids, [&](const storage::Row &row) {
                                const Entry entry = entryOf(row);
                                found.append({entry, excerptOf(entry.content.body, words)});
                            }));
    std::sort(found.begin(), found.end(), [&](const FoundEntry &a, const FoundEntry &b) {
        return place.value(a.entry.id.value) < place.value(b.entry.id.value);
    });
    return found;
}

QList<TextRange> wordsIn(QStringView text, const QStringList &foldedPrefixes)
{
    QList<TextRange> ranges;
    eachWord(text, [&](const TextRange &word) {
        if (beginsOneOf(text.mid(word.from, word.length), foldedPrefixes))
            ranges << word;
        return true;
    });
    return ranges;
}

QString excerptOf(const QString &text, const QStringList &foldedPrefixes, qsizetype most)
{
    qsizetype at = 0;
    eachWord(text, [&](const TextRange &word) {
        if (!beginsOneOf(QStringView(text).mid(word.from, word.length), foldedPrefixes))
            return true;
        at = word.from;
        return false;
    });
    const qsizetype before = most / 4;
    qsizetype from = std::max<qsizetype>(0, at - before);
    if (from > 0) // from a word's beginning on
        if (const qsizetype space = text.indexOf(u' ', from); space >= 0 && space < at)
            from = space + 1;
    QString excerpt = text.mid(from, most).simplified();
    if (from > 0)
        excerpt.prepend(u"… "_qs);
    if (from + most < text.size())
        excerpt += u" …"_qs;
    return excerpt;
}

} // namespace ambroise::record
