// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/codes.h>

#include <optional>

namespace ambroise::drugs {
namespace {

//! The number that exactly `digits` digits make, spaces aside; the first one is not 0.
std::optional<qint64> numberOf(QStringView text, int digits)
{
    qint64 number = 0;
    int seen = 0;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c < u'0' || c > u'9' || ++seen > digits)
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    if (seen != digits || text.trimmed().startsWith(u'0'))
        return std::nullopt;
    return number;
}

bool hasEanKey(qint64 number)
{
    int sum = 0;
    for (int weight = 1; number > 0; number /= 10, weight = 4 - weight)
        sum += int(number % 10) * weight;
    return sum % 10 == 0;
}

} // namespace

Result<Cis> Cis::parse(QStringView text)
{
    if (const auto number = numberOf(text, 8))
        return Cis(*number);
    return Error{ErrorCode::Invalid, u"drug.cis"_qs, {}};
}

Result<Cis> Cis::of(qint64 number)
{
    if (number < 10'000'000 || number > 99'999'999)
        return Error{ErrorCode::Invalid, u"drug.cis"_qs, {}};
    return Cis(number);
}

Result<Cip13> Cip13::parse(QStringView text)
{
    if (const auto number = numberOf(text, 13))
        return of(*number);
    return Error{ErrorCode::Invalid, u"drug.cip"_qs, {}};
}

Result<Cip13> Cip13::of(qint64 number)
{
    if (number < 1'000'000'000'000 || number > 9'999'999'999'999)
        return Error{ErrorCode::Invalid, u"drug.cip"_qs, {}};
    if (!hasEanKey(number))
        return Error{ErrorCode::Invalid, u"drug.cip_key"_qs, {}};
    return Cip13(number);
}

} // namespace ambroise::drugs
