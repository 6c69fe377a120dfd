// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/crypto/signature.h>

namespace ambroise::prescription {

//! The practice's own signing key and certificate, and those of the practices whose ordonnances are
//! believed here.
class CertificateRepository {
public:
    //! `sealing`: what the private key is sealed with in the database; a reference is kept.
    CertificateRepository(storage::Connection &db, audit::Journal &journal,
                          const crypto::SecretBytes &sealing, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_sealing(sealing)
        , m_clock(clock)
    {
    }

    struct Own {
        crypto::Certificate certificate;
        crypto::SigningKey key;
    };

    //! Makes the practice's key and a certificate of ten years for it. Conflict
    //! "certificate.exists".
    Status createOwn(const QString &practiceName, const audit::Actor &actor);
    //! NotFound "certificate.none".
    Result<Own> own() const;

    //! Believes another practice. Errors: those of Certificate::fromPem, TrustStore::add.
    Status trust(QByteArrayView pem, const audit::Actor &actor);
    //! NotFound "certificate.none".
    Status revoke(const QByteArray &keyId, const audit::Actor &actor);

    //! Everything that is believed, the practice's own included.
    Result<crypto::TrustStore> trusted() const;

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const crypto::SecretBytes &m_sealing;
    const Clock &m_clock;
};

} // namespace ambroise::prescription
