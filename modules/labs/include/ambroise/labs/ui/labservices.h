// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/recheck.h>
#include <ambroise/labs/repository.h>
#include <ambroise/uikit/listrow.h>

#include <QFuture>

#include <functional>

namespace ambroise::labs::ui {

//! A file that could not be imported.
struct RefusedFile {
    QString name{};
    Error error{};
};

//! What became of the files that were dropped or chosen.
struct Imported {
    QList<LabReportId> filed{};
    QList<LabReportId> waiting{};
    int known = 0;
    QList<RefusedFile> refused{};
};

//! What the pages ask of the practice; answered within a frame, but for the import.
struct LabServices {
    //! Of the patient of the record.
    std::function<Result<QList<KeptReport>>()> reports;
    std::function<Result<QList<KeptResult>>()> results;

    std::function<Result<QList<Recheck>>()> rechecks; //!< awaited
    std::function<Status(const NewRecheck &recheck)> askRecheck;

    //! Of the practice.
    std::function<Result<QList<Recheck>>()> overdue; //!< awaited, and not come in time
    std::function<Result<QList<KeptReport>>()> unseen;
    std::function<Result<QList<KeptReport>>()> waiting;
    std::function<Result<QList<LabResult>>(LabReportId report)> resultsOf;
    std::function<Result<QList<patient::PatientSummary>>(const QList<PatientId> &ids)> patients;
    //! Who the report may be about, best first.
    std::function<Result<patient::Match>(const LabReport &report)> match;
    std::function<Result<QList<patient::PatientSummary>>(const QString &typed)> search;
    std::function<uikit::RowChip(const patient::PatientSummary &patient)> statusChip;
    std::function<Status(const KeptReport &report, PatientId patient)> file;

    //! Of both.
    std::function<Result<LabReport>(const KeptReport &report)> read;
    std::function<Status(const KeptReport &report)> markSeen;
    std::function<Status(const KeptReport &report)> markUnseen;
    std::function<Status(const KeptReport &report)> takeOut;
    std::function<Status(const Recheck &recheck)> dropRecheck;
    std::function<Status(RecheckId id)> takeBackRecheck;
    std::function<QDate()> today;
    std::function<Status(const LabFile &file)> openFile;
    std::function<QFuture<Result<Imported>>(const QStringList &paths)> import;
    std::function<QString(const Error &error)> explain;
    bool mayMarkSeen = false;
    bool mayAskRecheck = false;
    bool mayFile = false;
};

} // namespace ambroise::labs::ui
