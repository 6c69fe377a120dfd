// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

namespace ambroise::labs {
namespace {

constexpr QChar separator(0x1F); // of units, ASCII: in no text of a report

QString joined(const QStringList &texts)
{
    return texts.join(separator);
}

QStringList split(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(separator);
}

Doubts doubtsIn(const QString &text)
{
    Doubts doubts;
    for (const QString &code : text.split(u',', Qt::SkipEmptyParts))
        if (const auto doubt = doubtOf(code))
            doubts << *doubt;
    return doubts;
}

QString kindOf(const LabValue &value)
{
    switch (value.kind) {
    case LabValue::Kind::None:
        return u"none"_qs;
    case LabValue::Kind::Number:
        return u"number"_qs;
    case LabValue::Kind::Coded:
        return u"coded"_qs;
    case LabValue::Kind::Text:
        return u"text"_qs;
    }
    return {};
}

LabValue valueOf(const QString &kind, const QString &comparator, const QString &text)
{
    LabValue value;
    if (kind == u"number") {
        if (const auto number = numberOf(comparator + text))
            return *number;
    }
    value.text = text;
    value.kind = kind == u"none"    ? LabValue::Kind::None
                 : kind == u"coded" ? LabValue::Kind::Coded
                                    : LabValue::Kind::Text;
    return value;
}

void setEnd(const QString &text, std::optional<double> &end, QString &kept)
{
    if (const auto number = numberOf(text)) {
        end = number->number;
        kept = number->text;
    }
}

} // namespace

const QByteArray reportColumns =
    "id, patient_id, reasons, content, part, format, identifier, replaces, superseded_by, title,"
    " laboratory, told_patient, day, partial, doubts, results, abnormal, critical, received_at,"
    " received_name, seen_at, seen_by, seen_name, version";

const QByteArray resultColumns =
    "report_id, position, path, code, code_system, code_display, label, kind, comparator, value,"
    " unit, day, at, flag, flag_source, reference_low, reference_high, reference_unit,"
    " reference_text, specimen, comments, status, doubts";

QString textOf(const Doubts &doubts)
{
    QStringList codes;
    for (const Doubt doubt : doubts)
        codes << code(doubt);
    return codes.join(u',');
}

Result<KeptReport> reportOf(const storage::Row &row)
{
    AMBROISE_TRY(const auto content, storage::ContentId::parse(row.text(3)));
    KeptReport report{.content = content};
    report.id = LabReportId{row.integer(0)};
    report.patient = PatientId{row.integer(1)};
    report.reasons = row.text(2).split(u',', Qt::SkipEmptyParts);
    report.part = int(row.integer(4));
    report.format = reportFormatOf(row.text(5)).value_or(ReportFormat::Pdf);
    report.identifier = row.text(6);
    report.replaces = row.text(7);
    report.supersededBy = LabReportId{row.integer(8)};
    report.title = row.text(9);
    report.laboratory = row.text(10);
    report.toldPatient = row.text(11);
    report.day = row.date(12);
    report.partial = row.boolean(13);
    report.doubts = doubtsIn(row.text(14));
    report.results = int(row.integer(15));
    report.abnormal = int(row.integer(16));
    report.critical = int(row.integer(17));
    report.receivedAt = row.instant(18);
    report.receivedName = row.text(19);
    report.seenAt = row.instant(20);
    report.seenBy = UserId{row.integer(21)};
    report.seenName = row.text(22);
    report.version = row.integer(23);
    return report;
}

LabResult resultOf(const storage::Row &row)
{
    LabResult result;
    result.path = split(row.text(2));
    result.code = {row.text(3), row.text(4), row.text(5)};
    result.label = row.text(6);
    result.value = valueOf(row.text(7), row.text(8), row.text(9));
    result.unit = row.text(10);
    result.day = row.date(11);
    result.at = row.instant(12);
    result.flag = flagOf(row.text(13)).value_or(Flag::None);
    result.flagSource = flagSourceOf(row.text(14)).value_or(FlagSource::None);
    setEnd(row.text(15), result.reference.low, result.reference.lowText);
    setEnd(row.text(16), result.reference.high, result.reference.highText);
    result.reference.unit = row.text(17);
    result.reference.text = row.text(18);
    result.specimen = row.text(19);
    result.comments = split(row.text(20));
    result.status = resultStatusOf(row.text(21)).value_or(ResultStatus::Final);
    result.doubts = doubtsIn(row.text(22));
    return result;
}

storage::Values valuesOf(int position, const LabResult &result)
{
    return {position,
            joined(result.path),
            result.code.code,
            result.code.system,
            result.code.display,
            result.label,
            kindOf(result.value),
            result.value.comparator,
            result.value.text,
            result.unit,
            result.day.toString(Qt::ISODate),
            result.at.isValid() ? storage::toText(result.at) : QString(),
            code(result.flag),
            code(result.flagSource),
            result.reference.lowText,
            result.reference.highText,
            result.reference.unit,
            result.reference.text,
            result.specimen,
            joined(result.comments),
            code(result.status),
            textOf(result.doubts)};
}

} // namespace ambroise::labs
