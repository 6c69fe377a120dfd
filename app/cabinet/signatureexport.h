// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

namespace ambroise::app {

//! What an ordonnance's card signature is handed on as, for whoever verifies it without Ambroise.
struct ExportedSignature {
    QString content;   //!< its canonical form: "ordonnance-23ABC….json"
    QString signature; //!< CAdES-BES of that file, DER: the same name with ".p7s"
    QString howTo;     //!< what verifies the one by the other, in one sentence: ".txt"
};

//! Writes the three side by side in that folder, readable by their owner alone, all or none, once
//! the signature is verified; journaled. Errors: NotFound "ordonnance.no_card_signature";
//! Unavailable "signature.write"; those of CardSignatureRepository::of.
Result<ExportedSignature> exportCardSignature(Practice &practice, const access::Session &session,
                                              const QString &number, const QString &folder);

//! Asks for the folder; answers what was written, in one sentence, empty where it is given up.
Result<QString> exportCardSignatureWhereAsked(Practice &practice, const access::Session &session,
                                              const QString &number, QWidget *parent);

} // namespace ambroise::app
