// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/insdatamatrix.h>

#include "insfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

struct Authority {
    const char *oid;
    bool test;
};
// NIR, NIA, and the two that name nobody.
constexpr std::array authorities = {
    Authority{"1.2.250.1.213.1.4.8", false}, Authority{"1.2.250.1.213.1.4.9", false},
    Authority{"1.2.250.1.213.1.4.10", true}, Authority{"1.2.250.1.213.1.4.11", true}};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

const Authority *authorityOf(const QString &oid)
{
    const auto *found =
        std::find_if(authorities.begin(), authorities.end(), [&](const Authority &authority) {
            return oid == QLatin1String(authority.oid);
        });
    return found == authorities.end() ? nullptr : found;
}

bool fits(const QString &value, const QRegularExpression &form)
{
    return value.size() <= ins::maxName && form.match(value).hasMatch();
}

//! SEL-MP-043 v05 §3.4.1, ANS datamatrix v2.2 §5: A to Z, space, apostrophe, hyphen. A name of
//! birth may have a double hyphen and end with a hyphen or an apostrophe, a given name not.
bool isSurname(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A(?![ -])(?!.*[ ']{2})(?!.*---)[A-Z '-]*[A-Z'-]\z)"));
    return fits(value, form);
}

bool isGivenNames(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A(?![ -])(?!.*[ ']{2})(?!.*--)[A-Z '-]*[A-Z]\z)"));
    return fits(value, form);
}

bool isMatricule(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A[1-478][0-9]{4}([0-9]{2}|2A|2B)[0-9]{8}\z)"));
    return fits(value, form);
}

bool isPlace(const QString &value)
{
    static const QRegularExpression form(QStringLiteral(R"(\A([0-9]{5}|2[AB][0-9]{3})\z)"));
    return value.isEmpty() || fits(value, form);
}

} // namespace

Result<InsPayload> InsPayload::make(Parts parts)
{
    if (!isMatricule(parts.matricule))
        return invalid(QStringLiteral("ins_code.matricule"));
    if (!authorityOf(parts.oid))
        return invalid(QStringLiteral("ins_code.oid"));
    if (!isGivenNames(parts.givenNames))
        return invalid(QStringLiteral("ins_code.given_names"));
    if (!isSurname(parts.surname))
        return invalid(QStringLiteral("ins_code.surname"));
    if (parts.sex != u"M" && parts.sex != u"F")
        return invalid(QStringLiteral("ins_code.sex"));
    if (!parts.birthDate.isValid() || parts.birthDate.year() < 1 || parts.birthDate.year() > 9999)
        return invalid(QStringLiteral("ins_code.birth_date"));
    if (!isPlace(parts.birthPlace))
        return invalid(QStringLiteral("ins_code.birth_place"));
    return InsPayload(std::move(parts));
}

Result<InsPayload> InsPayload::parse(QByteArrayView bytes)
{
    AMBROISE_TRY(const ins::Values values, ins::strictFields(bytes));
    AMBROISE_TRY(Parts parts, ins::partsOf(values));
    return make(std::move(parts));
}

Result<InsPayload> InsPayload::fromWedge(QStringView typed)
{
    const QString text = ins::withoutAround(typed);
    auto strict = parse(text.toLatin1());
    if (strict.ok())
        return strict;
    const auto values = ins::looseFields(text);
    // What the strict reading says is nearer to the fault than what the guess says.
    if (!values.ok())
        return strict;
    AMBROISE_TRY(Parts parts, ins::partsOf(*values));
    AMBROISE_TRY(InsPayload payload, make(std::move(parts)));
    payload.m_needsConfirmation = true;
    return payload;
}

bool InsPayload::hasRightKey() const
{
    // Décret 82-103 art. 4: key = 97 - (number mod 97), with 2A and 2B read as 19 and 18.
    QString number = m_parts.matricule.left(13);
    number.replace(QStringLiteral("2A"), QStringLiteral("19"));
    number.replace(QStringLiteral("2B"), QStringLiteral("18"));
    return 97 - number.toLongLong() % 97 == m_parts.matricule.right(2).toInt();
}

bool InsPayload::isTest() const
{
    return authorityOf(m_parts.oid)->test;
}

QByteArray InsPayload::bytes() const
{
    const QList<std::pair<const char *, QString>> fields = {
        {"S1", m_parts.matricule},
        {"S2", m_parts.oid},
        {"S3", m_parts.givenNames},
        {"S4", m_parts.surname},
        {"S5", m_parts.sex},
        {"S6", m_parts.birthDate.toString(QStringLiteral("dd-MM-yyyy"))},
        {"S7", m_parts.birthPlace}};
    QByteArray bytes = ins::header().toByteArray();
    for (const auto &[id, value] : fields) {
        if (value.isEmpty())
            continue;
        // A separator ends what could be longer; the last fields, S6 and S7, cannot.
        bytes += id + value.toLatin1();
        if (value.size() < ins::fieldOf(id)->most)
            bytes += ins::separator;
    }
    return bytes;
}

} // namespace ambroise::codes
