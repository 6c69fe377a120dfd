// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/modulegrid.h>
#include <ambroise/core/handsignature.h>
#include <ambroise/core/result.h>

#include <QBuffer>
#include <QRectF>
#include <QString>

#include <memory>

class QPainter;
class QPdfWriter;

namespace ambroise::documents {

//! How text stands on paper (Inter, black; codes in a fixed width).
struct TextStyle {
    double points = 10;
    bool bold = false;
    bool mono = false;
    Qt::Alignment alignment = Qt::AlignLeft;
    double lineFactor = 1.35; //!< distance of two lines, in sizes of the font
};

//! A part of a text, in UTF-16 units, that stands in another weight or slant than the rest.
struct TextSpan {
    int start = 0;
    int length = 0;
    bool bold = false;
    bool italic = false;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

//! Draws a PDF/A-1b (ISO 19005-1, level B), A4 unless told, fonts embedded, in
//! French for who has it read aloud. Coordinates are points
//! (1/72 inch) from the top left of the page; what is drawn outside of the page is lost. Needs a
//! QGuiApplication (any platform, also offscreen).
class PdfCanvas {
public:
    static constexpr double pageWidth = 595.28;
    static constexpr double pageHeight = 841.89;

    //! `title` and `author` are kept in the document's metadata. `page`: its size in millimetres;
    //! empty: A4.
    PdfCanvas(const QString &title, const QString &author, QSizeF page = {});
    ~PdfCanvas();
    Q_DISABLE_COPY_MOVE(PdfCanvas)

    void newPage();

    //! How high `text` is, wrapped to `width`.
    [[nodiscard]] double heightOf(const QString &text, double width,
                                  const TextStyle &style = {}) const;
    [[nodiscard]] double widthOf(const QString &text, const TextStyle &style = {}) const;
    //! Draws `text` from the top of a column, wrapped to its width; answers its height.
    double text(double x, double y, double width, const QString &text, const TextStyle &style = {});

    //! Into how many lines a paragraph breaks; U+2028 breaks one too.
    [[nodiscard]] int linesOf(const QString &paragraph, const QList<TextSpan> &spans, double width,
                              const TextStyle &style = {}) const;
    //! Draws `count` lines of a paragraph from the line `first` on: what flows from page to page.
    void lines(double x, double y, double width, const QString &paragraph,
               const QList<TextSpan> &spans, const TextStyle &style, int first, int count);

    void line(double x1, double y1, double x2, double y2, double thickness = 0.5);
    void frame(const QRectF &rectangle, double thickness = 0.75);
    void fill(const QRectF &rectangle, int grey);
    //! A code, without its quiet zone, as a square of that side.
    void code(double x, double y, double side, const codes::ModuleGrid &grid);
    //! In the middle of a place: at its true size, smaller where the place is. Lines, no picture.
    void signature(const QRectF &place, const HandSignature &signature);

    //! The document's bytes. Error: Unavailable "pdf.write".
    Result<QByteArray> finish();

private:
    [[nodiscard]] double device(double points) const;

    QByteArray m_bytes;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
};

} // namespace ambroise::documents
