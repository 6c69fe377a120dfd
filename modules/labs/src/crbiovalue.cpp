// SPDX-License-Identifier: GPL-3.0-or-later
#include "crbio.h"

namespace ambroise::labs {

using documents::CdaCode;
using documents::CdaElement;

namespace {

using Marked = std::function<QString(const QString &)>;

//! As it is written; a number only where it is one.
ReadValue quantity(const CdaElement &value)
{
    const QString written = value.attribute(u"value");
    ReadValue read;
    if (const auto number = numberOf(written))
        read.value = *number;
    else
        read.value = textValue(written.isEmpty() ? value.attribute(u"nullFlavor") : written);
    read.unit = value.attribute(u"unit");
    if (const CdaElement *translation = value.first(u"translation")) {
        OtherUnit other;
        if (const auto number = numberOf(translation->attribute(u"value")))
            other.value = *number;
        else
            other.value = textValue(translation->attribute(u"value"));
        other.unit = translation->attribute(u"unit");
        if (other.unit.isEmpty()) // HL7 v3 PQR: the unit is a code of UCUM
            other.unit = translation->attribute(u"code");
        read.other = other;
    }
    return read;
}

QString endText(const CdaElement *end)
{
    return end ? end->attribute(u"value") : QString();
}

//! HL7 v3 IVL: one end is a number with "<" or ">"; "inclusive" is true unless told otherwise.
ReadValue interval(const CdaElement &value)
{
    const CdaElement *low = value.first(u"low");
    const CdaElement *high = value.first(u"high");
    ReadValue read;
    const CdaElement *unitOf = high ? high : low;
    if (!unitOf)
        return quantity(value);
    read.unit = unitOf->attribute(u"unit");
    const QString lowText = endText(low);
    const QString highText = endText(high);
    if (!lowText.isEmpty() && !highText.isEmpty()) {
        read.value = textValue(lowText + u" – "_qs + highText);
        return read;
    }
    const CdaElement *end = lowText.isEmpty() ? high : low;
    if (!end)
        return read;
    read.unit = end->attribute(u"unit");
    const bool inclusive = end->attribute(u"inclusive") != u"false";
    const QString sign = QString(end == low ? u'>' : u'<') + (inclusive ? u"="_qs : QString());
    if (const auto number = numberOf(sign + endText(end)))
        read.value = *number;
    else
        read.value = textValue(endText(end));
    return read;
}

ReadValue coded(const CdaElement &value, const Marked &marked)
{
    const CdaCode code = CdaCode::of(value);
    QString text = marked(code.reference);
    for (const QString &other : {code.original, code.display, code.code, code.nullFlavor})
        if (text.isEmpty())
            text = other;
    ReadValue read;
    read.value = textValue(text);
    if (!code.code.isEmpty()) {
        read.value.kind = LabValue::Kind::Coded;
        read.value.code = {code.code, code.system, code.display};
    }
    return read;
}

QString ratioPart(const CdaElement *part)
{
    return part ? part->attribute(u"value") + part->attribute(u"unit") : QString();
}

} // namespace

ReadValue valueOf(const CdaElement &value, const Marked &marked)
{
    const QString type = value.attribute(u"xsi:type").section(u':', -1);
    if (type == u"PQ" || type == u"INT" || type == u"REAL" || type == u"MO")
        return quantity(value);
    if (type.startsWith(u"IVL_"))
        return interval(value);
    if (type == u"CD" || type == u"CE" || type == u"CV" || type == u"CO" || type == u"CS")
        return coded(value, marked);
    if (type.startsWith(u"RTO")) // a titre: 1/80
        return {textValue(ratioPart(value.first(u"numerator")) + u'/' +
                          ratioPart(value.first(u"denominator"))),
                {},
                {}};
    // ST, ED, TS, BL and what else HL7 has: what stands there, in words.
    QString text = value.words();
    if (const CdaElement *reference = value.first(u"reference"))
        text = marked(reference->attribute(u"value"));
    if (text.isEmpty())
        text = value.attribute(u"value");
    if (text.isEmpty())
        return coded(value, marked);
    return {textValue(text), value.attribute(u"unit"), {}};
}

} // namespace ambroise::labs
