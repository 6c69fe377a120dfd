// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/connection.h>

namespace ambroise::storage {

//! Full-text search as you type, the same on both engines: texts found by the beginnings of their
//! words (FTS5, or a tsvector under a GIN index). The text itself is not kept.
//!
//! The owning module makes the table in its schema, alone on its line:
//!     {{text_index <name>}};
//! and the list of its words, by which a beginning is looked for, in the same way:
//!     {{text_index_words <name>}};
//!     {{text_index_words_server <name>}};
class TextIndex {
public:
    //! What a text is known by. The greater ones are answered first: the owner puts into it what it
    //! sorts by.
    using Key = qint64;

    TextIndex(Connection &db, QByteArray table);

    //! What `key` is found by from now on: folded words (text::foldedWords), each of letters and
    //! digits or of the private use area, for what is no word of the text. At most 20,000
    //! different ones are kept, the first.
    Status put(Key key, const QStringList &words);
    Status remove(Key key);

    //! The keys whose text has, for each of `prefixes`, a word that begins with it, and each of
    //! `whole` as it is. The greatest first, below `below` where told, at most `limit`; nothing for
    //! no prefix and no word.
    Result<QList<Key>> search(const QStringList &prefixes, const QStringList &whole, int limit,
                              std::optional<Key> below = {}) const;

private:
    Status note(const QStringList &words);
    Result<QString> queryOf(const QStringList &prefixes, const QStringList &whole) const;
    Result<QString> serverTerm(const QString &prefix) const;
    Result<QString> embeddedTerm(const QString &prefix) const;
    Result<QStringList> wordsFrom(const QString &prefix, int most) const;

    Connection &m_db;
    QByteArray m_table;
};

} // namespace ambroise::storage
