// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QList>

namespace ambroise::documents {

//! A page that was scanned.
struct PageImage {
    QByteArray bytes{}; //!< PNG or JPEG, with its dots a metre
    int turns = 0;      //!< quarters to the right
};

//! One PDF/A-1b of them, each page as large as what was scanned. They are decoded one at a time.
//! Errors: Corrupt "document.corrupt" (one is no image), Unavailable "pdf.write".
[[nodiscard]] Result<QByteArray> pdfOf(const QList<PageImage> &pages, const QString &title);

} // namespace ambroise::documents
