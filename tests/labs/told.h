// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/report.h>
#include <ambroise/labs/units.h>

namespace ambroise::test {

//! A result in one line: where, code, label, value, unit, indicator (in lower case where it is
//! computed), reference, then what else there is.
inline QString told(const labs::LabResult &result)
{
    using namespace labs;
    static const QHash<Flag, QString> flags = {
        {Flag::None, u"-"_qs},     {Flag::Normal, u"N"_qs},       {Flag::Low, u"L"_qs},
        {Flag::High, u"H"_qs},     {Flag::CriticalLow, u"LL"_qs}, {Flag::CriticalHigh, u"HH"_qs},
        {Flag::Abnormal, u"A"_qs}, {Flag::Susceptible, u"S"_qs},  {Flag::Intermediate, u"I"_qs},
        {Flag::Resistant, u"R"_qs}};
    QString flag = flags.value(result.flag);
    if (result.flagSource == FlagSource::Computed)
        flag = flag.toLower();
    QStringList parts{result.path.join(u'/'),
                      result.code.code + (result.code.isLoinc() ? QString() : u"*"_qs),
                      result.label,
                      result.value.comparator + result.value.text,
                      result.unit,
                      flag,
                      result.reference.french()};
    if (result.value.kind == LabValue::Kind::Coded)
        parts << u"code="_qs + result.value.code.code;
    for (const PriorValue &prior : result.priors)
        parts << u"prior="_qs +
                     (prior.day.isValid() ? prior.day.toString(Qt::ISODate) : prior.whenText) +
                     u':' + prior.value.text + prior.unit;
    if (result.other)
        parts << u"other="_qs + result.other->value.text + u' ' + result.other->unit + u' ' +
                     result.other->reference.french();
    for (const QString &reference : result.otherReferences)
        parts << u"reference="_qs + reference;
    if (!result.specimen.isEmpty())
        parts << u"of="_qs + result.specimen;
    if (!result.method.isEmpty())
        parts << u"by="_qs + result.method;
    if (result.day.isValid())
        parts << u"on="_qs + result.day.toString(Qt::ISODate);
    for (const QString &comment : result.comments)
        parts << u"says="_qs + comment;
    if (result.status != ResultStatus::Final)
        parts << u"status="_qs + code(result.status);
    for (const Doubt doubt : result.doubts)
        parts << u"doubt="_qs + code(doubt);
    return parts.join(u'|').replace(u'\u00A0', u' ');
}

//! The whole of a report, line by line.
inline QStringList told(const labs::LabReport &report)
{
    using namespace labs;
    QStringList lines{u"from "_qs + report.laboratory + u" | "_qs + report.author,
                      u"about "_qs + report.patientText,
                      u"day "_qs + report.day.toString(Qt::ISODate), u"id "_qs + report.identifier};
    if (!report.replaces.isEmpty())
        lines << u"replaces "_qs + report.replaces;
    if (!report.title.isEmpty())
        lines << u"title "_qs + report.title;
    if (!report.prescriber.isEmpty())
        lines << u"asked by "_qs + report.prescriber;
    if (!report.request.isEmpty())
        lines << u"request "_qs + report.request;
    if (!report.validators.isEmpty())
        lines << u"validated "_qs + report.validators.join(u", "_qs);
    if (!report.specimens.isEmpty())
        lines << u"specimens "_qs + report.specimens.join(u", "_qs);
    if (report.partial)
        lines << u"partial"_qs;
    for (const LabSection &section : report.sections)
        lines << u"section "_qs + QString::number(section.level) + u' ' + section.title + u" ("_qs +
                     QString::number(section.lines.size()) + u')';
    for (const LabResult &result : report.results)
        lines << told(result);
    for (const LabComment &comment : report.comments)
        lines << u"comment "_qs + comment.path.join(u'/') + u": "_qs + comment.text;
    for (const LabFile &file : report.files)
        lines << u"file "_qs + file.title + u' ' + file.mediaType + u' ' +
                     QString::number(file.bytes.size());
    for (const Doubt doubt : report.doubts)
        lines << u"doubt "_qs + code(doubt);
    return lines;
}

} // namespace ambroise::test
