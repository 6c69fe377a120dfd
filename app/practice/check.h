// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice.h"

namespace ambroise::app {

//! Something that is not as it should be.
struct Finding {
    QString code{};   //!< stable: "database", "journal", "document", "ordonnance", "lab_report",
                      //!< "reference", "certificate"
    QString detail{}; //!< which one: a number, an id; never patient data
};

//! Looks at everything: pages and indexes of the database, the chain of the journal, every stored
//! document, every signed ordonnance against its signature, the file of
//! every report, references between tables. Reads only.
Result<QList<Finding>> checkPractice(Practice &practice, const Progress &progress = {});

} // namespace ambroise::app
