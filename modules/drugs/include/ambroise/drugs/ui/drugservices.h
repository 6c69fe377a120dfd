// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>

#include <functional>

namespace ambroise::drugs::ui {

//! What the drug widgets ask of the practice. All answer within a frame.
struct DrugServices {
    std::function<Result<QList<Drug>>(const QString &typed)> search;
    std::function<Result<DrugDetail>(const QString &cis)> detail;
    std::function<QString(const Error &error)> explain;
    std::function<QDate()> today; //!< what has ended by then is no longer an alert
};

} // namespace ambroise::drugs::ui
