// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "machineprinters.h"
#include "postprinters.h"

#include <ambroise/prescription/print.h>

namespace ambroise::app {

//! Pages of a document that go on one kind of paper.
struct PrintPart {
    PaperKind kind = PaperKind::Other;
    int first = 1; //!< from 1
    int count = 0; //!< 0: to the last one
    friend bool operator==(const PrintPart &, const PrintPart &) = default;
};

//! What is handed to one printer.
struct PrintJob {
    QString printer; //!< as the machine calls it
    QString tray{};  //!< as the printer calls it; empty: the one that it chooses
    int copies = 1;
    PrintPart part{};
    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

//! Something chosen that is not there any more, in whose place another was taken.
struct Missing {
    PaperKind kind = PaperKind::Other;
    QString printer{};
    QString tray{}; //!< empty: the whole printer is missing
    friend bool operator==(const Missing &, const Missing &) = default;
};

//! What becomes of a document at this post. It is all known before the first page is sent.
struct PrintPlan {
    QList<PrintJob> jobs{}; //!< in the order of the pages
    QList<Missing> missing{};
    //! Secured paper of which nobody knows where it is: to be asked. On plain paper such an
    //! ordonnance is worth nothing (CSP R.5132-5).
    QList<PrintPart> toAsk{};
    QList<PrintPart> nowhere{}; //!< the machine has no default printer
};

//! Each part on the printer, tray and number of copies chosen for its kind. What is missing is
//! printed on the machine's default printer, or from the tray that the printer chooses, and told;
//! secured paper is asked for instead.
[[nodiscard]] PrintPlan planOf(const QList<PrintPart> &parts, const PostPrinters &chosen,
                               const QList<MachinePrinter> &machine);

//! The parts of an ordonnance: one a support. Without supports all of it is on plain paper.
[[nodiscard]] QList<PrintPart> printPartsOf(const prescription::PrintedOrdonnance &printed);

} // namespace ambroise::app
