// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/documentrepository.h>
#include <ambroise/prescription/demande.h>

namespace ambroise::prescription {

//! A demande that was signed: the document with its PDF, and what a new one may be made from.
struct SignedDemande {
    documents::DocumentId document;
    PatientId patient;
    DemandeDraft content{};
    QString authorName{};
    QDateTime signedAt{};
};

//! Signed demandes: added, never changed.
class DemandeRepository {
public:
    DemandeRepository(storage::Connection &db, documents::DocumentRepository &documents)
        : m_db(db)
        , m_documents(documents)
    {
    }

    //! Files the PDF under `name` and keeps what it was made from, together; journaled with the
    //! document. Errors: those of DocumentRepository::file and FileContent.
    Result<documents::DocumentId> keep(const patient::RecordIds &patient, const Demande &demande,
                                       const QByteArray &pdf, const QString &name,
                                       const audit::Actor &actor);
    Result<QList<SignedDemande>> of(const patient::RecordIds &patient) const; //!< the newest first

private:
    storage::Connection &m_db;
    documents::DocumentRepository &m_documents;
};

} // namespace ambroise::prescription
