// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/pdfcanvas.h>

#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

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

//! Inter draws signs between digits and capitals by contextual alternates, glyphs that no character
//! maps to: they would be missing where the document's text is searched, copied or read aloud. A
//! format of its own keeps each sign out of context.
QList<QTextLayout::FormatRange> signsApart(const QString &text)
{
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isLetterOrNumber() || c.isSpace() || c.isMark() || c.isSurrogate())
            continue;
        QTextLayout::FormatRange range;
        range.start = int(i);
        range.length = 1;
        range.format.setProperty(QTextFormat::UserProperty, true);
        ranges << range;
    }
    return ranges;
}

//! Lays the text out in lines of that width (device units); answers their common height.
double layOut(QTextLayout &layout, double width, double lineHeight, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(signsApart(layout.text()));
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

Result<QByteArray> PdfCanvas::finish()
{
    const bool ended = m_painter->end();
    m_painter.reset();
    m_writer.reset();
    m_buffer.close();
    if (!ended || m_bytes.isEmpty())
        return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
    return m_bytes;
}

} // namespace ambroise::documents
