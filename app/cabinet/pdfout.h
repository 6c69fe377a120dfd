// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postprinters.h"

#include <QByteArray>

class QPrinter;
class QWidget;

//! A document of the practice leaves it: on paper, or in a file where the user says. No temporary
//! file.
namespace ambroise::app {

enum class Outcome { Done, GivenUp };

//! Which pages of a document.
struct PageRange {
    int first = 1; //!< from 1
    int count = 0; //!< 0: to the last one
};

//! Each of these pages, whole, at its true size, on paper of the first one's. Errors: Corrupt
//! "pdf.corrupt", also where there are no such pages; Unavailable "print.failed".
Status paintPages(const QByteArray &pdf, QPrinter &printer, PageRange range = {});

//! Asks for a printer, that of the kind of paper and its number of copies proposed. Errors: those
//! of paintPages.
Result<Outcome> printPdfAs(PaperKind kind, const QByteArray &pdf, QWidget *parent);
//! The same for a document without a paper of its own.
Result<Outcome> printPdf(const QByteArray &pdf, QWidget *parent);

//! Asks for a place, `name` proposed. Readable by its owner alone: what leaves a practice tells of
//! somebody's health, or opens it. Error: Unavailable "pdf.write".
Result<Outcome> savePdf(const QByteArray &pdf, const QString &name, QWidget *parent);

} // namespace ambroise::app
