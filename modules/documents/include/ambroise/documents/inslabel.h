// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>

#include <QByteArray>
#include <QList>

namespace ambroise::documents {

//! How labels lie on what goes through the printer. Millimetres.
struct LabelSheet {
    QString code{};       //!< stable: "roll-57x32"
    QString name{};       //!< as the maker calls it: "Rouleau 57 × 32 mm"
    double pageWidth = 0; //!< of a sheet, or of one label of a roll
    double pageHeight = 0;
    double width = 0; //!< of one label
    double height = 0;
    int columns = 1;
    int rows = 1;
    double left = 0; //!< of the first label
    double top = 0;
    double stepX = 0; //!< from one label's edge to the next one's
    double stepY = 0;

    [[nodiscard]] int count() const { return columns * rows; }
    friend bool operator==(const LabelSheet &, const LabelSheet &) = default;
};

//! Those that practices buy; the first is the usual one.
[[nodiscard]] QList<LabelSheet> labelSheets();

//! Where on the sheet the first label goes, and how far the printer is off.
struct LabelStart {
    int position = 0;  //!< labels already used on the first sheet
    double shiftX = 0; //!< millimetres to the right
    double shiftY = 0; //!< millimetres downwards
    //! Draws the edges of the labels and bars those already used: to set a printer, to look at.
    bool outlined = false;
};

//! The label of a qualified identity: its traits, the matricule with its nature, the Datamatrix INS
//! with « INS à scanner » (guide EXI DIF 02; ANS, format datamatrix INS v2.2 §6). A PDF. Errors:
//! Denied "label.not_qualified" (someone among them is not), Invalid "label.none", "label.start"
//! (no such place on the sheet); those of codes::InsPayload and PdfCanvas.
Result<QByteArray> insLabels(const QList<patient::PatientDetails> &patients,
                             const LabelSheet &sheet, const LabelStart &start = {});

//! What the Datamatrix INS of a qualified identity holds. Errors: Denied "label.not_qualified";
//! those of codes::InsPayload.
Result<QByteArray> insPayloadOf(const identity::Identity &identity);

} // namespace ambroise::documents
