// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/letterbody.h>

#include "letterlines.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

namespace ambroise::documents {
namespace {

constexpr int boldest = 500; // above it, what Markdown made bold

void addSpans(BodyParagraph &paragraph, const QTextBlock &block)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const QTextCharFormat format = fragment.charFormat();
        const bool bold =
            paragraph.kind != BodyParagraph::Kind::Heading && format.fontWeight() > boldest;
        if (bold || format.fontItalic())
            paragraph.spans.append({int(fragment.position() - block.position()), fragment.length(),
                                    bold, format.fontItalic()});
    }
}

BodyParagraph paragraphOf(const QTextBlock &block)
{
    BodyParagraph paragraph;
    paragraph.text = block.text();
    const QTextBlockFormat format = block.blockFormat();
    if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) {
        paragraph.kind = BodyParagraph::Kind::Rule;
    } else if (const QTextList *list = block.textList()) {
        paragraph.kind = BodyParagraph::Kind::Item;
        paragraph.level = std::max(1, list->format().indent());
        const bool counts = list->format().style() == QTextListFormat::ListDecimal;
        paragraph.marker =
            counts ? QString::number(list->itemNumber(block) + 1) + u'.' : QString(u'•');
    } else if (format.headingLevel() > 0) {
        paragraph.kind = BodyParagraph::Kind::Heading;
        paragraph.level = std::min(3, format.headingLevel());
    }
    addSpans(paragraph, block);
    return paragraph;
}

} // namespace

QList<BodyParagraph> paragraphsOf(const QString &body)
{
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setMarkdown(asMarkdown(body),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                             QTextDocument::MarkdownNoHTML);
    QList<BodyParagraph> paragraphs;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const BodyParagraph paragraph = paragraphOf(block);
        if (!paragraph.text.trimmed().isEmpty() || paragraph.kind == BodyParagraph::Kind::Rule)
            paragraphs << paragraph;
    }
    return paragraphs;
}

QString plainText(const QString &body)
{
    QStringList lines;
    for (const BodyParagraph &one : paragraphsOf(body)) {
        if (one.kind == BodyParagraph::Kind::Rule)
            continue;
        const QString text = QString(one.text).replace(QChar::LineSeparator, u'\n');
        lines << (one.marker.isEmpty() ? text : one.marker + u' ' + text);
    }
    return lines.join(u'\n');
}

} // namespace ambroise::documents
