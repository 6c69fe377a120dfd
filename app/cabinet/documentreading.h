// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/mrz.h>
#include <ambroise/codes/twoddoc.h>
#include <ambroise/identity/ui/identitypage.h>

namespace ambroise::app {

//! What a document told, for the page that compares: from the text of its zone or of its 2D-Doc.
//! `trust`: whose 2D-Doc are believed; one signed by others is compared, and says so. Errors: those
//! of Mrz::parse and TwoDDoc; Corrupt "twoddoc.forged".
Result<identity::ui::ReadDocument> readDocument(const QString &text,
                                                const codes::TwoDDocTrust &trust, QDate today);
//! The same from a photograph, a scan or a PDF: a 2D-Doc where there is one, else the machine
//! readable zone. Seconds of work. Errors also: those of the readers.
Result<identity::ui::ReadDocument> readDocumentFile(const QString &path,
                                                    const codes::TwoDDocTrust &trust, QDate today);

} // namespace ambroise::app
