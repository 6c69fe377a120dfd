// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

namespace ambroise::prescription {

//! What is new in an ordonnance since an earlier one (LAP-19). The same drug is the same CIS, or
//! the same name where one of them has none; what is said of it is compared as it is printed.
struct LineChanges {
    enum class Change { Added, Renewed, OtherDose };

    QList<Change> lines{}; //!< one for each line of now
    QList<Line> before{};  //!< what each goes on with; a line without label: nothing
    QList<Line> stopped{}; //!< those of the earlier one that have no line now

    [[nodiscard]] static LineChanges between(const QList<Line> &earlier, const QList<Line> &now);
};

//! The posology of a line as it is printed, without what does not change the dose: how long, how
//! many boxes, what is added in words. What is not read as a posology is as it was typed.
[[nodiscard]] QString doseSentence(Line line);

//! The lines as they are written again: what was said of a day is not said any more.
[[nodiscard]] QList<Line> renewed(QList<Line> lines);

//! The lines of the ALD before the others, as the sheet has them; else in their order. `selected`
//! goes with its line.
[[nodiscard]] QList<Line> inZones(const QList<Line> &lines, int &selected);

} // namespace ambroise::prescription
