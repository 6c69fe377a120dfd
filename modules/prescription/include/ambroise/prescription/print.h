// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>
#include <ambroise/prescription/posologyreader.h>

namespace ambroise::prescription {

//! What is said above the sheet.
enum class Sheet {
    Original,
    Duplicata,
    Specimen, //!< a demonstration practice: "Spécimen, sans valeur"
    Draft     //!< "Brouillon, ne vaut pas ordonnance"; no code
};

struct PrintedOrdonnance {
    QByteArray pdf;
    int pages = 0;
};

//! The ordonnance on A4, PDF/A-1b, with the mandatory mentions of CSP R.5132-3: one list of lines,
//! or the two zones of the form Cerfa 14465 where a line concerns an ALD. Unused space is barred,
//! lines are counted in the foot of each page, the code and the number stand in the foot of the
//! last. `code` is empty for a draft. Needs a QGuiApplication. Errors: those of codes::qrGrid and
//! PdfCanvas::finish.
Result<PrintedOrdonnance> printOrdonnance(const OrdonnanceContent &content, const QString &code,
                                          Sheet sheet = Sheet::Original);

//! What the posology of a line means, its numbers without a unit counting what the label names;
//! without readings where it makes no sense.
[[nodiscard]] PosologyReading readingOf(const Line &line);

//! The posology of a line as it is printed: with its duration and number of boxes where it does not
//! say them. The keypad's shorthand is a sentence where it has but one meaning.
[[nodiscard]] QString printedPosology(const Line &line);

//! A French phone number with its country code (CSP R.5132-3): "04 65 71 99 20" → "+33 4 65 71 99
//! 20".
[[nodiscard]] QString internationalPhone(const QString &phone);

} // namespace ambroise::prescription
