// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace ambroise::sandbox {

//! A certificate with its private key, of nobody real.
struct Issued {
    QByteArray certificatePem;
    QByteArray keyPem; //!< PKCS#8, not encrypted

    [[nodiscard]] QSslCertificate certificate() const;
    [[nodiscard]] QSslKey key() const;
    //! Both in a .p12 file.
    [[nodiscard]] QByteArray pkcs12(const QByteArray &passphrase) const;
};

//! A certification authority that lives as long as this object: its key is made anew each time and
//! never leaves it. Certificates hold from a day before `now` for a year, RSA 2048, SHA-256.
class Authority {
public:
    //! What the subject says besides the name; empty parts are left out.
    struct Subject {
        QString commonName;
        QString unit{};         //!< OU, the id of the structure on a certificate of IGC-Santé
        QString organisation{}; //!< O
    };
    enum class Use {
        Server,         //!< for the hosts named
        Client,         //!< of TLS
        Signature,      //!< non-repudiation, as the key 0x10 of a card
        Authentication, //!< digital signature, as the key 0x20 of a card
    };

    Authority(const Subject &subject, const QDateTime &now);

    [[nodiscard]] Issued issue(const Subject &subject, Use use,
                               const QStringList &hosts = {}) const;
    //! The same with a period of one's own.
    [[nodiscard]] Issued issueFor(const Subject &subject, Use use, const QDateTime &from,
                                  const QDateTime &until, const QStringList &hosts = {}) const;

    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] QSslCertificate certificate() const;

private:
    QDateTime m_from;
    QDateTime m_until;
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_x509;
};

} // namespace ambroise::sandbox
