// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/conditioncode.h>

#include <QRegularExpression>
#include <QStringList>

namespace ambroise::record {
namespace {

constexpr QStringView cim10Prefix = u"CIM-10:";
constexpr QStringView cisp2Prefix = u"CISP-2:";

const QRegularExpression &formOf(CodeSystem system)
{
    // CIM-10: a letter, two digits, then up to three characters of the French extensions (ATIH).
    static const QRegularExpression cim10(u"^([A-Z][0-9]{2})\\.?([0-9+-][0-9+-]{0,3})?$"_qs);
    static const QRegularExpression cisp2(u"^(-?[ABDFHKLNPRSTUWXYZ][0-9]{2})()$"_qs);
    return system == CodeSystem::Cim10 ? cim10 : cisp2;
}

} // namespace

Result<ConditionCode> ConditionCode::parse(CodeSystem system, QStringView code)
{
    const auto match = formOf(system).match(code.trimmed().toString().toUpper());
    if (!match.hasMatch())
        return Error{ErrorCode::Invalid, u"condition.code"_qs, {}};
    const QString rest = match.captured(2);
    return ConditionCode(system, match.captured(1) + (rest.isEmpty() ? QString() : u'.' + rest));
}

std::optional<ConditionCode> ConditionCode::fromStored(QStringView stored)
{
    const bool cim10 = stored.startsWith(cim10Prefix);
    if (!cim10 && !stored.startsWith(cisp2Prefix))
        return std::nullopt;
    const auto parsed =
        parse(cim10 ? CodeSystem::Cim10 : CodeSystem::Cisp2, stored.mid(cim10Prefix.size()));
    return parsed.ok() ? std::optional(*parsed) : std::nullopt;
}

QString ConditionCode::stored() const
{
    return (m_system == CodeSystem::Cim10 ? cim10Prefix : cisp2Prefix).toString() + m_code;
}

QList<ConditionCode> conditionCodesIn(QStringView stored)
{
    QList<ConditionCode> codes;
    for (const QStringView one : stored.split(u' ', Qt::SkipEmptyParts))
        if (const auto code = ConditionCode::fromStored(one))
            codes << *code;
    return codes;
}

QString stored(const QList<ConditionCode> &codes)
{
    QStringList texts;
    for (const ConditionCode &code : codes)
        texts << code.stored();
    return texts.join(u' ');
}

} // namespace ambroise::record
