// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterlayout.h"

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::documents {
namespace {

constexpr double millimetre = Paper::millimetre;
constexpr double windowTop = 45 * millimetre; //!< of an envelope with a window
constexpr double windowLeft = 110 * millimetre;
constexpr double windowWidth = Paper::left + Paper::width - windowLeft;
constexpr double columnGap = 14;
constexpr double paragraphGap = 7;
constexpr double itemGap = 2;
constexpr double itemIndent = 16;
constexpr double signatureHeight = 74; //!< the name, and room for the hand
constexpr double footTop = Paper::bottom + 6;

const TextStyle body{10.5, false, false, Qt::AlignLeft, 1.43}; // 10.5/15
const TextStyle strong{10.5, true, false, Qt::AlignLeft, 1.43};
const TextStyle small{8.5};

TextStyle styleOf(const BodyParagraph &paragraph)
{
    if (paragraph.kind != BodyParagraph::Kind::Heading)
        return body;
    return paragraph.level == 1 ? TextStyle{12, true, false, Qt::AlignLeft, 1.4} : strong;
}

double lineHeight(const BodyParagraph &paragraph)
{
    const TextStyle style = styleOf(paragraph);
    return style.points * style.lineFactor;
}

double indentOf(const BodyParagraph &paragraph)
{
    return paragraph.kind == BodyParagraph::Kind::Item ? itemIndent * paragraph.level : 0;
}

double gapBetween(const BodyParagraph &above, const BodyParagraph &below)
{
    const bool items =
        above.kind == BodyParagraph::Kind::Item && below.kind == BodyParagraph::Kind::Item;
    return items ? itemGap : paragraphGap;
}

QString copiesOf(const Letter &letter)
{
    QStringList names;
    for (const Recipient &one : letter.copies())
        names << (one.profession.trimmed().isEmpty()
                      ? one.name.simplified()
                      : one.name.simplified() + u", "_qs + one.profession.simplified());
    return names.isEmpty() ? QString() : u"Copie à : "_qs + names.join(u" ; "_qs);
}

} // namespace

LetterLayout::LetterLayout(PdfCanvas &canvas, const Letter &letter, const PaperHead &head,
                           const PaperPatient &patient)
    : m_canvas(canvas)
    , m_letter(letter)
    , m_head(head)
    , m_patient(patient)
    , m_paragraphs(paragraphsOf(letter.body()))
    , m_copies(copiesOf(letter))
{
    for (const BodyParagraph &one : m_paragraphs)
        m_lines << (one.kind == BodyParagraph::Kind::Rule
                        ? 1
                        : m_canvas.linesOf(one.text, one.spans, Paper::width - indentOf(one),
                                           styleOf(one)));
}

int LetterLayout::draw()
{
    const QList<Page> pages = paginated(drawFirstHead());
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            m_canvas.newPage();
            drawMention(m_canvas, m_head);
        }
        for (const Piece &piece : pages.at(i).pieces)
            drawPiece(piece);
        if (i + 1 == pages.size())
            drawEnd(pages.at(i).end);
        drawFoot(int(i) + 1, int(pages.size()));
    }
    return int(pages.size());
}

//! A heading is not left alone at the foot of a page.
bool LetterLayout::keepsWithNext(qsizetype paragraph) const
{
    return m_paragraphs.at(paragraph).kind == BodyParagraph::Kind::Heading &&
           paragraph + 1 < m_paragraphs.size();
}

//! The last lines go with the signature: a page that holds nothing else could be put under any
//! letter.
QList<LetterLayout::Page> LetterLayout::paginated(double firstTop) const
{
    constexpr double nextTop = Paper::top + 24;
    const double endHeight =
        signatureHeight +
        (m_copies.isEmpty() ? 0 : m_canvas.heightOf(m_copies, Paper::width, small) + 6);
    QList<Page> pages{Page{}};
    double y = firstTop;
    for (qsizetype i = 0; i < m_paragraphs.size(); ++i) {
        const BodyParagraph &one = m_paragraphs.at(i);
        const double height = lineHeight(one);
        if (i > 0 && !pages.last().pieces.isEmpty())
            y += gapBetween(m_paragraphs.at(i - 1), one);
        const bool last = i + 1 == m_paragraphs.size();
        int first = 0;
        while (first < m_lines.at(i)) {
            const int left = m_lines.at(i) - first;
            const double kept = keepsWithNext(i) ? height + paragraphGap : 0;
            int fit = int((Paper::bottom - y - kept) / height);
            if (last && y + left * height + endHeight > Paper::bottom && fit >= left)
                fit = left > 3 ? left - 2 : 0; // some of it goes with the signature
            if (fit == 1 && left > 1)
                fit = 0; // no line alone
            if (fit == left - 1 && left > 2)
                --fit;
            const int count = std::clamp(fit, 0, left);
            const bool onEmptyPage = pages.last().pieces.isEmpty() && pages.size() > 1;
            if (count > 0 || onEmptyPage) {
                const int drawn = onEmptyPage ? std::max(1, count) : count;
                pages.last().pieces.append({i, first, drawn, y});
                y += drawn * height;
                first += drawn;
            }
            if (first < m_lines.at(i)) {
                pages.last().end = y;
                pages.append(Page{});
                y = nextTop;
            }
        }
    }
    if (y + endHeight > Paper::bottom) {
        pages.last().end = y;
        pages.append(Page{});
        y = nextTop;
    }
    pages.last().end = y;
    return pages;
}

