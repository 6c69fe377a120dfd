// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterlines.h"

#include <QRegularExpression>
#include <QStringList>

namespace ambroise::documents {
namespace {

enum class LineKind { Blank, Text, Heading, Bullet, Counted, Rule };

struct Line {
    LineKind kind = LineKind::Text;
    QString text; //!< escaped
};

//! ASCII punctuation that Markdown would read, and a letter does not mean so.
bool isForeign(QChar c)
{
    return c == u'`' || c == u'<' || c == u'&';
}

bool isAlone(const QString &line, qsizetype i)
{
    const QChar before = i > 0 ? line.at(i - 1) : QChar();
    const QChar after = i + 1 < line.size() ? line.at(i + 1) : QChar();
    return before.isLetterOrNumber() && after.isLetterOrNumber();
}

//! « 5*2 mg » multiplies; brackets are fields to be filled in, never links.
QString escapedInline(const QString &line)
{
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'\\' && i + 1 < line.size()) { // escaped by who wrote it
            out += c;
            out += line.at(++i);
            continue;
        }
        if (isForeign(c) || c == u'[' || c == u']' || c == u'_' || (c == u'*' && isAlone(line, i)))
            out += u'\\';
        out += c;
    }
    return out;
}

const QRegularExpression &numberForm()
{
    static const QRegularExpression form(u"^(\\d{1,9})([.)]) +(?=\\S)"_qs);
    return form;
}

//! A line, or what an item says, that begins with nothing that Markdown would read.
QString escapedLine(const QString &trimmed)
{
    static const QRegularExpression number(u"^\\d{1,9}(?=[.)]( |$))"_qs);
    if (const auto mark = number.match(trimmed); mark.hasMatch())
        return mark.captured() + u'\\' + escapedInline(trimmed.mid(mark.capturedLength()));
    static const QString openers = u"#>+-=~|*"_qs;
    const bool emphasis =
        trimmed.startsWith(u'*') && trimmed.size() > 1 && !trimmed.at(1).isSpace();
    const bool opens = openers.contains(trimmed.at(0)) && !emphasis;
    return (opens ? u"\\"_qs : QString()) + escapedInline(trimmed);
}

Line readLine(const QString &raw, int &counted)
{
    static const QRegularExpression heading(u"^#{1,3} +(?=\\S)"_qs);
    static const QRegularExpression bullet(u"^( *)[-*] +(?=\\S)"_qs);
    static const QRegularExpression rule(u"^(-{3,}|\\*{3,})$"_qs);
    const QString trimmed = raw.trimmed();
    if (trimmed.isEmpty())
        return {LineKind::Blank, {}};
    if (rule.match(trimmed).hasMatch())
        return {LineKind::Rule, u"---"_qs};
    if (const auto mark = bullet.match(raw); mark.hasMatch())
        return {LineKind::Bullet, mark.captured(1) + u"- "_qs +
                                      escapedLine(raw.mid(mark.capturedLength()).trimmed())};
    if (const auto mark = numberForm().match(trimmed);
        mark.hasMatch() && mark.captured(1).toInt() == counted + 1 && mark.captured(2) == u".") {
        ++counted;
        return {LineKind::Counted,
                mark.captured() + escapedLine(trimmed.mid(mark.capturedLength()).trimmed())};
    }
    if (const auto mark = heading.match(trimmed); mark.hasMatch())
        return {LineKind::Heading,
                mark.captured() + escapedInline(trimmed.mid(mark.capturedLength()))};
    return {LineKind::Text, escapedLine(trimmed)};
}

bool isItem(LineKind kind)
{
    return kind == LineKind::Bullet || kind == LineKind::Counted;
}

QString plainLines(QString body)
{
    return body.replace(u"\r\n"_qs, u"\n"_qs)
        .replace(u'\r', u'\n')
        .replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n')
        .replace(u'\t', u' ')
        .remove(QChar::Null);
}

} // namespace

QString asMarkdown(const QString &body)
{
    QString out;
    LineKind before = LineKind::Blank;
    int counted = 0; //!< of the list that is being counted
    for (const QString &raw : plainLines(body).split(u'\n')) {
        Line line = readLine(raw, counted);
        if (line.kind == LineKind::Bullet && !isItem(before)) // indented, it would be code
            line.text = line.text.trimmed();
        const bool continues =
            line.kind == LineKind::Text && (before == LineKind::Text || isItem(before));
        if (continues)
            out += QChar(QChar::LineSeparator);
        else if (line.kind == before && isItem(line.kind))
            out += u'\n';
        else
            out += u"\n\n"_qs;
        out += line.text;
        if (line.kind != LineKind::Blank && line.kind != LineKind::Counted && !continues)
            counted = 0;
        // What goes on in an item belongs to it.
        if (!(continues && isItem(before)))
            before = line.kind;
    }
    return out;
}

} // namespace ambroise::documents
