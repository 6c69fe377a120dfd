// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/prescription/ordonnance.h>
#include <ambroise/storage/connection.h>

namespace ambroise::prescription {

using ProtocolId = Id<struct ProtocolTag>;

//! Lines that a doctor prescribes together, under a name.
struct Protocol {
    ProtocolId id{};
    QString name{};
    QList<Line> lines{};

    friend bool operator==(const Protocol &, const Protocol &) = default;
};

//! Each doctor's own, made from lines that they wrote: none comes with the program (HAS référentiel
//! LAP 2016, criterion 45). They hold nothing of a patient: they are not journaled. What is written
//! from one is checked as any other line.
class ProtocolRepository {
public:
    explicit ProtocolRepository(storage::Connection &db)
        : m_db(db)
    {
    }

    //! By name. Error: Corrupt "ordonnance.draft", where one cannot be read whole.
    Result<QList<Protocol>> of(UserId owner) const;
    //! Added where its id is not stored, else changed. What is said of a day, as a start, is not
    //! kept. Errors: Invalid "protocol.name" (empty, or above 60 characters), "protocol.empty";
    //! Conflict "protocol.known" (the owner has another one of that name); NotFound
    //! "protocol.unknown".
    Result<ProtocolId> save(const Protocol &protocol, const audit::Actor &actor);
    Status remove(ProtocolId id, const audit::Actor &actor);

private:
    storage::Connection &m_db;
};

} // namespace ambroise::prescription
