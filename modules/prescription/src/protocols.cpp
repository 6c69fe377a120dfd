// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/protocols.h>

#include <ambroise/core/text.h>
#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/linechanges.h>

namespace ambroise::prescription {
namespace {

constexpr qsizetype longestName = 60;

} // namespace

Result<QList<Protocol>> ProtocolRepository::of(UserId owner) const
{
    QList<Protocol> found;
    bool whole = true;
    AMBROISE_CHECK(m_db.run("SELECT id, name, body FROM prescription_protocol WHERE owner_id = ?"
                            " ORDER BY folded_name",
                            {owner.value}, [&](const storage::Row &row) {
                                const Draft body = Draft::fromText(row.text(2));
                                whole = whole && body.whole;
                                found.append({ProtocolId{row.integer(0)}, row.text(1), body.lines});
                            }));
    if (!whole) // a line that is missing would be missed by nobody
        return Error{ErrorCode::Corrupt, u"ordonnance.draft"_qs, {}};
    return found;
}

Result<ProtocolId> ProtocolRepository::save(const Protocol &protocol, const audit::Actor &actor)
{
    const QString name = protocol.name.simplified();
    const QString folded = text::folded(name);
    if (folded.isEmpty() || name.size() > longestName)
        return Error{ErrorCode::Invalid, u"protocol.name"_qs, {}};
    if (protocol.lines.isEmpty())
        return Error{ErrorCode::Invalid, u"protocol.empty"_qs, {}};
    const QString body = Draft{renewed(protocol.lines), {}}.toText();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    bool known = false;
    AMBROISE_CHECK(m_db.run(
        "SELECT 1 FROM prescription_protocol WHERE owner_id = ? AND folded_name = ? AND id <> ?",
        {actor.user().value, folded, protocol.id.value},
        [&](const storage::Row &) { known = true; }));
    if (known)
        return Error{ErrorCode::Conflict, u"protocol.known"_qs, {}};
    ProtocolId id = protocol.id;
    if (!id.isStored()) {
        AMBROISE_TRY(id.value, m_db.insert("INSERT INTO prescription_protocol"
                                           " (owner_id, name, folded_name, body)"
                                           " VALUES (?, ?, ?, ?) RETURNING id",
                                           {actor.user().value, name, folded, body}));
    } else {
        AMBROISE_TRY(const qint64 rows,
                     m_db.run("UPDATE prescription_protocol SET name = ?, folded_name = ?, body = ?"
                              " WHERE id = ? AND owner_id = ?",
                              {name, folded, body, id.value, actor.user().value}));
        if (rows == 0)
            return Error{ErrorCode::NotFound, u"protocol.unknown"_qs, {}};
    }
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status ProtocolRepository::remove(ProtocolId id, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_db.run("DELETE FROM prescription_protocol WHERE id = ? AND owner_id = ?",
                            {id.value, actor.user().value}));
    return done();
}

} // namespace ambroise::prescription
