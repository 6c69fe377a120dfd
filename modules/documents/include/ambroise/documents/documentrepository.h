// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/documents/filecontent.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/storage/vault.h>

#include <QDateTime>

namespace ambroise::documents {

using DocumentId = Id<struct DocumentTag>;

//! A file of a record.
struct Document {
    DocumentId id;
    PatientId patient;
    storage::ContentId content;
    FileKind kind = FileKind::Pdf;
    QString name{}; //!< as it came
    int pages = 1;
    bool hasText = false; //!< its words were read into the record's entry
    QString authorName{};
    QDateTime filedAt{};
};

//! The files of the records: their content in the vault, what is known of them in a row.
class DocumentRepository {
public:
    DocumentRepository(storage::Connection &db, storage::Vault &vault, audit::Journal &journal,
                       const Clock &clock)
        : m_db(db)
        , m_vault(vault)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Error: Conflict "document.known" (that record has it already), and those of the vault.
    Result<DocumentId> file(const patient::RecordIds &patient, const FileContent &content,
                            const QString &name, const audit::Actor &actor);
    //! Error: NotFound "document.unknown".
    Result<Document> find(DocumentId id) const;
    //! The reading is journaled. Errors: those of `find`, of the vault and of FileContent.
    Result<FileContent> open(DocumentId id, const audit::Actor &actor);
    //! Without a journal event: for reading its words after it was filed.
    Result<FileContent> content(const Document &document) const;
    Result<QList<Document>> of(const patient::RecordIds &patient) const; //!< the newest first
    //! Of everybody, the oldest first: whose words are still to be read.
    Result<QList<Document>> withoutText(int limit) const;
    Status setHasText(DocumentId id);
    //! What rows say is in the vault, for a check that it is.
    Result<QList<storage::ContentId>> contents() const;

private:
    Result<QList<Document>> select(const QByteArray &where, const storage::Values &values) const;

    storage::Connection &m_db;
    storage::Vault &m_vault;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

//! What the record's entry has as its code: "document:12".
[[nodiscard]] QString entryCode(DocumentId id);
[[nodiscard]] std::optional<DocumentId> documentOf(QStringView entryCode);

} // namespace ambroise::documents
