// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/record/entry.h>

#include <QDate>
#include <QStringList>

#include <optional>

namespace ambroise::record {

//! Taken for good (« fond »), or for a time or at need (« ponctuel »).
enum class TreatmentUse { Unspecified, Chronic, Occasional };

enum class StopReason {
    Unspecified,
    PlannedEnd,
    Ineffective,
    SideEffect,
    ContraIndication,
    Replaced,
    PatientWish,
    Other
};

[[nodiscard]] QString code(TreatmentUse use); //!< "chronic", "occasional", "-"; stable
[[nodiscard]] TreatmentUse treatmentUseOf(QStringView code); //!< unknown: unspecified

[[nodiscard]] QString code(StopReason reason); //!< "side_effect"; stable
[[nodiscard]] std::optional<StopReason> stopReasonOf(QStringView code);
//! Those that can be chosen, in the order in which they are offered.
[[nodiscard]] QList<StopReason> stopReasons();

//! That a treatment was stopped, and why.
struct TreatmentStop {
    QDate day{};
    StopReason reason = StopReason::Unspecified;
    QString words{}; //!< what was typed beside it

    friend bool operator==(const TreatmentStop &, const TreatmentStop &) = default;
};

//! Errors: Invalid "treatment.stop_reason" (none, or Other without words), "treatment.stop_words"
//! (above 200 characters), "treatment.stop_day" (none, after today, or before `started`, where that
//! is known).
Status checkStop(const TreatmentStop &stop, QDate started, QDate today);

//! What is known of a treatment besides its name (the title) and its posology (the body). Kept in
//! NewEntry::unit as "chronic 2026-12-31 2026-11-27 side_effect toux", "-" for what is not known.
struct TreatmentDetails {
    TreatmentUse use = TreatmentUse::Unspecified;
    QDate plannedEnd{}; //!< the last day; invalid: none is known
    std::optional<TreatmentStop> stop{};

    [[nodiscard]] QString stored() const; //!< empty where nothing is known
    //! What is not known is unspecified.
    static TreatmentDetails fromStored(QStringView stored);

    friend bool operator==(const TreatmentDetails &, const TreatmentDetails &) = default;
};

//! The last day that was typed: a date, or how long it is taken, « 10 j », « 3 mois », counted from
//! its start where that is a day, else from today. Nothing typed: none. Error: Invalid
//! "treatment.planned_end".
Result<std::optional<QDate>> plannedEndTyped(const QString &typed, QDate start, QDate today);

//! Its end was planned for a day that has passed, and nobody said that it was stopped: it stays.
[[nodiscard]] bool isPastPlannedEnd(const NewEntry &treatment, QDate today);

//! The treatment that holds no more; by a revision, it is never deleted. Errors: those of
//! checkStop; Conflict "treatment.stopped" (already).
Result<NewEntry> stopped(NewEntry treatment, const TreatmentStop &stop, QDate today);
//! The stop is taken back: it holds again.
[[nodiscard]] NewEntry resumed(NewEntry treatment);
//! The same, taken for good or for a time; what else is known of it stays.
[[nodiscard]] NewEntry takenAs(TreatmentUse use, NewEntry treatment);

} // namespace ambroise::record
