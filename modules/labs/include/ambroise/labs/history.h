// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/repository.h>

#include <QMap>

namespace ambroise::labs {

//! What an analysis gave on a day.
struct HistoryCell {
    LabReportId report{};
    LabResult result{};
    //! In the unit of its row; not a number: words.
    std::optional<double> number{};
    bool converted = false; //!< `number` is not what the laboratory wrote

    //! As the table shows it: as written, or converted and rounded to three digits after the comma.
    [[nodiscard]] QString french() const;
};

//! One analysis over the years: results of the same LOINC code whose units are the same or can be
//! converted by a sure rule; without such a code, of the same laboratory's code.
struct Analysis {
    QString key{};   //!< the same as long as the analysis is
    QString label{}; //!< of the newest result
    QString group{}; //!< the chapter
    QString unit{};
    LabCode code{};
    Reference reference{};            //!< the newest that there is
    QMap<QDate, HistoryCell> cells{}; //!< by the day of the report

    [[nodiscard]] const HistoryCell *on(QDate day) const;
    //! Those that are numbers without "<" or ">", the oldest first: what a curve joins.
    [[nodiscard]] QList<std::pair<QDate, double>> curve() const;
};

//! The results of a patient as a table: an analysis a row, a day a column.
struct History {
    QList<QDate> days{}; //!< the newest first
    QList<Analysis> analyses{};

    //! Indices of the analyses in the order of reading a day: what is abnormal then, then the
    //! chapters as the laboratories have them, then what was not asked for on that day.
    [[nodiscard]] QList<int> orderOn(QDate day) const;
    [[nodiscard]] int abnormalOn(QDate day) const;
};

//! `reports`: of the patient, for the days; results of others are left out.
[[nodiscard]] History historyOf(const QList<KeptReport> &reports, const QList<KeptResult> &results);

} // namespace ambroise::labs
