// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/core/result.h>

#include <QDateTime>
#include <QList>

#include <optional>

namespace ambroise::dispensing {

using DispensationId = Id<struct DispensationTag>;

enum class Outcome {
    Dispensed,    //!< what was due this time
    Partly,       //!< less than was due
    Later,        //!< not this time, at the patient's wish or because it is too early
    NotDispensed, //!< refused, with a reason
};

[[nodiscard]] QString code(Outcome outcome); //!< "dispensed"; stable
[[nodiscard]] std::optional<Outcome> outcomeOf(QStringView code);

//! What was done with one line of the ordonnance.
struct LineOutcome {
    int line = 0; //!< from 0, as on the ordonnance
    Outcome outcome = Outcome::Dispensed;
    QString cip13{}; //!< of the box given; empty where none was scanned
    QString label{}; //!< what was given
    int boxes = 0;
    bool substituted = false;
    QString lot{};
    QString reason{}; //!< of a refusal or a partial delivery

    friend bool operator==(const LineOutcome &, const LineOutcome &) = default;
};

//! What a pharmacy recorded at one time.
struct Dispensation {
    DispensationId id;
    QString number; //!< of the ordonnance
    QDateTime at;
    UserId author{};
    QString authorName{};
    QString pharmacy{};
    QList<LineOutcome> lines;
};

//! Where a line stands after everything that was recorded.
enum class LineState { Open, PartlyDispensed, Dispensed, NotDispensed };

} // namespace ambroise::dispensing
