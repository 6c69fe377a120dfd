// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/demanderepository.h>

namespace ambroise::prescription {

Result<documents::DocumentId> DemandeRepository::keep(const patient::RecordIds &patient,
                                                      const Demande &demande, const QByteArray &pdf,
                                                      const QString &name,
                                                      const audit::Actor &actor)
{
    AMBROISE_TRY(const auto file, documents::FileContent::inspect(pdf));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const auto id, m_documents.file(patient, file, name, actor));
    AMBROISE_CHECK(m_documents.setHasText(id)); // the record's entry has it from the beginning
    AMBROISE_CHECK(
        m_db.run("INSERT INTO demande (document_id, patient_id, kind, content,"
                 " author_name, signed_at) VALUES (?, ?, ?, ?, ?, ?)",
                 {id.value, patient.record().value, code(demande.draft().kind),
                  demande.draft().toText(), actor.name(), storage::toText(demande.signedAt())}));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Result<QList<SignedDemande>> DemandeRepository::of(const patient::RecordIds &patient) const
{
    QList<SignedDemande> found;
    AMBROISE_CHECK(m_db.run("SELECT document_id, patient_id, content, author_name, signed_at FROM"
                            " demande WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ") ORDER BY signed_at DESC, document_id DESC",
                            patient.values(), [&](const storage::Row &row) {
                                const auto content = DemandeDraft::fromText(row.text(2));
                                if (content.ok())
                                    found.append({documents::DocumentId{row.integer(0)},
                                                  PatientId{row.integer(1)}, *content, row.text(3),
                                                  row.instant(4)});
                            }));
    return found;
}

} // namespace ambroise::prescription
