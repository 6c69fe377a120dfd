// SPDX-License-Identifier: GPL-3.0-or-later
#include "crbio.h"

#include <ambroise/labs/units.h>

#include <QRegularExpression>

namespace ambroise::labs {

using documents::CdaCode;
using documents::CdaElement;
using documents::CdaLine;
using documents::CdaMark;
using documents::CdaSection;
using documents::CdaTime;

namespace {

//! HL7 ObservationInterpretation (2.16.840.1.113883.5.83), JDV_HL7_ObservationInterpretation-CISIS.
std::optional<Flag> flagOfHl7(const QString &code)
{
    static const QHash<QString, Flag> flags = {
        {u"N"_qs, Flag::Normal},        {u"L"_qs, Flag::Low},
        {u"H"_qs, Flag::High},          {u"LL"_qs, Flag::CriticalLow},
        {u"HH"_qs, Flag::CriticalHigh}, {u"A"_qs, Flag::Abnormal},
        {u"AA"_qs, Flag::Abnormal},     {u"HX"_qs, Flag::CriticalHigh},
        {u"LX"_qs, Flag::CriticalLow},  {u"HU"_qs, Flag::CriticalHigh},
        {u"LU"_qs, Flag::CriticalLow},  {u"S"_qs, Flag::Susceptible},
        {u"I"_qs, Flag::Intermediate},  {u"R"_qs, Flag::Resistant}};
    const auto found = flags.constFind(code);
    return found == flags.constEnd() ? std::nullopt : std::optional(*found);
}

//! Of several: what matters most.
int weight(Flag flag)
{
    if (isCritical(flag))
        return 4;
    if (isHigh(flag) || isLow(flag))
        return 3;
    return flag == Flag::Abnormal ? 2 : flag == Flag::None ? 0 : 1;
}

//! The end of a label that says the unit once more: "Leucocytes (10*9/L)".
QString withoutUnit(const QString &label, const QString &unit)
{
    static const QRegularExpression bracketed(u"^(.+?)\\s*\\(([^()]+)\\)$"_qs);
    const auto match = bracketed.match(label);
    return match.hasMatch() && sameUnit(match.captured(2), unit) ? match.captured(1) : label;
}

//! The name in the text; where that is the value itself, or where there is none, the name of the
//! analysis as LOINC in French begins it: "Glucose à jeun [Masse/Volume] Sérum/Plasma ; …".
QString labelOf(const CdaCode &code, const CdaSection &section, const QString &unit)
{
    static const QRegularExpression number(u"^[<>≤≥]?\\s*\\d"_qs);
    const CdaMark *mark = code.reference.isEmpty() ? nullptr : section.mark(code.reference);
    QString label = mark ? mark->text : code.original;
    if (label.isEmpty() || number.match(label).hasMatch())
        label = code.display.section(u'[', 0, 0).trimmed();
    for (const QString &other : {code.display, code.code})
        if (label.isEmpty())
            label = other;
    return withoutUnit(label, unit);
}

QList<double> numbersIn(const QString &text)
{
    // Once as they stand, once with the blanks of thousands taken out: "100 000 /mL".
    static const QRegularExpression single(u"\\d+(?:[.,]\\d+)?"_qs);
    static const QRegularExpression grouped(u"\\d{1,3}(?:[ \u00A0\u202F]\\d{3})+(?:[.,]\\d+)?"_qs);
    QList<double> numbers;
    for (const QRegularExpression &shape : {single, grouped})
        for (auto matches = shape.globalMatch(text); matches.hasNext();) {
            QString found = matches.next().captured().remove(u' ').remove(u'\u00A0');
            numbers << found.remove(u'\u202F').replace(u',', u'.').toDouble();
        }
    return numbers;
}

//! Whether the line in which the analysis stands has numbers, and this one is none of them.
bool differsFromText(const LabResult &result, const CdaCode &code, const CdaSection &section)
{
    const CdaMark *mark = code.reference.isEmpty() ? nullptr : section.mark(code.reference);
    if (!mark || !result.value.isNumber() || mark->line < 0 || mark->line >= section.lines.size())
        return false;
    const CdaLine &line = section.lines.at(mark->line);
    if (line.kind != CdaLine::Kind::Row)
        return false;
    const QList<double> numbers = numbersIn(line.toString());
    return !numbers.isEmpty() && std::none_of(numbers.begin(), numbers.end(), [&](double number) {
        return qFuzzyCompare(1 + number, 1 + std::abs(result.value.number));
    });
}

void readEnd(const CdaElement *end, std::optional<double> &number, QString &text, QString &unit)
{
    if (!end)
        return;
    const auto read = numberOf(end->attribute(u"value"));
    if (!read)
        return;
    number = read->number;
    text = read->text;
    if (!end->attribute(u"unit").isEmpty())
        unit = end->attribute(u"unit");
}

Reference referenceIn(const CdaElement &range, const CdaSection &section)
{
    Reference reference;
    if (const CdaElement *value = range.first(u"value")) {
        readEnd(value->first(u"low"), reference.low, reference.lowText, reference.unit);
        readEnd(value->first(u"high"), reference.high, reference.highText, reference.unit);
        if (!reference.low && !reference.high)
            reference.text = valueOf(*value, [&](const QString &id) {
                                 const CdaMark *mark = section.mark(id);
                                 return mark ? mark->text : QString();
                             }).value.text;
    }
    if (const CdaElement *text = range.first(u"text"); text && reference.text.isEmpty()) {
        const CdaElement *pointed = text->first(u"reference");
        const CdaMark *mark = pointed ? section.mark(pointed->attribute(u"value")) : nullptr;
        reference.text = mark ? mark->text : text->words();
    }
    return reference;
}

//! In the other unit of the value: translations of the ends.
Reference otherReferenceIn(const CdaElement &range)
{
    Reference reference;
    const auto read = [&](QStringView name, std::optional<double> &number, QString &text) {
        readEnd(range.at({u"value", name, u"translation"}), number, text, reference.unit);
    };
    read(u"low", reference.low, reference.lowText);
    read(u"high", reference.high, reference.highText);
    return reference;
}

//! The reference of normal values first; others, of ages or phases, in words.
void readReferences(const CdaElement &observation, const CdaSection &section, LabResult &result)
{
    bool normalFound = false;
    for (const CdaElement *one : observation.all(u"referenceRange")) {
        const CdaElement *range = one->first(u"observationRange");
        if (!range)
            continue;
        const Reference read = referenceIn(*range, section);
        if (read.isEmpty())
            continue;
        const CdaElement *meaning = range->first(u"interpretationCode");
        const bool normal = !meaning || meaning->attribute(u"code") == u"N";
        if (normal && !normalFound) {
            if (result.other)
                result.other->reference = otherReferenceIn(*range);
            if (!result.reference.isEmpty())
                result.otherReferences << result.reference.french();
            result.reference = read;
            normalFound = true;
        } else {
            const QString words = meaning ? meaning->attribute(u"displayName") : QString();
            result.otherReferences
                << (words.isEmpty() ? QString() : words + u" : "_qs) + read.french();
        }
    }
}

void readFlags(const CdaElement &observation, LabResult &result)
{
    for (const CdaElement *one : observation.all(u"interpretationCode")) {
        const QString code = one->attribute(u"code");
        if (code.isEmpty())
            continue;
        const auto flag = flagOfHl7(code);
        if (!flag) {
            result.doubts << Doubt::FlagUnknown;
            const QString words = one->attribute(u"displayName");
            result.comments << (words.isEmpty() ? code : words);
        } else if (weight(*flag) > weight(result.flag)) {
            result.flag = *flag;
            result.flagSource = FlagSource::Laboratory;
        }
    }
}

//! HL7 ActStatus; without a value nothing is final yet.
ResultStatus statusOf(const CdaElement &observation, bool hasValue)
{
    const CdaElement *status = observation.first(u"statusCode");
    const QString code = status ? status->attribute(u"code") : QString();
    if (code == u"aborted" || code == u"cancelled" || code == u"nullified")
        return ResultStatus::Cancelled;
    if (code == u"active" || code == u"held" || code == u"suspended" || code == u"new")
        return hasValue ? ResultStatus::Preliminary : ResultStatus::Pending;
    return ResultStatus::Final;
}

QString methodOf(const CdaElement &observation, const CdaSection &section)
{
    const CdaElement *method = observation.first(u"methodCode");
    if (!method)
        return {};
    const CdaCode code = CdaCode::of(*method);
    const CdaMark *mark = code.reference.isEmpty() ? nullptr : section.mark(code.reference);
    QString text = mark ? mark->text : code.original;
    for (const QString &other : {code.display, code.code})
        if (text.isEmpty())
            text = other;
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.mid(1, text.size() - 2);
    return text;
}

} // namespace

LabResult resultOf(const CdaElement &observation, const CdaSection &section)
{
    const auto marked = [&](const QString &reference) {
        const CdaMark *mark = reference.isEmpty() ? nullptr : section.mark(reference);
        return mark ? mark->text : QString();
    };
    LabResult result;
    QStringList more;
    for (const CdaElement *one : observation.all(u"value")) {
        const ReadValue read = valueOf(*one, marked);
        if (result.value.kind == LabValue::Kind::None) {
            result.value = read.value;
            result.unit = read.unit;
            result.other = read.other;
        } else {
            more << (read.value.french() + u' ' + unitText(read.unit)).trimmed();
        }
    }
    result.comments = more; // several values are rare: all of them are told
    CdaCode code;
    if (const CdaElement *element = observation.first(u"code"))
        code = CdaCode::of(*element);
    result.code = {code.code, code.system, code.display};
    for (const CdaCode &translation : code.translations)
        if (!code.isLoinc() && translation.isLoinc())
            result.code = {translation.code, translation.system, translation.display};
    result.label = labelOf(code, section, result.unit);
    const CdaTime time = CdaTime::of(observation.first(u"effectiveTime"));
    result.day = time.date;
    result.at = time.instant;
    result.status = statusOf(observation, result.value.kind != LabValue::Kind::None);
    result.method = methodOf(observation, section);
    readFlags(observation, result);
    readReferences(observation, section, result);
    if (observation.attribute(u"negationInd") == u"true") { // what is told is not so
        result.value = textValue(u"≠ "_qs + result.value.french());
        result.doubts << Doubt::UnreadEntry;
    }
    if (differsFromText(result, code, section))
        result.doubts << Doubt::NarrativeDiffers;
    judge(result);
    return result;
}

} // namespace ambroise::labs
