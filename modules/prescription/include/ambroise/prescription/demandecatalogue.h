// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demande.h>

namespace ambroise::prescription {

//! What a search in the catalogue offers: one item, or a panel of several.
struct CatalogueEntry {
    QString label{};
    QList<DemandeItem> items{};

    [[nodiscard]] bool isPanel() const { return items.size() > 1; }
};

//! The usual examinations, care and devices, found by the beginnings of their words.
class DemandeCatalogue {
public:
    //! The one that comes with the program. Error: Corrupt "demande.catalogue".
    static Result<DemandeCatalogue> load();
    //! Tables as resources/demandes/README.md tells them. Error: Corrupt "demande.catalogue".
    static Result<DemandeCatalogue> read(const QString &biology, const QString &panels,
                                         const QString &acts);

    //! Those in which each typed word begins a word; panels first, then in the order of the table.
    [[nodiscard]] QList<CatalogueEntry> find(DemandeKind kind, const QString &typed,
                                             int limit) const;
    [[nodiscard]] QList<CatalogueEntry> all(DemandeKind kind) const;

private:
    struct Row {
        DemandeKind kind;
        QStringList words;
        CatalogueEntry entry;
    };
    QList<Row> m_rows;
};

} // namespace ambroise::prescription
