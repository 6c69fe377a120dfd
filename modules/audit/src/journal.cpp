// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>

#include "eventslices.h"

#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/hashchain.h>

#include <limits>

namespace ambroise::audit {
namespace {

//! The fields of a stored event, as they stand, in the order of `columns`.
QList<QByteArray> rawFields(const storage::Row &row)
{
    QList<QByteArray> fields;
    for (int column = 0; column < 12; ++column)
        fields << row.text(column).toUtf8();
    return fields;
}

constexpr int verifiedAtOnce = 1000;

QByteArray sealOf(const crypto::SecretBytes &key, qint64 seq, const QByteArray &hash)
{
    return crypto::hmacSha256(key.view(),
                              "journal head " + QByteArray::number(seq) + ' ' + hash.toHex());
}

//! The end of the chain, as it is at one instant.
struct Head {
    qint64 seq = 0;
    QByteArray hash;
    QByteArray seal;
    qint64 lastSeq = 0; //!< of the newest event, 0: none
};

Result<Head> headOf(storage::Connection &db)
{
    Head head;
    AMBROISE_CHECK(db.run("SELECT seq, hash, seal, (SELECT max(seq) FROM audit_event) FROM "
                          "audit_head WHERE id = 1",
                          {}, [&](const storage::Row &row) {
                              head = {row.integer(0), row.bytes(1), row.bytes(2), row.integer(3)};
                          }));
    return head;
}

//! Follows the chain from its beginning to its end.
class ChainCheck {
public:
    ChainCheck(storage::Connection &db, const crypto::SecretBytes &key, const Head &head)
        : m_db(db)
        , m_key(key)
        , m_head(head)
    {
    }

    //! The next events; answers whether there are more to look at.
    Result<bool> step()
    {
        AMBROISE_TRY(const qint64 rows,
                     m_db.run("SELECT " + QByteArray(eventColumns) +
                                  ", hash FROM audit_event WHERE seq > ? AND seq <= ? ORDER BY seq "
                                  "LIMIT ?",
                              {m_last, m_head.seq, verifiedAtOnce},
                              [this](const storage::Row &row) { look(row); }));
        return rows == verifiedAtOnce && !m_verdict.firstBad;
    }

    [[nodiscard]] qint64 looked() const { return m_verdict.events; }

    [[nodiscard]] Verdict verdict() const
    {
        Verdict verdict = m_verdict;
        const bool untouched = m_head.seq == 0 && verdict.events == 0 && m_head.hash.isEmpty() &&
                               m_head.seal.isEmpty();
        const bool sealed = m_head.seq == verdict.events && m_head.hash == m_previous &&
                            m_head.seal == sealOf(m_key, m_head.seq, m_previous);
        if (!verdict.firstBad && ((!untouched && !sealed) || m_head.lastSeq > m_head.seq))
            verdict.firstBad = verdict.events + 1;
        verdict.ok = !verdict.firstBad;
        return verdict;
    }

private:
    void look(const storage::Row &row)
    {
        if (m_verdict.firstBad)
            return;
        const qint64 expected = ++m_verdict.events;
        m_last = row.integer(0);
        const QByteArray hash = crypto::HashChain::next(m_key, m_previous, rawFields(row));
        if (m_last != expected || hash != row.bytes(12))
            m_verdict.firstBad = expected;
        m_previous = hash;
    }

    storage::Connection &m_db;
    const crypto::SecretBytes &m_key;
    Head m_head;
    Verdict m_verdict;
    QByteArray m_previous;
    qint64 m_last = std::numeric_limits<qint64>::min();
};

} // namespace

Journal::Journal(storage::Connection &db, const crypto::SecretBytes &key, const Clock &clock)
    : m_db(db)
    , m_key(key)
    , m_clock(clock)
{
}

Status Journal::record(const Deed &deed, const Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    qint64 seq = 0;
    QByteArray previous;
    // The update holds the row until the end of the transaction: writers append one after the
    // other.
    AMBROISE_CHECK(m_db.run("UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash",
                            {}, [&](const storage::Row &row) {
                                seq = row.integer(0);
                                previous = row.bytes(1);
                            }));
    if (seq == 0)
        return Error{ErrorCode::Corrupt, u"journal.head"_qs, {}};
    const storage::Values values{seq,
                                 storage::toText(m_clock.now()),
                                 actor.user().value,
                                 actor.name(),
                                 actor.role(),
                                 actor.post(),
                                 code(deed.action),
                                 code(deed.subject),
                                 deed.subjectId,
                                 deed.patient.value,
                                 deed.detail,
                                 deed.reason};
    QList<QByteArray> fields;
    for (const QVariant &value : values)
        fields << value.toString().toUtf8();
    const QByteArray hash = crypto::HashChain::next(m_key, previous, fields);
    AMBROISE_CHECK(m_db.run("INSERT INTO audit_event (" + QByteArray(eventColumns) +
                                ", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            values + storage::Values{hash}));
    AMBROISE_CHECK(m_db.run("UPDATE audit_head SET hash = ?, seal = ? WHERE id = 1",
                            {hash, sealOf(m_key, seq, hash)}));
    return transaction.commit();
}

Result<QList<Event>> Journal::find(const Filter &filter) const
{
    AMBROISE_TRY(auto slices, EventSlices::of(m_db, filter, EventSlices::Order::NewestFirst));
    return slices.next(filter.limit);
}

Result<QStringList> Journal::people() const
{
    return namesInJournal(m_db);
}

Result<Verdict> Journal::verify(const Progress &progress) const
{
    AMBROISE_TRY(const Head head, headOf(m_db));
    ChainCheck check(m_db, m_key, head);
    for (bool more = true; more;) {
        AMBROISE_TRY(more, check.step());
        if (progress && !progress(check.looked(), head.seq))
            return Error{ErrorCode::Cancelled, u"journal.verify"_qs, {}};
    }
    return check.verdict();
}

} // namespace ambroise::audit
