// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cmath>

namespace ambroise::prescription {

//! With a decimal comma, no thousands separator, three significant decimals at most (HAS
//! référentiel LAP, criteria 42 to 44).
inline QString numberText(double value)
{
    const double rounded = std::round(value * 1000) / 1000;
    return QString::number(rounded, 'f', QLocale::FloatingPointShortest).replace(u'.', u',');
}

} // namespace ambroise::prescription
