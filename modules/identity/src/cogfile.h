// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/birthplaces.h>

namespace ambroise::identity::cog {

//! What one file of the COG tells, by the names of its columns.
struct File {
    enum class Kind { Communes, Countries, Populations, Other };
    Kind kind = Kind::Other;
    QList<Place> places{};
    QHash<QString, int> populations{};
    QList<CogRejected> rejected{};
    QDate newest{};
};

//! UTF-8, with comma or semicolon, values in quotes or not (RFC 4180). Error: Invalid
//! "cog.columns".
Result<File> read(const QString &name, const QByteArray &content);

//! For searching: capitals without accents, words with a space between, "st" and "ste" written out.
[[nodiscard]] QString folded(QStringView name);

} // namespace ambroise::identity::cog
