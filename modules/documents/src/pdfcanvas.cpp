// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/pdfcanvas.h>

#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace ambroise::documents {
namespace {

constexpr int dotsPerInch = 1200;

QFont fontOf(const TextStyle &style)
{
    QFont font(style.mono ? QStringList{u"DejaVu Sans Mono"_qs, u"monospace"_qs}
                          : QStringList{u"Inter"_qs, u"Noto Sans"_qs, u"DejaVu Sans"_qs});
    font.setPixelSize(int(std::lround(style.points * dotsPerInch / 72)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool isSign(QChar c)
{
    return !c.isLetterOrNumber() && !c.isSpace() && !c.isMark() && !c.isSurrogate();
}

//! The spans, and each sign apart from what stands around it. Inter draws signs between digits and
//! capitals by contextual alternates, glyphs that no character maps to: they would be missing where
//! the document's text is searched, copied or read aloud. A format of its own keeps each sign out
//! of context.
QList<QTextLayout::FormatRange> formatsOf(const QString &text, const QList<TextSpan> &spans)
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](qsizetype start, qsizetype length, const TextSpan &look) {
        for (qsizetype i = start; i < start + length; ++i) {
            QTextLayout::FormatRange range;
            range.start = int(i);
            range.length = 1;
            if (look.bold)
                range.format.setFontWeight(QFont::Bold);
            if (look.italic)
                range.format.setFontItalic(true);
            if (isSign(text.at(i)))
                range.format.setProperty(QTextFormat::UserProperty, int(i));
            else
                while (i + 1 < start + length && !isSign(text.at(i + 1)))
                    range.length = int(++i) - range.start + 1;
            if (range.format.propertyCount() > 0)
                ranges << range;
        }
    };
    qsizetype at = 0;
    for (const TextSpan &span : spans) {
        add(at, span.start - at, {});
        add(span.start, span.length, span);
        at = span.start + span.length;
    }
    add(at, text.size() - at, {});
    return ranges;
}

//! Lays the text out in lines of that width (device units); answers their common height.
double layOut(QTextLayout &layout, double width, double lineHeight, Qt::Alignment alignment,
              const QList<TextSpan> &spans = {})
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(layout.text(), spans));
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height + (lineHeight - line.height()) / 2});
        height += lineHeight;
    }
    layout.endLayout();
    return height;
}

//! Qt's engine does not write the document's language. It is added as PDF adds anything: by a new
//! catalog at the end (ISO 32000-1 §7.5.6), what stands before untouched. Bytes of another shape
//! are left as they are.
QByteArray inFrench(const QByteArray &pdf)
{
    static const QRegularExpression trailerForm(
        u"trailer\\s*<<(.*?/Root (\\d+) 0 R.*?)>>\\s*startxref\\s*(\\d+)\\s*%%EOF\\s*$"_qs,
        QRegularExpression::DotMatchesEverythingOption);
    constexpr qsizetype trailerRoom = 600;
    const auto trailer = trailerForm.match(QString::fromLatin1(pdf.right(trailerRoom)));
    const QByteArray head = '\n' + trailer.captured(2).toLatin1() + " 0 obj\n<<";
    const qsizetype catalog = trailer.hasMatch() ? pdf.indexOf(head) : -1;
    const qsizetype end = pdf.indexOf("endobj", catalog);
    if (catalog < 0 || end < 0)
        return pdf;
    const QByteArray rest = pdf.mid(catalog + head.size(), end - catalog - head.size());
    QByteArray out = pdf.endsWith('\n') ? pdf : pdf + '\n';
    const qsizetype at = out.size();
    out += head.mid(1) + "\n/Lang (fr-FR)\n/ViewerPreferences << /DisplayDocTitle true >>" + rest +
           "endobj\n";
    const qsizetype table = out.size();
    out += "xref\n" + trailer.captured(2).toLatin1() + " 1\n" +
           QByteArray::number(at).rightJustified(10, '0') + " 00000 n \ntrailer\n<<" +
           trailer.captured(1).toLatin1() + "/Prev " + trailer.captured(3).toLatin1() +
           "\n>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return out;
}

} // namespace

PdfCanvas::PdfCanvas(const QString &title, const QString &author, QSizeF page)
    : m_buffer(&m_bytes)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer = std::make_unique<QPdfWriter>(&m_buffer);
    m_writer->setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    m_writer->setResolution(dotsPerInch);
    const QPageSize size = page.isEmpty()
                               ? QPageSize(QPageSize::A4)
                               : QPageSize(page, QPageSize::Millimeter, {}, QPageSize::ExactMatch);
    m_writer->setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF()));
    m_writer->setTitle(title);
    m_writer->setCreator(author.isEmpty() ? u"Ambroise"_qs : u"Ambroise, "_qs + author);
    m_painter = std::make_unique<QPainter>(m_writer.get());
}

