// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printplan.h"

#include <QFuture>

#include <functional>
#include <optional>

//! Documents go to the printers of this post, without a question where their paper is known.
namespace ambroise::app {

//! Where secured paper is this time, while the post does not know it.
struct PaperQuestion {
    QList<Missing> missing; //!< why it is asked; empty: nothing was chosen
    QList<MachinePrinter> machine;
    PaperChoice before; //!< what was chosen once
};

//! The printers, and who can be asked.
struct PrintMachine {
    std::function<QList<MachinePrinter>()> printers; //!< on another thread
    //! Answers nothing where it is given up.
    std::function<std::optional<PaperChoice>(const PaperQuestion &question)> ask;
    //! Errors: those of printJob. On another thread.
    std::function<Status(const QByteArray &pdf, const QString &title, const PrintJob &job)> send;

    //! Those of this machine; asks in a window over the one in front.
    static PrintMachine real();
};

//! A job on its printer. Errors: those of paintPages.
Status printJob(const QByteArray &pdf, const QString &title, const PrintJob &job);

//! What became of a document of which something was handed to a printer.
struct SentPaper {
    //! To which printers, and what was missing, as it is said after « envoyée à ».
    QString told{};
    QList<PrintPart> left{}; //!< what did not go out, though its printer was there
    //! Which sheets went out to which printer and which did not; empty: all of them went.
    QString leftTold{};
};

//! Sends each part on its paper, on other threads; a part that fails keeps none of the others back.
//! The jobs are called `title`, which names no patient: other people read the queue of a printer.
//! Nothing is sent before all is known. Errors, nothing is out: NotFound "print.none" (no printer),
//! "print.no_default"; Cancelled "print.given_up" (asked for the secured paper, nobody said where
//! it is); those of paintPages.
[[nodiscard]] QFuture<Result<SentPaper>>
printParts(const QByteArray &pdf, const QString &title, const QList<PrintPart> &parts,
           const PrintMachine &machine = PrintMachine::real());

//! The whole of a document on one kind of paper: to which printer, as SentPaper::told.
[[nodiscard]] QFuture<Result<QString>> printAs(PaperKind kind, const QByteArray &pdf,
                                               const QString &title);

} // namespace ambroise::app
