// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/letterrepository.h>

namespace ambroise::documents {

Result<DocumentId> LetterRepository::keep(const patient::RecordIds &patient,
                                          const LetterDraft &content, const QByteArray &pdf,
                                          const QString &name, const audit::Actor &actor)
{
    AMBROISE_TRY(const auto file, FileContent::inspect(pdf));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const DocumentId id, m_documents.file(patient, file, name, actor));
    AMBROISE_CHECK(m_documents.setHasText(id)); // the record's entry has it from the beginning
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO letter (document_id, patient_id, kind, subject, recipient, content,"
        " author_name, signed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {id.value, patient.record().value, code(content.kind), content.subject,
         content.recipient.name, content.toText(), actor.name(), storage::toText(m_clock.now())}));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Result<QList<SignedLetter>> LetterRepository::of(const patient::RecordIds &patient) const
{
    QList<SignedLetter> found;
    AMBROISE_CHECK(m_db.run("SELECT document_id, patient_id, content, author_name, signed_at FROM"
                            " letter WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ") ORDER BY signed_at DESC, document_id DESC",
                            patient.values(), [&](const storage::Row &row) {
                                const auto content = LetterDraft::fromText(row.text(2));
                                if (content.ok())
                                    found.append({DocumentId{row.integer(0)},
                                                  PatientId{row.integer(1)}, *content, row.text(3),
                                                  row.instant(4)});
                            }));
    return found;
}

} // namespace ambroise::documents
