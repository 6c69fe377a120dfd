// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/sources.h>

#include "bdpmfiles.h"

namespace ambroise::drugs {

QList<Download> bdpmDownloads()
{
    const QString base = u"https://base-donnees-publique.medicaments.gouv.fr/download/file/"_qs;
    QList<Download> downloads;
    for (const Layout &layout : layouts()) {
        // The ANSM's, whose addresses have the day of each edition.
        if (layout.file == BdpmFile::HybridGroups || layout.file == BdpmFile::Hybrids)
            continue;
        const QString name = QStringView(layout.name).toString();
        downloads.append({name, QUrl(base + name), layout.required});
    }
    return downloads;
}

} // namespace ambroise::drugs
