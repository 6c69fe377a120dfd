// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

#include <ambroise/crypto/secret.h>

#include <QUrl>

namespace ambroise::app {

//! How this post reaches INSi: the address and the organisation's certificate. Kept in the
//! practice's folder, sealed with its key.
struct InsiSetup {
    QUrl endpoint{};
    QString idam{};            //!< the editor's authorisation number
    QString instance{};        //!< names this installation to the service
    QByteArray anchors{};      //!< PEM: who the service's certificate must come from
    QByteArray chain{};        //!< PEM: our certificate first
    crypto::SecretBytes key{}; //!< PEM: its private key
    bool production = true;    //!< false: a stand-in or the test platform

    //! Nothing: not set up here. Error: Corrupt "insi.setup".
    static Result<std::optional<InsiSetup>> load(const Practice &practice);
    //! From a JSON file: endpoint, idam, instance, production, and the names of the PEM files
    //! beside it: anchors, certificate, key. What `ambroise-sandbox --folder` writes as insi.json,
    //! and what a practice puts together with the certificates that it ordered. Errors: NotFound
    //! "insi.setup_file" (detail: which), Corrupt "insi.setup".
    static Result<InsiSetup> fromFile(const QString &path);
    //! Errors: Unavailable "practice.folder"; those of the journal.
    Status save(Practice &practice, const audit::Actor &actor) const;
};

} // namespace ambroise::app
