// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/documentrepository.h>

namespace ambroise::documents {
namespace {

constexpr QStringView codePrefix = u"document:";

} // namespace

QString entryCode(DocumentId id)
{
    return codePrefix.toString() + id.toString();
}

std::optional<DocumentId> documentOf(QStringView entryCode)
{
    if (!entryCode.startsWith(codePrefix))
        return std::nullopt;
    bool ok = false;
    const qint64 number = entryCode.mid(codePrefix.size()).toLongLong(&ok);
    return ok && number > 0 ? std::optional(DocumentId{number}) : std::nullopt;
}

Result<QList<Document>> DocumentRepository::select(const QByteArray &where,
                                                   const storage::Values &values) const
{
    QList<Document> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, patient_id, content_id, kind, name, pages, has_text,"
        " author_name, filed_at FROM document " +
            where,
        values, [&](const storage::Row &row) {
            const auto content = storage::ContentId::parse(row.text(2));
            if (content.ok())
                found.append({DocumentId{row.integer(0)}, PatientId{row.integer(1)}, *content,
                              fileKindOf(row.text(3)).value_or(FileKind::Pdf), row.text(4),
                              int(row.integer(5)), row.boolean(6), row.text(7), row.instant(8)});
        }));
    return found;
}

Result<DocumentId> DocumentRepository::file(const patient::RecordIds &patient,
                                            const FileContent &content, const QString &name,
                                            const audit::Actor &actor)
{
    AMBROISE_TRY(const storage::ContentId kept, m_vault.put(content.bytes()));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const QList<Document> known, of(patient));
    for (const Document &one : known)
        if (one.content == kept)
            return Error{ErrorCode::Conflict, u"document.known"_qs, {}};
    AMBROISE_TRY(const qint64 id,
                 m_db.insert("INSERT INTO document (patient_id, content_id, kind, name, pages,"
                             " has_text, author_name, filed_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?)"
                             " RETURNING id",
                             {patient.record().value, kept.toString(), code(content.kind()), name,
                              content.pages(), actor.name(), storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Create, audit::Subject::Document, id,
                                     patient.record(), code(content.kind())},
                                    actor));
    AMBROISE_CHECK(transaction.commit());
    return DocumentId{id};
}

Result<Document> DocumentRepository::find(DocumentId id) const
{
    AMBROISE_TRY(const QList<Document> found, select("WHERE id = ?", {id.value}));
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"document.unknown"_qs, {}};
    return found.first();
}

Result<FileContent> DocumentRepository::open(DocumentId id, const audit::Actor &actor)
{
    AMBROISE_TRY(const Document document, find(id));
    AMBROISE_TRY(auto read, content(document));
    AMBROISE_CHECK(m_journal.record({audit::Action::Read, audit::Subject::Document, id.value,
                                     document.patient, code(document.kind)},
                                    actor));
    return read;
}

Result<FileContent> DocumentRepository::content(const Document &document) const
{
    AMBROISE_TRY(const QByteArray bytes, m_vault.get(document.content));
    return FileContent::inspect(bytes);
}

Result<QList<Document>> DocumentRepository::of(const patient::RecordIds &patient) const
{
    return select("WHERE patient_id IN (" + storage::placeholders(patient.all().size()) +
                      ") ORDER BY filed_at DESC, id DESC",
                  patient.values());
}

Result<QList<Document>> DocumentRepository::withoutText(int limit) const
{
    return select("WHERE has_text = 0 ORDER BY id LIMIT ?", {limit});
}

Status DocumentRepository::setHasText(DocumentId id)
{
    AMBROISE_CHECK(m_db.run("UPDATE document SET has_text = 1 WHERE id = ?", {id.value}));
    return done();
}

Result<QList<storage::ContentId>> DocumentRepository::contents() const
{
    AMBROISE_TRY(const QList<Document> all, select("ORDER BY id", {}));
    QList<storage::ContentId> contents;
    for (const Document &one : all)
        contents << one.content;
    return contents;
}

} // namespace ambroise::documents
