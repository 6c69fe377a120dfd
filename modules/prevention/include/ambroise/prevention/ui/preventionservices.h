// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/repository.h>
#include <ambroise/prevention/vaccines.h>

#include <functional>

namespace ambroise::prevention::ui {

//! What the page shows of a patient.
struct PreventionView {
    QList<DueItem> items;
    QList<Vaccination> vaccinations; //!< the newest first
};

//! The drug that a box is of.
struct BoxDrug {
    QString label;
    QString cis;
};

//! What the page asks of the practice, answered within a frame.
struct PreventionServices {
    std::function<Result<PreventionView>()> load;
    std::function<Result<VaccinationId>(const VaccinationRecord::Parts &parts)> addVaccination;
    std::function<Status(VaccinationId id)> removeVaccination;
    std::function<Result<ActId>(const Act &act)> addAct;
    std::function<Status(ActId id)> removeAct;
    //! Error: NotFound "drug.unknown".
    std::function<Result<BoxDrug>(const QString &cip13)> drugOf;
    std::function<Status()> printCertificate;
    std::function<QString(const Error &error)> explain;
    const RuleBook *book = nullptr;
    const Vaccines *vaccines = nullptr;
    QString me{};          //!< who vaccinates, unless told otherwise
    bool mayWrite = false; //!< else the page is read only
};

} // namespace ambroise::prevention::ui
