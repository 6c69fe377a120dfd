// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/insiservice.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace ambroise::insi {

//! Who calls, as each envelope tells it (ContexteLPS, ContexteBAM).
struct Caller {
    QString idam{};     //!< the editor's authorisation number, of the CNDA
    QString name{};     //!< of the program
    QString version{};  //!< of the program
    QString instance{}; //!< UUID of this installation
    QString emitter{};  //!< emitterOf(certificate), or the NameID of the assertion
};

//! The id of the structure (OU) on an organisation's certificate of IGC-Santé; empty without one.
[[nodiscard]] QString emitterOf(const QSslCertificate &certificate);

//! The names of the verification's elements, which are not public: whoever has the contract of
//! WS_INS3 tells them.
struct VerificationContract {
    QString action{};
    QString xmlNamespace{};
    QString request{}; //!< element of the body
    QString answer{};  //!< element of the answer's body

    friend bool operator==(const VerificationContract &, const VerificationContract &) = default;
};

//! One operation: its action and the content of soap:Body.
struct Operation {
    QString action{};
    QByteArray body{};
};
[[nodiscard]] Operation searchByTraits(const identity::InsiTraits &traits);
[[nodiscard]] Operation searchByCard(const identity::InsiCardKey &key);
[[nodiscard]] Operation verification(const VerificationContract &contract, const identity::Ins &ins,
                                     const identity::InsiTraits &traits);

//! The whole SOAP 1.2 envelope, UTF-8. `assertions`: signed SAML, put in as they are; none:
//! without wsse:Security, as with an organisation's certificate. `now`: UTC. `messageId`:
//! "uuid:…".
//! Source: SEL-MP-043 §3; DESIR_ICIR_EXP 1.5.0.
[[nodiscard]] QByteArray envelope(const Caller &caller, const Operation &operation,
                                  const QList<QByteArray> &assertions, const QDateTime &now,
                                  const QString &messageId);

} // namespace ambroise::insi
