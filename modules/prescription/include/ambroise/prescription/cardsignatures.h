// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/cades.h>
#include <ambroise/prescription/repository.h>

namespace ambroise::prescription {

//! What the prescriber's card signs of ordonnances, beside the practice's own signature (the code):
//! CAdES-BES of the canonical content, which any other program verifies with the card's
//! certificate. One for each ordonnance, never changed.
class CardSignatureRepository {
public:
    CardSignatureRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Errors: Denied "ordonnance.other_prescriber"; Conflict "ordonnance.cancelled",
    //! "ordonnance.card_signed"; those of crypto::CadesDraft::of.
    Result<crypto::CadesDraft> begin(const Ordonnance &ordonnance, QByteArrayView certificate,
                                     const audit::Actor &actor) const;
    //! With the card's answer. Errors: those of begin and of crypto::CadesDraft::finish.
    Status keep(const Ordonnance &ordonnance, const crypto::CadesDraft &draft,
                QByteArrayView signature, const audit::Actor &actor);
    //! Verified; none: no card has signed it. Errors: those of crypto::verifyCades.
    Result<std::optional<crypto::CadesSigner>> of(const OrdonnanceContent &content) const;
    //! DER, for another program; empty: none.
    Result<QByteArray> cadesOf(const OrdonnanceNumber &number) const;
    //! The numbers of those whose signature is not of what is kept.
    Result<QStringList> damaged() const;

private:
    Status refusal(const Ordonnance &ordonnance, const audit::Actor &actor) const;

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::prescription
