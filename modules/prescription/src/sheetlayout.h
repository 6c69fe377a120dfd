// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/modulegrid.h>
#include <ambroise/documents/pdfcanvas.h>
#include <ambroise/prescription/print.h>

namespace ambroise::prescription {

//! A line as it is printed.
struct SheetLine {
    int number; //!< over the sheets of its support, from 1
    QString name;
    QString posology;
    QString right; //!< renewal, NR, non substituable
    bool ald;
};

//! Who prescribes, for whom, and what proves it.
struct SheetHead {
    PatientOnPaper patient;
    PrescriberOnPaper prescriber;
    QDateTime signedAt;
    QString number{};    //!< in groups; empty: it has none
    QString dispenser{}; //!< of the secured form
    std::optional<codes::ModuleGrid> qr{};
    std::optional<codes::ModuleGrid> ins{}; //!< where the identity is qualified
    std::optional<HandSignature> signature{};
};

//! What a sheet is printed on, what it is worth, and what stands above its lines.
struct SheetKind {
    Support support = Support::Ordinary;
    Sheet sheet = Sheet::Original;
    QString title{};        //!< empty: the pre-printed form has it
    QStringList mentions{}; //!< each its own paragraph
    FormRoom form{};        //!< of the secured one
};

//! The Datamatrix INS of a qualified identity (guide EXI DIF 02). One that cannot be written, such
//! as that of an ordonnance imported with half an identity, is left out: the traits stand in clear.
[[nodiscard]] std::optional<codes::ModuleGrid> insGridOf(const PatientOnPaper &patient);

//! Lays out what is prescribed on its pages. All measures in points.
class SheetLayout {
public:
    //! References outlive it.
    SheetLayout(documents::PdfCanvas &canvas, const SheetHead &head, const QList<SheetLine> &lines,
                SheetKind kind);

    //! Draws everything; answers the number of pages.
    int draw();

private:
    //! Lines of one zone that share a page; a page has one zone, or two on a bizone sheet.
    struct Zone {
        QString title; //!< empty: no frame
        QString strongTitle;
        QList<SheetLine> lines;
    };
    using Page = QList<Zone>;

    [[nodiscard]] QList<Page> paginated() const;
    [[nodiscard]] QList<QList<SheetLine>> chunks(const QList<SheetLine> &lines, double room) const;
    [[nodiscard]] double heightOf(const SheetLine &line) const;
    //! The pre-printed form has its own head, foot and square for the number of drugs.
    [[nodiscard]] bool isPrePrinted() const { return m_kind.support == Support::Secured; }
    [[nodiscard]] bool isBizone() const;
    [[nodiscard]] double patientTop() const;
    [[nodiscard]] double titleHeight() const;
    [[nodiscard]] double mentionsHeight() const;
    [[nodiscard]] double footerTop() const;
    [[nodiscard]] double bodyTop() const;
    [[nodiscard]] double bodyBottom(bool last) const;

    void drawMention();
    void drawHeader();
    void drawPatient();
    void drawInsBox();
    void drawTitle();
    void drawPage(const Page &page, bool last);
    void drawZone(const Zone &zone, double top, double bottom);
    double drawLine(const SheetLine &line, double x, double y, double width);
    void drawUnused(double left, double right, double top, double bottom);
    void drawCodeAndSignature();
    void drawDispenser(double x, double y);
    void drawFooter(int page, int pages);

    documents::PdfCanvas &m_canvas;
    const SheetHead &m_head;
    const QList<SheetLine> &m_lines;
    SheetKind m_kind;
};

} // namespace ambroise::prescription
