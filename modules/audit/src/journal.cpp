// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>

#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/hashchain.h>

namespace ambroise::audit {
namespace {

constexpr const char *columns = "seq, at, user_id, user_name, role, post, action, subject, "
                                "subject_id, patient_id, detail, reason";

Event eventOf(const storage::Row &row)
{
    return {row.integer(0), row.instant(1),
            Actor(UserId{row.integer(2)}, row.text(3), row.text(4), row.text(5)),
            Deed{actionOf(row.text(6)).value_or(Action::Read),
                 subjectOf(row.text(7)).value_or(Subject::Practice), row.integer(8),
                 PatientId{row.integer(9)}, row.text(10), row.text(11)}};
}

//! The fields of a stored event, as they stand, in the order of `columns`.
QList<QByteArray> rawFields(const storage::Row &row)
{
    QList<QByteArray> fields;
    for (int column = 0; column < 12; ++column)
        fields << row.text(column).toUtf8();
    return fields;
}

QByteArray sealOf(const crypto::SecretBytes &key, qint64 seq, const QByteArray &hash)
{
    return crypto::hmacSha256(key.view(),
                              "journal head " + QByteArray::number(seq) + ' ' + hash.toHex());
}

struct Condition {
    QByteArray sql = " WHERE 1 = 1";
    storage::Values values;

    void add(const char *text, const QVariant &value)
    {
        sql += text;
        values << value;
    }
};

Condition conditionOf(const Filter &filter)
{
    Condition condition;
    if (filter.patient.isStored())
        condition.add(" AND patient_id = ?", filter.patient.value);
    if (filter.user.isStored())
        condition.add(" AND user_id = ?", filter.user.value);
    if (!filter.userName.isEmpty())
        condition.add(" AND lower(user_name) LIKE ?", u'%' + filter.userName.toLower() + u'%');
    if (filter.since.isValid())
        condition.add(" AND at >= ?", storage::toText(filter.since));
    if (filter.until.isValid())
        condition.add(" AND at < ?", storage::toText(filter.until));
    if (filter.action)
        condition.add(" AND action = ?", code(*filter.action));
    if (filter.before > 0)
        condition.add(" AND seq < ?", filter.before);
    return condition;
}

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
    AMBROISE_CHECK(m_db.run("INSERT INTO audit_event (" + QByteArray(columns) +
                                ", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            values + storage::Values{hash}));
    AMBROISE_CHECK(m_db.run("UPDATE audit_head SET hash = ?, seal = ? WHERE id = 1",
                            {hash, sealOf(m_key, seq, hash)}));
    return transaction.commit();
}

Result<QList<Event>> Journal::find(const Filter &filter) const
{
    const Condition condition = conditionOf(filter);
    QList<Event> events;
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(columns) + " FROM audit_event" + condition.sql +
                                " ORDER BY seq DESC LIMIT ?",
                            condition.values + storage::Values{filter.limit},
                            [&](const storage::Row &row) { events << eventOf(row); }));
    return events;
}

Result<QList<Event>> Journal::oldestFirst(const Filter &filter) const
{
    AMBROISE_TRY(QList<Event> events, find(filter));
    std::reverse(events.begin(), events.end());
    return events;
}

Result<Verdict> Journal::verify(const Progress &progress) const
{
    qint64 headSeq = 0;
    QByteArray headHash;
    QByteArray headSeal;
    AMBROISE_CHECK(m_db.run("SELECT seq, hash, seal FROM audit_head WHERE id = 1", {},
                            [&](const storage::Row &row) {
                                headSeq = row.integer(0);
                                headHash = row.bytes(1);
                                headSeal = row.bytes(2);
                            }));
    Verdict verdict;
    QByteArray previous;
    bool cancelled = false;
    AMBROISE_CHECK(m_db.run(
        "SELECT " + QByteArray(columns) + ", hash FROM audit_event ORDER BY seq", {},
        [&](const storage::Row &row) {
            if (verdict.firstBad || cancelled)
                return;
            const qint64 expected = ++verdict.events;
            const QByteArray hash = crypto::HashChain::next(m_key, previous, rawFields(row));
            if (row.integer(0) != expected || hash != row.bytes(12))
                verdict.firstBad = expected;
            previous = hash;
            if (progress && expected % 1000 == 0)
                cancelled = !progress(expected, headSeq);
        }));
    if (cancelled)
        return Error{ErrorCode::Cancelled, u"journal.verify"_qs, {}};
    if (verdict.firstBad)
        return verdict;
    const bool untouched =
        headSeq == 0 && verdict.events == 0 && headHash.isEmpty() && headSeal.isEmpty();
    const bool sealed = headSeq == verdict.events && headHash == previous &&
                        headSeal == sealOf(m_key, headSeq, previous);
    if (!untouched && !sealed)
        verdict.firstBad = verdict.events + 1;
    verdict.ok = !verdict.firstBad;
    return verdict;
}

} // namespace ambroise::audit
