// SPDX-License-Identifier: GPL-3.0-or-later
#include "hprim.h"

#include <QRegularExpression>

namespace ambroise::labs {
namespace {

constexpr qsizetype headerLines = 12;
const QString labMark = QStringLiteral("****LAB****");
const QString endMark = QStringLiteral("****FIN****");
const QString fileEndMark = QStringLiteral("****FINFICHIER****");

void add(LabReport &report, Doubt doubt)
{
    if (!report.doubts.contains(doubt))
        report.doubts << doubt;
}

//! A code of ten characters, then a name: "labo.fake  Institut de biologie". Who has no such column
//! is taken as it is.
QString nameAfterCode(const QString &line)
{
    const QString name = line.mid(10).trimmed();
    const bool columned = line.size() > 10 && (line[9] == u' ' || line[10] == u' ');
    return columned && !name.isEmpty() ? name : line.simplified();
}

//! The twelve lines: 1 number at the laboratory, 2 surname, 3 given name, 4 and 5 address, 6 postal
//! code and town, 7 birth date, 8 number of social insurance, 9 number of the request, 10 date of
//! it, 11 who sends, 12 who receives.
void readHeader(const QStringList &lines, QDate today, LabReport &report)
{
    const auto line = [&](qsizetype number) {
        return lines.value(number - 1);
    };
    report.patient.ids.append({u"hprim"_qs, line(1).trimmed()});
    identity::ToldTraits &traits = report.patient.traits;
    traits.surname = line(2).trimmed();
    traits.givenNames = line(3).trimmed();
    report.patient.firstGivenName = traits.givenNames.section(u' ', 0, 0);
    const QDate birth = hprimDate(line(7), today);
    traits.birthDate = birth.toString(Qt::ISODate);
    report.insuredNumber = line(8).simplified();
    report.request = line(9).trimmed();
    report.day = hprimDate(line(10), today);
    report.laboratory = nameAfterCode(line(11));
    QStringList parts{(traits.surname + u' ' + traits.givenNames).trimmed(),
                      birth.isValid() ? traits.birthDate : line(7).trimmed()};
    parts.removeAll(QString());
    report.patientText = parts.join(u", "_qs);
}

//! RES|label|code|type|value|unit|low|high|indicator|status|value 2|unit 2|low 2|high 2
LabResult resultOf(const QStringList &fields, const QString &title)
{
    const auto field = [&](qsizetype number) {
        return fields.value(number - 1).trimmed();
    };
    LabResult result;
    if (!title.isEmpty())
        result.path << title;
    result.label = field(2).isEmpty() ? field(3) : field(2);
    result.code = {field(3), {}, field(2)};
    result.unit = field(6);
    result.value =
        field(4) == u"N" ? hprimNumber(field(5), result.unit, result.doubts) : textValue(field(5));
    const auto reference = [](const QString &low, const QString &high) {
        Reference read;
        const auto lower = numberOf(low);
        const auto upper = numberOf(high);
        // 0 and 0: the laboratory has none
        if (lower && upper && lower->number == 0 && upper->number == 0)
            return read;
        if (lower) {
            read.low = lower->number;
            read.lowText = lower->text;
        }
        if (upper) {
            read.high = upper->number;
            read.highText = upper->text;
        }
        if (!lower && !upper)
            read.text = (low + u' ' + high).trimmed();
        return read;
    };
    result.reference = hprimReference(reference(field(7), field(8)), result.unit);
    setHprimFlag(result, field(9));
    result.status = hprimStatus(field(10), result.value.kind != LabValue::Kind::None);
    if (!field(11).isEmpty()) {
        Doubts ignored; // told of the first value
        result.other = OtherUnit{hprimNumber(field(11), field(12), ignored), field(12),
                                 reference(field(13), field(14))};
    }
    for (qsizetype more = 14; more < fields.size(); ++more)
        if (!fields.at(more).trimmed().isEmpty())
            result.comments << fields.at(more).trimmed();
    judge(result);
    return result;
}

//! A line of the text that stands alone and is all capitals: the chapter of what follows.
bool isTitle(const QString &line)
{
    static const QRegularExpression digits(u"\\d"_qs);
    return line.size() >= 4 && line == line.toUpper() && line != line.toLower() &&
           !line.contains(digits);
}

//! One message: header, text, then, where there is one, its structured part.
LabReport reportOf(const QStringList &lines, bool sure, QDate today)
{
    LabReport report;
    report.format = ReportFormat::HprimMedecin;
    readHeader(lines, today, report);
    if (!sure)
        add(report, Doubt::EncodingUnsure);
    if (lines.size() < headerLines)
        add(report, Doubt::Truncated);
    LabSection text;
    bool structured = false;
    QString title;
    for (const QString &line : lines.mid(headerLines)) {
        const QString bare = line.trimmed();
        if (bare == labMark) {
            structured = true;
            title.clear();
        } else if (!structured) {
            text.lines << line;
        } else if (bare.startsWith(u"RES|")) {
            const LabResult result = resultOf(bare.split(u'|'), title);
            // RES||CODE|A: a line of the laboratory's page without a result; its text is above
            if (result.value.kind != LabValue::Kind::None || !result.code.display.isEmpty())
                report.results << result;
        } else if (bare.startsWith(u"TEX")) {
            const QString told = bare.mid(4).simplified();
            if (isTitle(told))
                title = told;
            text.lines << bare.mid(4);
        } else if (!bare.isEmpty()) {
            text.lines << line;
            add(report, Doubt::UnknownSegment);
        }
    }
    report.sections << text;
    for (LabResult &result : report.results)
        result.day = report.day;
    return report;
}

bool isMark(const QString &line, const QString &mark)
{
    return line.trimmed() == mark;
}

} // namespace

bool isHprimMedecin(const HprimText &text, QDate today)
{
    for (const QString &line : text.lines)
        if (isMark(line, labMark) || isMark(line, endMark) || isMark(line, fileEndMark))
            return true;
    return text.lines.size() >= headerLines && hprimDate(text.lines.at(6), today).isValid() &&
           hprimDate(text.lines.at(9), today).isValid();
}

Result<QList<LabReport>> readHprimMedecin(const HprimText &text, QDate today)
{
    QList<LabReport> reports;
    QStringList message;
    bool fileEnded = false;
    const auto endMessage = [&](bool whole) {
        // Between two messages, and after the last, empty lines are met.
        while (!message.isEmpty() && message.last().trimmed().isEmpty())
            message.removeLast();
        if (message.isEmpty())
            return;
        LabReport report = reportOf(std::exchange(message, {}), text.sure, today);
        if (!whole)
            add(report, Doubt::Truncated);
        reports << report;
    };
    for (const QString &line : text.lines) {
        if (isMark(line, fileEndMark)) {
            endMessage(true);
            fileEnded = true;
        } else if (isMark(line, endMark)) {
            endMessage(true);
        } else {
            message << line;
        }
    }
    endMessage(false);
    if (reports.isEmpty())
        return Error{ErrorCode::Corrupt, u"lab.header"_qs, {}};
    if (!fileEnded)
        add(reports.last(), Doubt::Truncated);
    return reports;
}

} // namespace ambroise::labs
