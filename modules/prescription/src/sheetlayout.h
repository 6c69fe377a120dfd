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

//! What a sheet is printed on, and what it is worth.
struct SheetKind {
    Support support = Support::Ordinary;
    Sheet sheet = Sheet::Original;
};

//! Lays an ordonnance out on its pages. All measures in points.
class SheetLayout {
public:
    SheetLayout(documents::PdfCanvas &canvas, const OrdonnanceContent &content,
                const QList<SheetLine> &lines, SheetKind kind,
                const std::optional<codes::ModuleGrid> &qr,
                const std::optional<codes::ModuleGrid> &ins);

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
    void drawExceptionMentions(double y);
    void drawCodeAndSignature();
    void drawDispenser(double x, double y);
    void drawFooter(int page, int pages);

    documents::PdfCanvas &m_canvas;
    const OrdonnanceContent &m_content;
    const QList<SheetLine> &m_lines;
    SheetKind m_kind;
    const std::optional<codes::ModuleGrid> &m_qr;
    const std::optional<codes::ModuleGrid> &m_ins; //!< the patient's INS, where it is qualified
};

} // namespace ambroise::prescription
