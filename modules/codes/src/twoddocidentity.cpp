// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/twoddoc.h>

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

constexpr std::array personTypes = {"07", "08", "13", "16", "A4"};

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! JJMMAAAA, 00 for what is not known; none where nothing is.
Result<std::optional<PartialDate>> partialDate(const QString &digits)
{
    if (digits.size() != 8 || !isDigits(digits))
        return Error{ErrorCode::Invalid, QStringLiteral("twoddoc.date"), {}};
    if (digits == u"00000000")
        return std::optional<PartialDate>();
    const auto date =
        PartialDate::of(digits.mid(4).toInt(), digits.mid(2, 2).toInt(), digits.left(2).toInt());
    if (!date.ok())
        return Error{ErrorCode::Invalid, QStringLiteral("twoddoc.date"), {}};
    return std::optional(*date);
}

std::optional<QDate> wholeDate(const QString &digits)
{
    const auto date = partialDate(digits);
    return date.ok() && *date ? (*date)->whole() : std::nullopt;
}

//! A Datamatrix in capitals has no <: the zone has spaces there, and may have lost the last ones.
Result<Mrz> mrzIn(const QString &field, QDate today)
{
    QString text = field;
    text.replace(u' ', u'<');
    for (const int size : {72, 88, 90}) {
        auto mrz = text.size() > size ? Result<Mrz>(Error{})
                                      : Mrz::parse(text.leftJustified(size, u'<'), today);
        if (mrz.ok() && mrz->isValid())
            return mrz;
    }
    return Mrz::parse(text, today);
}

} // namespace

Result<TwoDDocIdentity> TwoDDoc::identity(QDate today) const
{
    const bool known = std::any_of(personTypes.begin(), personTypes.end(),
                                   [this](const char *type) { return m_type == type; });
    if (!known || m_perimeter != "01")
        return Error{ErrorCode::Invalid, QStringLiteral("twoddoc.other_type"), {}};
    const auto valueOf = [this](const char *id) {
        const Field *field = find(id);
        return field ? field->value : QString();
    };
    const auto isCut = [this](const char *id) {
        const Field *field = find(id);
        return field && field->truncated;
    };
    TwoDDocIdentity identity;
    identity.ofDeceased = m_type == "A4";
    // Of the dead, 72 is the name borne and 74 the one of birth where it is another.
    const bool maiden = identity.ofDeceased && find("74");
    const char *surname = identity.ofDeceased ? (maiden ? "74" : "72") : "62";
    const char *givenNames = identity.ofDeceased ? "73" : find("60") ? "60" : "61";
    identity.surname = valueOf(surname);
    identity.surnameTruncated = isCut(surname);
    identity.usedSurname = valueOf(maiden ? "72" : "63");
    identity.spouseSurname = valueOf("64");
    identity.givenNames = valueOf(givenNames).split(u'/', Qt::SkipEmptyParts);
    identity.givenNamesTruncated = isCut(givenNames);
    identity.sex = valueOf(identity.ofDeceased ? "76" : "68");
    if (!QStringList{QString(), QStringLiteral("M"), QStringLiteral("F")}.contains(identity.sex))
        return Error{ErrorCode::Invalid, QStringLiteral("twoddoc.sex"), {}};
    if (const Field *birth = find(identity.ofDeceased ? "75" : "69")) {
        AMBROISE_TRY(identity.birth, partialDate(birth->value));
    }
    identity.birthPlace = valueOf("6A");
    identity.birthCountry = valueOf("6C");
    identity.nationality = valueOf("67");
    identity.documentType = valueOf("65");
    identity.documentNumber = valueOf("66");
    identity.issuingCountry = valueOf("6I");
    identity.validFrom = wholeDate(valueOf("6N"));
    identity.validTo = lastValidDay();
    if (const Field *zone = find("6F")) {
        AMBROISE_TRY(identity.mrz, mrzIn(zone->value, today));
    }
    return identity;
}

std::optional<QDate> TwoDDoc::lastValidDay() const
{
    if (const Field *end = find("6O"))
        return wholeDate(end->value);
    const Field *days = find("08");
    bool hex = false;
    const uint count = days ? days->value.toUInt(&hex, 16) : 0;
    if (!hex || days->value == u"FFFF")
        return {};
    return QDate(2000, 1, 1).addDays(count);
}

} // namespace ambroise::codes
