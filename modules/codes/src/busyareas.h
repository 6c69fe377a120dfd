// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRect>

namespace ambroise::codes {

//! Where something is drawn in a grey image.
struct BusyAreas {
    //! Where two-dimensional codes may be, largest first: compact, busy all over, clear ground
    //! around. One code may show as two areas, nearly the same.
    QList<QRect> compact;
    bool blank = true; //!< nothing is drawn anywhere
};

//! `grey` has modules of 2 pixels or more.
[[nodiscard]] BusyAreas busyAreas(const QImage &grey);

} // namespace ambroise::codes
