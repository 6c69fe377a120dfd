// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/storage/prefixindex.h>

#include <QSet>

#include <algorithm>
#include <tuple>

namespace ambroise::storage {
namespace {

//! How many rows of the rarest prefix are ranked. Beyond it the reader types another letter.
constexpr int rankedRows = 400;
//! How far a prefix is counted to find the rarest.
constexpr int countedRows = 2000;

//! Sorts after every term that begins with `prefix`.
QString endOf(const QString &prefix)
{
    return prefix + QChar(0xFFFD);
}

struct Hit {
    bool prefixOnly;
    qint64 kind;
    qint64 weight;
    QString sort;
    qint64 owner;
    friend bool operator<(const Hit &a, const Hit &b)
    {
        return std::tie(a.prefixOnly, a.kind, a.weight, a.sort, a.owner) <
               std::tie(b.prefixOnly, b.kind, b.weight, b.sort, b.owner);
    }
};

} // namespace

PrefixIndex::PrefixIndex(Connection &db, QByteArray table)
    : m_db(db)
    , m_table(std::move(table))
{
}

Status PrefixIndex::replace(qint64 owner, const QList<Term> &terms, const QString &sort)
{
    AMBROISE_CHECK(remove(owner));
    return add(owner, terms, sort);
}

Status PrefixIndex::add(qint64 owner, const QList<Term> &terms, const QString &sort)
{
    QSet<std::pair<QString, int>> seen;
    for (const Term &term : terms) {
        if (term.text.isEmpty() || seen.contains({term.text, term.kind}))
            continue;
        seen.insert({term.text, term.kind});
        AMBROISE_CHECK(m_db.run("INSERT INTO " + m_table +
                                    " (term, kind, weight, sort, owner) VALUES (?, ?, ?, ?, ?)",
                                {term.text, term.kind, term.weight, sort, owner}));
    }
    return done();
}

Status PrefixIndex::remove(qint64 owner)
{
    AMBROISE_CHECK(m_db.run("DELETE FROM " + m_table + " WHERE owner = ?", {owner}));
    return done();
}

Result<qint64> PrefixIndex::boundedCount(const QString &prefix) const
{
    qint64 count = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM (SELECT 1 FROM " + m_table +
                                " WHERE term >= ? AND term < ? LIMIT ?) AS bounded",
                            {prefix, endOf(prefix), countedRows},
                            [&](const Row &row) { count = row.integer(0); }));
    return count;
}

Result<QList<qint64>> PrefixIndex::search(const QStringList &prefixes, int limit) const
{
    QStringList others = prefixes;
    others.removeAll(QString());
    others.removeDuplicates();
    if (others.isEmpty())
        return QList<qint64>{};

    qsizetype rarest = 0;
    qint64 fewest = countedRows + 1;
    for (qsizetype i = 0; others.size() > 1 && i < others.size(); ++i) {
        AMBROISE_TRY(const qint64 count, boundedCount(others.at(i)));
        const bool longer = count == fewest && others.at(i).size() > others.at(rarest).size();
        if (count < fewest || longer) {
            fewest = count;
            rarest = i;
        }
    }
    const QString driver = others.takeAt(rarest);

    QByteArray sql = "SELECT term, kind, weight, sort, owner FROM " + m_table +
                     " AS t WHERE term >= ? AND term < ?";
    Values values{driver, endOf(driver)};
    for (const QString &other : others) {
        sql += " AND EXISTS (SELECT 1 FROM " + m_table +
               " AS o WHERE o.owner = t.owner AND o.term >= ? AND o.term < ?)";
        values << other << endOf(other);
    }
    sql += " ORDER BY term, kind, weight, sort, owner LIMIT ?";
    values << std::max(rankedRows, limit);

    std::vector<Hit> hits;
    AMBROISE_CHECK(m_db.run(sql, values, [&](const Row &row) {
        hits.push_back(
            {row.text(0) != driver, row.integer(1), row.integer(2), row.text(3), row.integer(4)});
    }));
    std::sort(hits.begin(), hits.end());
    QList<qint64> owners;
    QSet<qint64> seen;
    for (const Hit &hit : hits) {
        if (owners.size() >= limit)
            break;
        if (!seen.contains(hit.owner)) {
            seen.insert(hit.owner);
            owners << hit.owner;
        }
    }
    return owners;
}

} // namespace ambroise::storage
