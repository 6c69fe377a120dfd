// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/documentrepository.h>
#include <ambroise/documents/letter.h>

namespace ambroise::documents {

//! A letter that was signed: the document with its PDF, and what a new one may be made from.
struct SignedLetter {
    DocumentId document;
    PatientId patient;
    LetterDraft content{};
    QString authorName{};
    QDateTime signedAt{};
};

//! The signed letters: added, never changed.
class LetterRepository {
public:
    LetterRepository(storage::Connection &db, DocumentRepository &documents, const Clock &clock)
        : m_db(db)
        , m_documents(documents)
        , m_clock(clock)
    {
    }

    //! Files the PDF under `name` and keeps what it was made from, together; journaled with the
    //! document. Errors: those of DocumentRepository::file and FileContent.
    Result<DocumentId> keep(const patient::RecordIds &patient, const LetterDraft &content,
                            const QByteArray &pdf, const QString &name, const audit::Actor &actor);
    Result<QList<SignedLetter>> of(const patient::RecordIds &patient) const; //!< the newest first

private:
    storage::Connection &m_db;
    DocumentRepository &m_documents;
    const Clock &m_clock;
};

} // namespace ambroise::documents
