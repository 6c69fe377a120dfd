// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/session.h>
#include <ambroise/core/clock.h>
#include <ambroise/core/handsignature.h>

namespace ambroise::access {

//! A handwritten signature as its owner keeps it.
struct KeptSignature {
    HandSignature drawn;
    bool byDefault = false; //!< put on what they sign unless they say otherwise
    QDateTime drawnAt{};
};

//! The handwritten signatures of who prescribes. Each is read, kept and removed in its owner's
//! session alone: there is no way to ask for somebody else's. Every change goes to the journal.
class SignatureRepository {
public:
    SignatureRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! That of who is signed in; none where they drew none. Error: Corrupt "signature.format".
    Result<std::optional<KeptSignature>> own(const Session &session) const;
    //! In place of the one before. Error: Denied "access.denied" (who does not prescribe).
    Status keep(const HandSignature &drawn, bool byDefault, const Session &session);
    //! Errors: NotFound "signature.none"; Denied "access.denied".
    Status setByDefault(bool byDefault, const Session &session);
    //! Nothing to remove is no failure.
    Status remove(const Session &session);
    //! As it was before it was removed. Errors: Conflict "signature.drawn_again" (another one was
    //! kept meanwhile, which stays); Denied "access.denied".
    Status restore(const KeptSignature &removed, const Session &session);

private:
    Status record(audit::Action action, const Session &session);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::access