PdfCanvas::~PdfCanvas()
{
    m_painter.reset();
}

double PdfCanvas::device(double points) const
{
    return points * dotsPerInch / 72;
}

void PdfCanvas::newPage()
{
    m_writer->newPage();
}

double PdfCanvas::heightOf(const QString &text, double width, const TextStyle &style) const
{
    const double lineHeight = device(style.points * style.lineFactor);
    double height = 0;
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, fontOf(style), m_writer.get());
        height += std::max(lineHeight, layOut(layout, device(width), lineHeight, style.alignment));
    }
    return height * 72 / dotsPerInch;
}

double PdfCanvas::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(fontOf(style), m_writer.get()).horizontalAdvance(text) * 72 / dotsPerInch;
}

double PdfCanvas::text(double x, double y, double width, const QString &text,
                       const TextStyle &style)
{
    const double lineHeight = device(style.points * style.lineFactor);
    double top = device(y);
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, fontOf(style), m_writer.get());
        const double height = layOut(layout, device(width), lineHeight, style.alignment);
        layout.draw(m_painter.get(), {device(x), top});
        top += std::max(lineHeight, height);
    }
    return top * 72 / dotsPerInch - y;
}

int PdfCanvas::linesOf(const QString &paragraph, const QList<TextSpan> &spans, double width,
                       const TextStyle &style) const
{
    QTextLayout layout(paragraph, fontOf(style), m_writer.get());
    layOut(layout, device(width), device(style.points * style.lineFactor), style.alignment, spans);
    return layout.lineCount();
}

void PdfCanvas::lines(double x, double y, double width, const QString &paragraph,
                      const QList<TextSpan> &spans, const TextStyle &style, int first, int count)
{
    const double lineHeight = device(style.points * style.lineFactor);
    QTextLayout layout(paragraph, fontOf(style), m_writer.get());
    layOut(layout, device(width), lineHeight, style.alignment, spans);
    const QPointF origin(device(x), device(y) - first * lineHeight);
    for (int i = first; i < std::min(first + count, layout.lineCount()); ++i)
        layout.lineAt(i).draw(m_painter.get(), origin);
}

void PdfCanvas::line(double x1, double y1, double x2, double y2, double thickness)
{
    m_painter->setPen(QPen(Qt::black, device(thickness)));
    m_painter->drawLine(QPointF(device(x1), device(y1)), QPointF(device(x2), device(y2)));
}

void PdfCanvas::frame(const QRectF &rectangle, double thickness)
{
    m_painter->setPen(
        QPen(Qt::black, device(thickness), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(QRectF(device(rectangle.x()), device(rectangle.y()),
                               device(rectangle.width()), device(rectangle.height())));
}

void PdfCanvas::fill(const QRectF &rectangle, int grey)
{
    m_painter->fillRect(QRectF(device(rectangle.x()), device(rectangle.y()),
                               device(rectangle.width()), device(rectangle.height())),
                        QColor(grey, grey, grey));
    m_painter->setPen(Qt::black);
}

void PdfCanvas::code(double x, double y, double side, const codes::ModuleGrid &grid)
{
    m_painter->save();
    m_painter->translate(device(x), device(y));
    m_painter->scale(device(side) / grid.size, device(side) / grid.size);
    m_painter->fillPath(codes::outlineOf(grid), Qt::black);
    m_painter->restore();
}

void PdfCanvas::signature(const QRectF &place, const HandSignature &signature)
{
    constexpr double millimetre = 72 / 25.4;
    const QSizeF size = signature.size() * millimetre;
    const double fit = std::min({1.0, place.width() / std::max(size.width(), 1.0),
                                 place.height() / std::max(size.height(), 1.0)});
    const QPointF corner = place.center() - QPointF(size.width(), size.height()) * fit / 2;
    m_painter->save();
    m_painter->translate(device(corner.x()), device(corner.y()));
    m_painter->scale(device(millimetre) * fit, device(millimetre) * fit);
    m_painter->setBrush(Qt::NoBrush);
    for (const PenStroke &stroke : signature.strokes())
        for (const InkCurve &curve : inkOf(stroke)) {
            m_painter->setPen(
                QPen(Qt::black, curve.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            QPainterPath path(curve.from);
            path.quadTo(curve.bend, curve.to);
            m_painter->drawPath(path);
        }
    m_painter->restore();
}

Result<QByteArray> PdfCanvas::finish()
{
    const bool ended = m_painter->end();
    m_painter.reset();
    m_writer.reset();
    m_buffer.close();
    if (!ended || m_bytes.isEmpty())
        return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
    return inFrench(m_bytes);
}

} // namespace ambroise::documents
