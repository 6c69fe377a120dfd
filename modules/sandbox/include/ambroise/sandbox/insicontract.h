// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/sandbox/httpserver.h>
#include <ambroise/sandbox/register.h>

#include <QDateTime>
#include <QSslCertificate>
#include <QStringList>

namespace ambroise::sandbox {

//! What a request that keeps the contract asks for.
struct InsiQuestion {
    enum class Operation { Traits, Card, Verification };
    Operation operation = Operation::Traits;
    PersonQuery traits{};
    QString number{}; //!< matricule, 13 characters; of a card or a verification
    QString key{};
};

//! Against what a request is judged.
struct InsiRules {
    bool withAssertion = false; //!< the endpoint of cards; else that of organisations' certificates
    QDateTime now{};
    QStringList idams{};              //!< authorisation numbers known; empty: any
    QList<QSslCertificate> signers{}; //!< who, or whose authority, may sign assertions
    QString organisationsAuthority{}; //!< common name of the issuer that clients must have
};

//! The operations' names, of which the last is our own: that of INSi is not public.
inline constexpr QStringView traitsAction =
    u"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
inline constexpr QStringView cardAction =
    u"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale";
inline constexpr QStringView verificationAction = u"urn:ambroise:sandbox:verifierIns";
inline constexpr QStringView verificationNamespace = u"urn:ambroise:sandbox:verification";

//! Reads a request as strictly as the contract is written (SEL-MP-043 §3, DESIR_ICIR_EXP 1.5.0):
//! each element in its place, each value of its form, the assertion signed, unaltered, in its time
//! and of the professional who asks. Written from the contract, not from our client. Errors, whose
//! detail says in French what is wrong: Invalid "sandbox.contract", Denied "sandbox.assertion",
//! "sandbox.desir_550" (authorisation number not known), "sandbox.desir_560" (certificate).
Result<InsiQuestion> readQuestion(const HttpRequest &request, const InsiRules &rules);

} // namespace ambroise::sandbox
