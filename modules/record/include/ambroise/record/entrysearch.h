// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/progress.h>
#include <ambroise/record/entry.h>
#include <ambroise/storage/connection.h>

namespace ambroise::record {

//! The words of the entries of the whole practice. Measures are not in it: their curve has them.
class EntryIndex {
public:
    explicit EntryIndex(storage::Connection &db)
        : m_db(db)
    {
    }

    //! In the transaction that writes the entry. `before`: when it happened, before it was changed.
    Status put(EntryId id, const NewEntry &entry, const QDateTime &before = {});
    //! Entries were written without put(): all of them are to be read again.
    Status owe();
    //! Reads what an older program wrote, or what is owed, `atATime` entries in a transaction, the
    //! latest first, so that nobody who writes meanwhile waits long; given up, it goes on the next
    //! time. `progress` has up to which id they are left. Errors: those of storage; Cancelled
    //! "entry.index".
    Status complete(const Progress &progress = {}, int atATime = 500);
    //! How many ids may be left for complete() to read.
    Result<qint64> left() const;

private:
    Result<qint64> readUpTo(qint64 last, int atATime);

    storage::Connection &m_db;
};

struct FoundEntry {
    Entry entry{};
    //! A part of its text around the words that were looked for, on one line.
    QString excerpt{};
};

//! Search in the records of the whole practice. Who may read them is decided above; that somebody
//! searched is journaled above, too.
class EntrySearch {
public:
    explicit EntrySearch(storage::Connection &db)
        : m_db(db)
    {
    }

    //! Entries that hold, each word of which begins a word of their title, text or code; accents
    //! and case ignored. What happened last first. `kind`: of that kind alone. Words of one
    //! character do not count.
    Result<QList<FoundEntry>> find(QStringView typed, std::optional<EntryKind> kind = {},
                                   int limit = 50) const;

private:
    storage::Connection &m_db;
};

//! Where those words (folded) stand in `text`, as ranges of it: for a mark under them.
struct TextRange {
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};
[[nodiscard]] QList<TextRange> wordsIn(QStringView text, const QStringList &foldedPrefixes);
//! At most `most` characters of `text` around the first of them, its line ends made spaces.
[[nodiscard]] QString excerptOf(const QString &text, const QStringList &foldedPrefixes,
                                qsizetype most = 160);

} // namespace ambroise::record
