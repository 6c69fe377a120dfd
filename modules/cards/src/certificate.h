// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QDateTime>

#include <openssl/x509.h>

#include <memory>

namespace ambroise::cards {

struct X509Free {
    void operator()(X509 *x509) const { X509_free(x509); }
};
using X509Ptr = std::unique_ptr<X509, X509Free>;

//! Error: Corrupt "card.certificate"; nothing may follow the certificate.
Result<X509Ptr> parseCertificate(const QByteArray &der);

//! UTC; invalid where the certificate's own is.
QDateTime endOfValidity(const X509 &certificate);

bool hasRsaKey(const X509 &certificate);

//! `signature` is the RSA PKCS#1 v1.5 signature with SHA-256 of `message` by this certificate's
//! key.
bool verifies(const X509 &certificate, QByteArrayView message, QByteArrayView signature);

} // namespace ambroise::cards
