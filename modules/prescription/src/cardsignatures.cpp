// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/cardsignatures.h>

namespace ambroise::prescription {

Status CardSignatureRepository::refusal(const Ordonnance &ordonnance,
                                        const audit::Actor &actor) const
{
    if (ordonnance.prescriber != actor.user())
        return Error{ErrorCode::Denied, u"ordonnance.other_prescriber"_qs, {}};
    if (ordonnance.isCancelled())
        return Error{ErrorCode::Conflict, u"ordonnance.cancelled"_qs, {}};
    AMBROISE_TRY(const QByteArray kept, cadesOf(ordonnance.content.number()));
    if (!kept.isEmpty())
        return Error{ErrorCode::Conflict, u"ordonnance.card_signed"_qs, {}};
    return done();
}

Result<crypto::CadesDraft> CardSignatureRepository::begin(const Ordonnance &ordonnance,
                                                          QByteArrayView certificate,
                                                          const audit::Actor &actor) const
{
    AMBROISE_CHECK(refusal(ordonnance, actor));
    return crypto::CadesDraft::of(ordonnance.content.canonical(), certificate, m_clock.now());
}

Status CardSignatureRepository::keep(const Ordonnance &ordonnance, const crypto::CadesDraft &draft,
                                     QByteArrayView signature, const audit::Actor &actor)
{
    AMBROISE_TRY(const QByteArray cades, draft.finish(signature));
    AMBROISE_CHECK(crypto::verifyCades(cades, ordonnance.content.canonical()));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(refusal(ordonnance, actor)); // another window may have been faster
    const QString number = ordonnance.content.number().value();
    AMBROISE_CHECK(
        m_db.run("INSERT INTO ordonnance_card_signature (number, cades, kept_at) VALUES (?, ?, ?)",
                 {number, cades, storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Sign, audit::Subject::Ordonnance,
                                     ordonnance.id.value, ordonnance.patient, number},
                                    actor));
    AMBROISE_CHECK(m_db.announce({u"ordonnance"_qs, ordonnance.patient.value}));
    return transaction.commit();
}

Result<QByteArray> CardSignatureRepository::cadesOf(const OrdonnanceNumber &number) const
{
    QByteArray cades;
    AMBROISE_CHECK(m_db.run("SELECT cades FROM ordonnance_card_signature WHERE number = ?",
                            {number.value()},
                            [&](const storage::Row &row) { cades = row.bytes(0); }));
    return cades;
}

Result<QStringList> CardSignatureRepository::damaged() const
{
    QStringList numbers;
    AMBROISE_CHECK(m_db.run("SELECT s.number, s.cades, COALESCE(o.content, '')"
                            " FROM ordonnance_card_signature AS s"
                            " LEFT JOIN ordonnance AS o ON o.number = s.number ORDER BY s.number",
                            {}, [&](const storage::Row &row) {
                                if (!crypto::verifyCades(row.bytes(1), row.text(2).toUtf8()).ok())
                                    numbers << row.text(0);
                            }));
    return numbers;
}

Result<std::optional<crypto::CadesSigner>>
CardSignatureRepository::of(const OrdonnanceContent &content) const
{
    AMBROISE_TRY(const QByteArray cades, cadesOf(content.number()));
    if (cades.isEmpty())
        return std::optional<crypto::CadesSigner>();
    AMBROISE_TRY(auto signer, crypto::verifyCades(cades, content.canonical()));
    return std::optional(std::move(signer));
}

} // namespace ambroise::prescription
