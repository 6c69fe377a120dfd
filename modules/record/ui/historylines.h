// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QStringList>

namespace ambroise::record::ui {

//! What of the history is shown.
enum class HistoryFilter {
    Everything,
    Notes,
    Ordonnances,
    Results,
    Letters,
    Documents,
    Measures, //!< by the moment at which they were taken; among everything they are left out
    Vaccinations
};

[[nodiscard]] QStringList filterWords(); //!< by the value of the enumeration
[[nodiscard]] bool passes(const Entry &line, HistoryFilter filter);

//! What was measured at one moment is one line; newest first as its measures are.
[[nodiscard]] QList<Entry> measureLines(const QList<Entry> &measures);
[[nodiscard]] int momentsOf(const QList<Entry> &measures); //!< how many lines that makes
//! Both newest first.
[[nodiscard]] QList<Entry> merged(const QList<Entry> &one, const QList<Entry> &other);

} // namespace ambroise::record::ui
