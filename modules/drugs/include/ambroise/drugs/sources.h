// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QUrl>

namespace ambroise::drugs {

//! A file to download from its publisher, to be saved under `name` in one folder, then imported.
struct Download {
    QString name;
    QUrl url;
    bool required = false; //!< without it the import is refused
};

//! The official addresses of the public drug base (ANSM, HAS, UNCAM; free reuse with source and
//! date).
[[nodiscard]] QList<Download> bdpmDownloads();

} // namespace ambroise::drugs