double LetterLayout::drawRecipient(double top)
{
    double y = top;
    const QStringList lines = m_letter.recipient().lines();
    for (qsizetype i = 0; i < lines.size(); ++i)
        y += m_canvas.text(windowLeft, y, windowWidth, lines.at(i),
                           {10.5, i == 0, false, Qt::AlignLeft, 1.35});
    return y;
}

double LetterLayout::drawWho(double top)
{
    const double width =
        m_letter.recipient().isEmpty() ? Paper::width / 2 : windowLeft - columnGap - Paper::left;
    double y = drawPatient(m_canvas, Paper::left, top, width, m_patient, m_letter.day());
    if (!m_patient.ins)
        return y;
    if (m_letter.recipient().isEmpty()) { // the room at the right is free
        drawInsBox(m_canvas, windowLeft - 2 * columnGap, top,
                   Paper::left + Paper::width - windowLeft + 2 * columnGap, *m_patient.ins);
        return std::max(y, top + InsBox::height);
    }
    drawInsBox(m_canvas, Paper::left, y + 6, width, *m_patient.ins);
    return y + 6 + InsBox::height;
}

double LetterLayout::drawFirstHead()
{
    const double headEnd = drawHead(m_canvas, m_head);
    const double top = std::max(headEnd, m_letter.recipient().isEmpty() ? 0 : windowTop);
    double y = std::max(drawRecipient(top), drawWho(top)) + 18;
    const QString day = text::frenchLongDate(m_letter.day());
    y += m_canvas.text(Paper::left, y, Paper::width,
                       m_letter.city().isEmpty() ? u"Le "_qs + day
                                                 : m_letter.city() + u", le "_qs + day,
                       {10.5, false, false, Qt::AlignRight, 1.43}) +
         6;
    if (m_letter.kind() == LetterKind::Letter)
        y += m_canvas.text(Paper::left, y, Paper::width, u"Objet : "_qs + m_letter.subject(),
                           strong);
    else
        y += m_canvas.text(Paper::left, y, Paper::width, m_letter.subject(), {14, true});
    return y + 12;
}

void LetterLayout::drawPiece(const Piece &piece)
{
    const BodyParagraph &one = m_paragraphs.at(piece.paragraph);
    if (one.kind == BodyParagraph::Kind::Rule) {
        const double y = piece.y + lineHeight(one) / 2;
        m_canvas.line(Paper::left, y, Paper::left + Paper::width, y);
        return;
    }
    const double indent = indentOf(one);
    if (piece.first == 0 && !one.marker.isEmpty())
        m_canvas.text(Paper::left + indent - itemIndent, piece.y, itemIndent, one.marker, body);
    m_canvas.lines(Paper::left + indent, piece.y, Paper::width - indent, one.text, one.spans,
                   styleOf(one), piece.first, piece.count);
}

void LetterLayout::drawEnd(double y)
{
    const double name = m_canvas.text(windowLeft, y + 16, windowWidth, m_head.left.value(0), body);
    if (m_head.signature && !m_head.draft)
        m_canvas.signature({windowLeft, y + 18 + name, HandSignature::mostWidth * millimetre,
                            signatureHeight - 20 - name},
                           *m_head.signature);
    if (m_copies.isEmpty())
        return;
    const double height = m_canvas.heightOf(m_copies, Paper::width, small);
    m_canvas.text(Paper::left, Paper::bottom - height, Paper::width, m_copies, small);
}

void LetterLayout::drawFoot(int page, int pages)
{
    m_canvas.line(Paper::left, footTop, Paper::left + Paper::width, footTop);
    m_canvas.text(Paper::left, footTop + 4, Paper::width * 2 / 3,
                  m_patient.name + u", "_qs + text::frenchDate(m_patient.birth), small);
    m_canvas.text(Paper::left + Paper::width * 2 / 3, footTop + 4, Paper::width / 3,
                  u"Page %1 sur %2"_qs.arg(page).arg(pages), {8.5, false, false, Qt::AlignRight});
}

} // namespace ambroise::documents
