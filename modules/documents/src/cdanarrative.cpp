// SPDX-License-Identifier: GPL-3.0-or-later
#include "cdanarrative.h"

namespace ambroise::documents {

QString CdaLine::toString() const
{
    return cells.join(u" | "_qs);
}

void Narrative::read(const CdaElement &text)
{
    walkChildren(text);
    endLine();
}

void Narrative::walkChildren(const CdaElement &element)
{
    for (const CdaElement &child : element.children)
        walk(child);
}

void Narrative::walk(const CdaElement &element)
{
    if (element.name == u"table" || element.name == u"list") {
        endLine();
        note(element, m_section.lines.size());
        if (element.name == u"table")
            walkTable(element);
        else
            walkList(element);
        return;
    }
    if (element.name == u"paragraph" || element.name == u"caption") {
        endLine();
        noteInside(element, m_section.lines.size());
        walkChildren(element);
        endLine();
        return;
    }
    if (element.name == u"br") {
        endLine();
        return;
    }
    noteInside(element, m_section.lines.size());
    if (element.name == u"content" || element.name == u"linkHtml") {
        const bool struckOut = element.attribute(u"revised") == u"delete";
        m_line += struckOut ? u"[-"_qs : QString();
        walkChildren(element);
        m_line += struckOut ? u"-]"_qs : QString();
        return;
    }
    gather(element, m_line);
}

void Narrative::walkList(const CdaElement &list)
{
    const bool ordered = list.attribute(u"listType") == u"ordered";
    int number = 0;
    for (const CdaElement &child : list.children) {
        if (child.isText())
            continue;
        if (child.name == u"item")
            m_bullet = ordered ? QString::number(++number) + u". "_qs : u"• "_qs;
        endLine();
        noteInside(child, m_section.lines.size());
        walkChildren(child);
        endLine();
        m_bullet.clear();
    }
}

void Narrative::walkTable(const CdaElement &table)
{
    for (const CdaElement &child : table.children) {
        if (child.name == u"caption")
            walk(child);
        else if (child.name == u"tr")
            walkRow(child, CdaLine::Kind::Row);
        else
            for (const CdaElement *row : child.all(u"tr"))
                walkRow(*row, child.name == u"thead" ? CdaLine::Kind::Head : CdaLine::Kind::Row);
    }
}

void Narrative::walkRow(const CdaElement &row, CdaLine::Kind kind)
{
    noteInside(row, m_section.lines.size());
    CdaLine line{kind, {}};
    for (const CdaElement &child : row.children)
        if (child.name == u"td" || child.name == u"th")
            line.cells << cell(child);
    if (!line.cells.join(QString()).isEmpty())
        m_section.lines << line;
    addMedia();
}

QString Narrative::cell(const CdaElement &element)
{
    QString text;
    gather(element, text);
    return text.simplified();
}

//! All that stands in the element, as part of one line.
void Narrative::gather(const CdaElement &element, QString &out)
{
    if (element.isText()) {
        out += element.text;
        return;
    }
    if (element.name == u"br" || element.name == u"paragraph" || element.name == u"item" ||
        element.name == u"tr")
        out += u' ';
    if (element.name == u"renderMultiMedia")
        m_media << element.attribute(u"referencedObject");
    const bool struckOut = element.attribute(u"revised") == u"delete";
    if (element.name == u"sup")
        out += u'^';
    out += struckOut ? u"[-"_qs : QString();
    for (const CdaElement &child : element.children)
        gather(child, out);
    out += struckOut ? u"-]"_qs : QString();
    if (element.name == u"td" || element.name == u"th")
        out += u' ';
}

void Narrative::note(const CdaElement &element, qsizetype line)
{
    const QString id = element.attribute(u"ID");
    if (!id.isEmpty())
        m_section.marks.insert(id, {element.words(), line});
}

void Narrative::noteInside(const CdaElement &element, qsizetype line)
{
    note(element, line);
    for (const CdaElement &child : element.children)
        if (!child.isText() && child.name != u"table" && child.name != u"list")
            noteInside(child, line);
}

void Narrative::endLine()
{
    const QString text = std::exchange(m_line, {}).simplified();
    if (!text.isEmpty()) {
        m_section.lines.append({CdaLine::Kind::Text, {m_bullet + text}});
        m_bullet.clear();
    }
    addMedia();
}

void Narrative::addMedia()
{
    for (const QString &id : std::exchange(m_media, {}))
        m_section.lines.append({CdaLine::Kind::Media, {id}});
}

} // namespace ambroise::documents
