// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/handsignature.h>
#include <ambroise/prescription/formroom.h>
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

//! Pages that are printed on one kind of paper.
struct SupportPages {
    Support support{};
    int first = 1; //!< from 1
    int count = 0;
    friend bool operator==(const SupportPages &, const SupportPages &) = default;
};

//! What a sheet owes to the post and to who signs.
struct SheetDress {
    FormRoom form{}; //!< of the secured form
    //! Drawn where it is signed, but on drafts; none: the place is left for the hand.
    std::optional<HandSignature> signature{};
};

struct PrintedOrdonnance {
    QByteArray pdf;
    int pages = 0;
    QList<SupportPages> supports{}; //!< in the order of the pages
};

//! The ordonnance on A4, PDF/A-1b, with the mandatory mentions of CSP R.5132-3: one list of lines,
//! or the two zones of the form Cerfa 14465 where a line concerns an ALD. Lines of another support
//! have sheets of their own, that of médicaments d'exception with the mentions of Cerfa 12708, the
//! secured one without a head, in the room that the pre-printed form leaves, its doses in full
//! letters (CSP R.5132-29). Unused space is barred, lines are counted in the foot of each page, the
//! code and the number stand in the foot of each sheet's last. `code` is empty for a draft. Needs a
//! QGuiApplication. Errors: those of codes::qrGrid and PdfCanvas::finish.
Result<PrintedOrdonnance> printOrdonnance(const OrdonnanceContent &content, const QString &code,
                                          Sheet sheet = Sheet::Original,
                                          const SheetDress &dress = {});

//! What the posology of a line means, its numbers without a unit counting what the label names;
//! without readings where it makes no sense.
[[nodiscard]] PosologyReading readingOf(const Line &line);

//! The posology of a line as it is printed: with its duration and number of boxes where it does not
//! say them. The keypad's shorthand is a sentence where it has but one meaning.
[[nodiscard]] QString printedPosology(const Line &line);

//! The posology of a line in full letters, with its duration; none where that cannot be said so.
[[nodiscard]] std::optional<QString> posologyInLetters(const Line &line);

//! A French phone number with its country code (CSP R.5132-3): "04 65 71 99 20" → "+33 4 65 71 99
//! 20".
[[nodiscard]] QString internationalPhone(const QString &phone);

} // namespace ambroise::prescription
