// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/prescription/check.h>
#include <ambroise/storage/connection.h>

#include <QDate>

#include <optional>

namespace ambroise::prescription {

//! What somebody prescribed in a period, for themselves to look at (HAS référentiel LAP
//! 2016, 1.10): counts, never a name of a patient.
struct PrescribingFeedback {
    //! Something counted: a class by its ATC code of three signs ("C09"), a substance by its name.
    struct Count {
        QString name{};
        int lines = 0;
        QStringList examples{}; //!< of a class: its substances that were prescribed most
        friend bool operator==(const Count &, const Count &) = default;
    };
    struct Month {
        QDate first{};
        int ordonnances = 0;
        int lines = 0;
        friend bool operator==(const Month &, const Month &) = default;
    };
    //! Of one kind of check.
    struct Alerts {
        CheckKind kind{};
        int shown = 0;  //!< those that were folded are not counted
        int passed = 0; //!< passed over with a reason
        friend bool operator==(const Alerts &, const Alerts &) = default;
    };

    int ordonnances = 0; //!< in force
    int cancelled = 0;
    int lines = 0;
    int byDenomination = 0; //!< named by their substance (DC), with a drug of the base or without
    int inGenericGroup = 0; //!< of a drug that a generic group has
    int nonSubstitutable = 0;
    int ald = 0;
    QList<Month> months{};     //!< each of the period, the oldest first
    QList<Count> classes{};    //!< the most prescribed first
    QList<Count> substances{}; //!< the most prescribed first
    int unclassed = 0;      //!< lines whose drug has no ATC code in the base, or that have no drug
    QList<Alerts> alerts{}; //!< of the kinds that were shown

    friend bool operator==(const PrescribingFeedback &, const PrescribingFeedback &) = default;
};

//! Of what `prescriber` (none: everybody) signed from the first day to the last. What it knows of
//! the drugs is the base of today. Errors: those of the storage; Corrupt "ordonnance.format".
Result<PrescribingFeedback> feedbackOf(storage::Connection &db, std::optional<UserId> prescriber,
                                       QDate from, QDate to);

} // namespace ambroise::prescription
