// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoresults.h"

#include <ambroise/labs/reader.h>

#include <array>

namespace ambroise::app {
namespace {

constexpr size_t dayCount = 6;
const std::array<QDate, dayCount> days = {QDate(2024, 11, 14), QDate(2025, 5, 6),
                                          QDate(2025, 11, 18), QDate(2026, 5, 12),
                                          QDate(2026, 11, 17), QDate(2026, 11, 24)};

struct Analysis {
    QStringView chapter;
    QStringView loinc;
    QStringView label;
    QStringView unit;
    QStringView reference;
    std::array<QStringView, dayCount> values; //!< by day; empty: not asked for
    double low;                               //!< beyond, the laboratory sets its indicator
    double high;
};

// What the sheet of the results was drawn with.
constexpr std::array madeleine = {
    Analysis{u"Biochimie",
             u"2823-3",
             u"Potassium",
             u"mmol/L",
             u"3.5 - 5.1",
             {u"4.5", u"4.8", u"4.6", u"4.7", u"4.9", u"5.6"},
             3.5,
             5.1},
    Analysis{
        u"Biochimie", u"1988-5", u"CRP", u"mg/L", u"< 5", {u"3", u"", u"4", u"", u"", u"84"}, 0, 5},
    Analysis{u"Biochimie",
             u"14682-9",
             u"Créatinine",
             u"µmol/L",
             u"45 - 84",
             {u"82", u"84", u"88", u"93", u"98", u"108"},
             45,
             84},
    Analysis{u"Biochimie",
             u"62238-1",
             u"DFG (CKD-EPI)",
             u"mL/min/1.73m2",
             u"> 60",
             {u"63", u"61", u"59", u"55", u"52", u"46"},
             60,
             1e9},
    Analysis{u"Diabète et lipides",
             u"4548-4",
             u"HbA1c",
             u"%",
             u"< 7.0",
             {u"7.2", u"6.9", u"7.0", u"7.1", u"7.4", u""},
             0,
             7.0},
    Analysis{u"Diabète et lipides",
             u"1558-6",
             u"Glycémie à jeun",
             u"g/L",
             u"0.70 - 1.10",
             {u"1.31", u"1.19", u"1.22", u"1.28", u"1.34", u""},
             0.7,
             1.1},
    Analysis{u"Diabète et lipides",
             u"13457-7",
             u"LDL",
             u"g/L",
             u"< 0.70",
             {u"0.92", u"0.81", u"0.75", u"0.72", u"0.68", u""},
             0,
             0.7},
    Analysis{u"Sang",
             u"6690-2",
             u"Leucocytes",
             u"G/L",
             u"4.0 - 10.0",
             {u"7.0", u"6.9", u"7.4", u"6.8", u"7.1", u"13.2"},
             4,
             10},
    Analysis{u"Sang",
             u"718-7",
             u"Hémoglobine",
             u"g/dL",
             u"11.5 - 15.0",
             {u"12.7", u"13.0", u"12.6", u"12.9", u"12.8", u"12.4"},
             11.5,
             15},
    Analysis{u"Sang",
             u"777-3",
             u"Plaquettes",
             u"G/L",
             u"150 - 400",
             {u"280", u"266", u"259", u"271", u"264", u"288"},
             150,
             400},
};

QString indicatorOf(const Analysis &analysis, QStringView value)
{
    const double number = value.toDouble();
    return number < analysis.low ? u"L"_qs : number > analysis.high ? u"H"_qs : u"N"_qs;
}

QByteArray hprimOf(QStringList segments, QDate day, const QString &patient)
{
    const QString written = day.toString(u"yyyyMMdd"_qs);
    segments.prepend(patient);
    segments.prepend(u"H|~^\\&|VOLCANS.HPR||VOLC~Laboratoire des Volcans||ORU|||FONT~Dr Claire "
                     "Fontanel||P|H2.2~C|"_qs +
                     written + u"1041"_qs);
    segments << u"L|1||1|"_qs + QString::number(segments.size() + 1);
    return segments.join(u"\r\n"_qs).toLatin1() + "\r\n";
}

//! HPRIM Santé 2.2, as laboratories send it.
QByteArray fileOf(size_t day)
{
    const QString taken = days.at(day).toString(u"yyyyMMdd"_qs) + u"0735"_qs;
    QStringList segments;
    QStringView chapter;
    int rank = 0;
    for (const Analysis &one : madeleine) {
        const QStringView value = one.values.at(day);
        if (value.isEmpty())
            continue;
        if (one.chapter != chapter) {
            chapter = one.chapter;
            rank = 0;
            segments << u"OBR|1|||%1~%1~L|R||%2"_qs.arg(chapter.toString(), taken);
        }
        segments << u"OBX|%1|NM|%2~%3~LN||%4|%5|%6|%7|||F|||%8"_qs.arg(
            QString::number(++rank), one.loinc.toString(), one.label.toString(), value.toString(),
            one.unit.toString(), one.reference.toString(), indicatorOf(one, value), taken);
        if (one.label == u"Potassium" && day + 1 == dayCount)
            segments << u"C|1|L|Second tube non hémolysé, appel du laboratoire à 10:35."_qs;
    }
    return hprimOf(segments, days.at(day),
                   u"P|1|||2026|VASSEUR~MADELEINE~JEANNE|VASSEUR|19580314|F"_qs);
}

//! Of somebody told by the used names alone: the rules ask a person whose it is.
QByteArray fileOfAnton()
{
    return hprimOf({u"OBR|1|||Sang~Sang~L|R||202611240810"_qs,
                    u"OBX|1|NM|718-7~Hémoglobine~LN||14.9|g/dL|13.0 - 17.0|N|||F"_qs,
                    u"OBX|2|NM|777-3~Plaquettes~LN||231|G/L|150 - 400|N|||F"_qs},
                   days.back(), u"P|1|||2031|WEBER~ANTON||19910902|M"_qs);
}

Result<QList<labs::LabReportId>> receive(Practice &practice, const QByteArray &bytes,
                                         const audit::Actor &actor)
{
    AMBROISE_TRY(const auto reports, labs::readLabFile(bytes, practice.clock().today()));
    const patient::PatientMatcher matcher(practice.connection(), practice.patients(), {true, {}});
    AMBROISE_TRY(const auto received, practice.labs().receive(bytes, reports, matcher, actor));
    return received.filed + received.waiting;
}

} // namespace

Status addDemoResults(Practice &practice, const audit::Actor &doctor)
{
    AMBROISE_TRY(const auto found, practice.patients().find(u"vasseur madeleine", 1));
    if (found.isEmpty())
        return done();
    for (size_t day = 0; day < dayCount; ++day) {
        AMBROISE_TRY(const auto ids, receive(practice, fileOf(day), doctor));
        for (const labs::LabReportId id : ids) {
            AMBROISE_TRY(const auto waiting, practice.labs().find(id));
            AMBROISE_CHECK(practice.labs().file(id, waiting.version, found.first(), doctor));
            if (day + 1 == dayCount)
                continue;
            AMBROISE_TRY(const auto filed, practice.labs().find(id));
            AMBROISE_CHECK(practice.labs().markSeen(id, filed.version, doctor));
        }
    }
    AMBROISE_CHECK(receive(practice, fileOfAnton(), doctor));
    return done();
}

} // namespace ambroise::app
