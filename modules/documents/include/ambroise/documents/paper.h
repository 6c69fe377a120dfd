// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/pdfcanvas.h>
#include <ambroise/patient/patient.h>

#include <QStringList>

#include <optional>

//! What the practice's prints share: margins, head, who the patient is. Points, A4.
namespace ambroise::documents {

struct Paper {
    static constexpr double millimetre = 72 / 25.4;
    static constexpr double left = 40;
    static constexpr double width = PdfCanvas::pageWidth - 2 * left;
    static constexpr double top = 34;
    static constexpr double bottom = 800;
};

//! The head of every print, line by line: who writes at the left (the first line in bold), the
//! practice at the right.
struct PaperHead {
    QStringList left;
    QStringList right;
    QString city;
    bool specimen = false; //!< a demonstration practice: « Spécimen, sans valeur »
    bool draft = false;    //!< not signed: « Brouillon »
    //! Drawn where who writes signs, unless it is a draft.
    std::optional<HandSignature> signature{};

    //! What the page says at its top of its worth; empty: an original.
    [[nodiscard]] QString mention() const;
};

//! What the INS box of a print holds, of a qualified identity only (RNIV EXI SI 08; guide EXI DIF
//! 02).
struct InsBox {
    QString matricule{}; //!< grouped
    QString nature{};    //!< "NIR"
    QString surname{};
    QString givenNames{}; //!< the whole list
    QString sex{};        //!< "F"
    QDate birth{};
    QString birthPlace{};                        //!< its code
    std::optional<codes::ModuleGrid> datamatrix; //!< nothing: it could not be written

    static constexpr double height = 62;
    static constexpr double codeSide = 17 * Paper::millimetre;
};

//! Whose paper it is, ready to be printed.
struct PaperPatient {
    QString name; //!< birth surname in capitals, first given name
    QString usedName{};
    QString sex; //!< "F"
    QDate birth;
    std::optional<InsBox> ins{};
};

[[nodiscard]] PaperPatient paperPatientOf(const patient::PatientDetails &details);
//! To whom a letter goes, line by line.
[[nodiscard]] QStringList addressLines(const patient::PatientDetails &details);

//! Draws the head at the top of the page; answers where it ends.
double drawHead(PdfCanvas &canvas, const PaperHead &head);
//! Only what the page is worth, for the pages after the first; answers where it ends.
double drawMention(PdfCanvas &canvas, const PaperHead &head);
//! Name, name used, sex, birth and age; answers where it ends.
double drawPatient(PdfCanvas &canvas, double x, double y, double width, const PaperPatient &patient,
                   QDate day);
//! A frame of InsBox::height with the traits in clear and the Datamatrix INS.
void drawInsBox(PdfCanvas &canvas, double x, double y, double width, const InsBox &ins);

} // namespace ambroise::documents
