// SPDX-License-Identifier: GPL-3.0-or-later
#include "cdabody.h"

#include "cdanarrative.h"

namespace ambroise::documents {
namespace {

CdaFile fileOf(const CdaElement &content, const QString &id)
{
    CdaFile file{id, content.attribute(u"mediaType"), content.bytes, content.damaged};
    if (content.attribute(u"representation") != u"B64")
        file.bytes = content.words().toUtf8(); // text in place: mediaType text/plain
    return file;
}

void gatherFiles(const CdaElement &element, QList<CdaFile> &files)
{
    for (const CdaElement &child : element.children) {
        if (child.name != u"observationMedia") {
            gatherFiles(child, files);
            continue;
        }
        if (const CdaElement *value = child.first(u"value"))
            files << fileOf(*value, child.attribute(u"ID"));
    }
}

CdaSection sectionOf(const CdaElement &element)
{
    CdaSection section;
    for (const CdaElement *one : element.all(u"templateId"))
        section.templates << one->attribute(u"root");
    if (const CdaElement *code = element.first(u"code"))
        section.code = CdaCode::of(*code);
    section.title = element.wordsOf(u"title");
    if (const CdaElement *text = element.first(u"text"))
        Narrative(section).read(*text);
    for (const CdaElement *entry : element.all(u"entry")) {
        section.entries << *entry;
        gatherFiles(*entry, section.files);
    }
    for (const CdaElement *component : element.all(u"component"))
        if (const CdaElement *inner = component->first(u"section"))
            section.sections << sectionOf(*inner);
    return section;
}

} // namespace

const CdaMark *CdaSection::mark(QStringView reference) const
{
    const auto found =
        marks.constFind((reference.startsWith(u'#') ? reference.mid(1) : reference).toString());
    return found == marks.constEnd() ? nullptr : &*found;
}

Status readBody(const CdaElement &root, CdaDocument &out)
{
    const Error noBody{ErrorCode::Corrupt, u"cda.body"_qs, {}};
    const CdaElement *component = root.first(u"component");
    if (!component)
        return noBody;
    if (const CdaElement *plain = component->first(u"nonXMLBody")) {
        const CdaElement *text = plain->first(u"text");
        if (!text || text->damaged)
            return noBody;
        out.file = fileOf(*text, {});
        if (out.file->bytes.isEmpty())
            return noBody;
        return done();
    }
    const CdaElement *body = component->first(u"structuredBody");
    if (!body)
        return noBody;
    for (const CdaElement *one : body->all(u"component"))
        if (const CdaElement *section = one->first(u"section"))
            out.sections << sectionOf(*section);
    return done();
}

} // namespace ambroise::documents
