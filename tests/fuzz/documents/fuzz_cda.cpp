// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/cda.h>

#include "../../documents/cdasample.h"

#include <fuzz/edited.h>

#include <cstdlib>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

const QByteArray sections = test::cdaAround(test::sectionWith(
    "Avant<br/><table><thead><tr><th>Analyse</th></tr></thead><tbody><tr><td><content ID=\"k\">K"
    "</content></td><td>5,6</td></tr></tbody></table><list listType=\"ordered\"><item>un</item>"
    "</list><paragraph>10<sup>9</sup> <content revised=\"delete\">x</content></paragraph>"
    "<renderMultiMedia referencedObject=\"p\"/>",
    "<entry><observationMedia ID=\"p\"><value mediaType=\"image/png\" representation=\"B64\">iVBO"
    "</value></observationMedia></entry>"));
const QByteArray file = test::cdaAround(
    "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">JVBERi0x</text>"
    "</nonXMLBody>");

//! Whatever was accepted keeps what the reader promises.
void use(const CdaSection &section)
{
    for (const CdaMark &mark : section.marks)
        if (mark.line < 0 || mark.line > section.lines.size())
            std::abort();
    for (const CdaLine &line : section.lines)
        if (line.cells.isEmpty())
            std::abort();
    for (const CdaSection &inner : section.sections)
        use(inner);
}

} // namespace

//! A document is read whole or refused, by the subjects that are promised and without a word of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (const QByteArray &sample : {sections, file}) {
        const auto read = readCda(fuzz::edited(sample, data, size));
        if (!read.ok() && (!read.error().subject.startsWith(QStringLiteral("cda.")) ||
                           !read.error().detail.isEmpty()))
            std::abort();
        if (!read.ok())
            continue;
        if (read->file && read->file->bytes.isEmpty())
            std::abort();
        for (const CdaSection &section : read->sections)
            use(section);
    }
    return 0;
}
