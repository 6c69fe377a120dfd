// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/report.h>

#include <algorithm>
#include <array>

namespace ambroise::labs {
namespace {

constexpr std::array<QStringView, 10> flagCodes = {
    u"none",          u"normal",   u"low",         u"high",         u"critical_low",
    u"critical_high", u"abnormal", u"susceptible", u"intermediate", u"resistant"};
constexpr std::array<QStringView, 3> sourceCodes = {u"none", u"laboratory", u"computed"};
constexpr std::array<QStringView, 5> statusCodes = {u"final", u"preliminary", u"corrected",
                                                    u"cancelled", u"pending"};
constexpr std::array<QStringView, 14> doubtCodes = {
    u"truncated",          u"line_count",   u"patient_count",   u"encoding_unsure",
    u"unread_entry",       u"unread_file",  u"unknown_segment", u"narrative_differs",
    u"reference_doubtful", u"flag_differs", u"flag_unknown",    u"unit_unknown",
    u"number_ambiguous",   u"code_doubtful"};
constexpr std::array<QStringView, 4> formatCodes = {u"cr_bio", u"hprim_medecin", u"hprim_sante",
                                                    u"pdf"};

template <class Value, size_t count>
std::optional<Value> valueOf(const std::array<QStringView, count> &codes, QStringView text)
{
    const auto found = std::find(codes.begin(), codes.end(), text);
    return found == codes.end() ? std::nullopt
                                : std::optional(Value(std::distance(codes.begin(), found)));
}

} // namespace

QString code(Flag flag)
{
    return flagCodes.at(size_t(flag)).toString();
}

std::optional<Flag> flagOf(QStringView text)
{
    return valueOf<Flag>(flagCodes, text);
}

bool isHigh(Flag flag)
{
    return flag == Flag::High || flag == Flag::CriticalHigh;
}

bool isLow(Flag flag)
{
    return flag == Flag::Low || flag == Flag::CriticalLow;
}

bool isCritical(Flag flag)
{
    return flag == Flag::CriticalLow || flag == Flag::CriticalHigh;
}

bool isAbnormal(Flag flag)
{
    return isHigh(flag) || isLow(flag) || flag == Flag::Abnormal;
}

QString code(FlagSource source)
{
    return sourceCodes.at(size_t(source)).toString();
}

std::optional<FlagSource> flagSourceOf(QStringView text)
{
    return valueOf<FlagSource>(sourceCodes, text);
}

QString code(ResultStatus status)
{
    return statusCodes.at(size_t(status)).toString();
}

std::optional<ResultStatus> resultStatusOf(QStringView text)
{
    return valueOf<ResultStatus>(statusCodes, text);
}

QString code(Doubt doubt)
{
    return doubtCodes.at(size_t(doubt)).toString();
}

std::optional<Doubt> doubtOf(QStringView text)
{
    return valueOf<Doubt>(doubtCodes, text);
}

QString code(ReportFormat format)
{
    return formatCodes.at(size_t(format)).toString();
}

std::optional<ReportFormat> reportFormatOf(QStringView text)
{
    return valueOf<ReportFormat>(formatCodes, text);
}

bool hasRightCheckDigit(QStringView loinc)
{
    const qsizetype hyphen = loinc.size() - 2;
    if (hyphen < 1 || hyphen > 7 || loinc[hyphen] != u'-' || !loinc.back().isDigit())
        return false;
    int sum = 0;
    bool doubled = true;
    for (qsizetype i = hyphen - 1; i >= 0; --i, doubled = !doubled) {
        if (loinc[i] < u'0' || loinc[i] > u'9')
            return false;
        const int digit = loinc[i].digitValue() * (doubled ? 2 : 1);
        sum += digit / 10 + digit % 10;
    }
    return (10 - sum % 10) % 10 == loinc.back().digitValue();
}

bool LabCode::isLoinc() const
{
    return system == loincSystem && hasRightCheckDigit(code);
}

} // namespace ambroise::labs
