// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/crypto/secret.h>

#include <QUrl>

#include <chrono>
#include <optional>

namespace ambroise::app {

//! What a call with a card says of its holder besides their number (SEL-MP-043, mode CPx).
struct InsiCaller {
    QString billingId{}; //!< identifiantFacturation
    QString sector{};    //!< secteurActivite, "SA07"
    QString specialty{}; //!< codeSpecialite; empty: left out
    // Of a card whose key is in a file, as the ANS has for tests: for a program without a reader,
    // and never kept in a practice.
    QString nationalId{};      //!< IdNat PS
    QByteArray certificate{};  //!< PEM
    crypto::SecretBytes key{}; //!< PEM; empty: in the card
};

//! The names of the operation that verifies an INS, which are not public: whoever has its contract
//! writes them into the configuration.
struct InsiVerificationNames {
    QString action{};
    QString xmlNamespace{};
    QString request{}; //!< element of the body
    QString answer{};  //!< element of the answer's body
};

//! How this post reaches INSi: the address and the organisation's certificate, or the card of who
//! is signed in. Kept in the practice's folder, sealed with its key.
struct InsiSetup {
    QUrl endpoint{};
    QString idam{};                   //!< the editor's authorisation number
    QString instance{};               //!< names this installation to the service
    QByteArray anchors{};             //!< PEM: who the service's certificate must come from
    QByteArray chain{};               //!< PEM: our certificate first; empty with a card
    crypto::SecretBytes key{};        //!< PEM: its private key
    crypto::SecretBytes passphrase{}; //!< of that key; empty: it has none
    std::chrono::milliseconds deadline{15'000}; //!< of one call
    std::optional<InsiCaller> card{};
    std::optional<InsiVerificationNames> verification{}; //!< none: no INS is verified from here
    bool production = true;                              //!< false: a stand-in or the test platform

    //! Nothing: not set up here. Error: Corrupt "insi.setup".
    static Result<std::optional<InsiSetup>> load(const Practice &practice);
    //! From a JSON file: endpoint, idam, instance, production, and the names of the PEM files
    //! beside it: anchors, certificate, key, with passphrase where it has one; with a card instead
    //! of the latter three `signer`, an object: billing_id, sector, specialty, and where its key is
    //! in a file national_id, certificate, key; deadline_ms; where its contract is known
    //! `verification`, an object: action, namespace, request, answer. What `ambroise-sandbox
    //! --folder` writes as insi.json, and what a practice puts together with the certificates that
    //! it ordered. Errors: NotFound "insi.setup_file" (detail: which), Corrupt "insi.setup".
    static Result<InsiSetup> fromFile(const QString &path);
    //! Errors: Unavailable "practice.folder"; those of the journal.
    Status save(Practice &practice, const audit::Actor &actor) const;
};

} // namespace ambroise::app
