// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzlayout.h"

namespace ambroise::codes::mrz {
namespace {

// ICAO Doc 9303-5 §4.2.2.
const Layout td1{MrzFormat::Td1,
                 3,
                 30,
                 "AXAAAXXXXXXXXXDXXXXXXXXXXXXXXX"
                 "NNNNNNCSNNNNNNCAAAXXXXXXXXXXXC"
                 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                 {5, 9},
                 14,
                 {15, 15},
                 {30, 6},
                 36,
                 {38, 6},
                 44,
                 {},
                 0,
                 37,
                 {45, 3},
                 {60, 30},
                 {},
                 {},
                 {{5, 25}, {30, 7}, {38, 7}, {48, 11}},
                 59};

// ICAO Doc 9303-6 §4.2.2.
const Layout td2{MrzFormat::Td2,
                 2,
                 36,
                 "AXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                 "XXXXXXXXXDAAANNNNNNCSNNNNNNCXXXXXXXC",
                 {36, 9},
                 45,
                 {64, 7},
                 {49, 6},
                 55,
                 {57, 6},
                 63,
                 {},
                 0,
                 56,
                 {46, 3},
                 {5, 31},
                 {},
                 {},
                 {{36, 10}, {49, 7}, {57, 14}},
                 71};

// ICAO Doc 9303-4 §4.2.2.
const Layout td3{MrzFormat::Td3,
                 2,
                 44,
                 "AXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                 "XXXXXXXXXCAAANNNNNNCSNNNNNNCXXXXXXXXXXXXXXDC",
                 {44, 9},
                 53,
                 {},
                 {57, 6},
                 63,
                 {65, 6},
                 71,
                 {72, 14},
                 86,
                 64,
                 {54, 3},
                 {5, 39},
                 {},
                 {},
                 {{44, 10}, {57, 7}, {65, 22}},
                 87};

// The number is the year and month of issue, the department, and a rank.
const Layout idFra{MrzFormat::IdFra,
                   2,
                   36,
                   "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAXXXXXX"
                   "NNNNXXXNNNNNCAAAAAAAAAAAAAANNNNNNCSC",
                   {36, 12},
                   48,
                   {},
                   {63, 6},
                   69,
                   {},
                   0,
                   {},
                   0,
                   70,
                   {},
                   {5, 25},
                   {49, 14},
                   {30, 6},
                   {{0, 71}},
                   71};

} // namespace

QList<const Layout *> layoutsOf(int lines, int width)
{
    if (lines == td1.lines && width == td1.width)
        return {&td1};
    if (lines == td3.lines && width == td3.width)
        return {&td3};
    if (lines == td2.lines && width == td2.width)
        return {&idFra, &td2};
    return {};
}

int checkDigit(QStringView characters)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char16_t c = characters[i].unicode();
        int value = 0;
        if (c >= u'0' && c <= u'9')
            value = c - u'0';
        if (c >= u'A' && c <= u'Z')
            value = c - u'A' + 10;
        sum += value * weights[i % 3];
    }
    return sum % 10;
}

QString withKindsExchanged(const Layout &layout, const QString &text)
{
    constexpr QStringView letters = u"OIBSZ";
    constexpr QStringView digits = u"01852";
    QString exchanged = text;
    for (qsizetype i = 0; i < exchanged.size(); ++i) {
        const char kind = layout.zones[size_t(i)];
        const bool wantsDigit =
            kind == zone::digit || kind == zone::check || kind == zone::checkOrNothing;
        const QStringView from = wantsDigit ? letters : digits;
        const qsizetype at = from.indexOf(exchanged[i]);
        if (at >= 0 && (wantsDigit || kind == zone::letter))
            exchanged[i] = (wantsDigit ? digits : letters)[at];
    }
    return exchanged;
}

} // namespace ambroise::codes::mrz
