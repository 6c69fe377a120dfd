// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bdpmrows.h"

namespace ambroise::drugs {

//! What sorts drugs before anything else, as the table keeps it.
enum class Standing { Marketed, NotMarketed, Homeopathic };

inline bool isMarketed(QStringView marketing)
{
    return marketing == u"Commercialisée";
}

inline bool isMarketedBox(QStringView status, QStringView marketing)
{
    return status == u"Présentation active" && marketing == u"Déclaration de commercialisation";
}

inline Standing standingOf(const DrugRow &row)
{
    if (row.procedure.startsWith(u"Enreg homéo"))
        return Standing::Homeopathic;
    return isMarketed(row.marketing) ? Standing::Marketed : Standing::NotMarketed;
}

} // namespace ambroise::drugs
