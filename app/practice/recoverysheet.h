// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/recoverykey.h>

#include <QDate>

namespace ambroise::app {

//! The page that a new practice prints once: the recovery key in groups and as a QR code, what it
//! is for, where to keep it. PDF/A-1b, one page. Errors: those of codes::qrGrid and
//! PdfCanvas::finish.
Result<QByteArray> recoverySheet(const QString &practice, const crypto::RecoveryKey &key,
                                 QDate day);

} // namespace ambroise::app
