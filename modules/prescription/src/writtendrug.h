// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ambroise::prescription {

//! A drug as people write it where they chose none in the base: « Metformine 1000 mg ».
struct WrittenDrug {
    QString name{}; //!< what stands before the strength
    QString
        strength{}; //!< "1000 mg"; empty where none is told, and of a volume or of several parts
};

[[nodiscard]] WrittenDrug writtenDrug(const QString &text);

} // namespace ambroise::prescription
