// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/classify.h>

#include <algorithm>
#include <array>
#include <optional>

namespace ambroise::codes {
namespace {

constexpr char gs = 0x1D;
constexpr qsizetype gtinDigits = 14;
constexpr qsizetype dateDigits = 6;
constexpr qsizetype maxVariable = 20;
const QByteArrayView insHeader = "IS010000000000000000000000";
constexpr std::array gs1Identifiers = {"]d2", "]C1", "]Q3", "]e0"};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

bool isDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isGs1Identifier(QByteArrayView identifier)
{
    return std::any_of(gs1Identifiers.begin(), gs1Identifiers.end(),
                       [identifier](const char *known) { return identifier == known; });
}

bool isTwoDDoc(QByteArrayView content)
{
    return content.size() >= 4 && content.startsWith("DC0") && content[3] >= '1' &&
           content[3] <= '4';
}

bool isGs1(QByteArrayView content)
{
    if (content.startsWith(gs) ||
        isGs1Identifier(content.first(std::min<qsizetype>(3, content.size()))))
        return true;
    return content.size() >= 2 + gtinDigits && content.startsWith("01") &&
           isDigits(content.sliced(2, gtinDigits));
}

QByteArrayView withoutLead(QByteArrayView content)
{
    if (content.size() >= 3 && isGs1Identifier(content.first(3)))
        content = content.sliced(3);
    return content.startsWith(gs) ? content.sliced(1) : content;
}

//! Length of the value of an identifier that FNC1 need not end: General Specifications, figure
//! 7.8.5-2, by the identifier's first two digits (those of three or four digits included).
std::optional<qsizetype> predefinedLength(QByteArrayView firstTwo)
{
    const int key = (firstTwo[0] - '0') * 10 + (firstTwo[1] - '0');
    if (key == 0)
        return 18;
    if (key >= 1 && key <= 3)
        return gtinDigits;
    if (key == 4)
        return 16;
    if (key >= 11 && key <= 19)
        return dateDigits;
    if (key == 20)
        return 2;
    if (key >= 31 && key <= 36)
        return 8;
    if (key == 41)
        return 14;
    return {};
}

//! Weights 3 and 1 from the right, the check digit itself weighing 1.
bool hasRightCheckDigit(QByteArrayView gtin)
{
    int sum = 0;
    for (qsizetype i = 0; i < gtin.size(); ++i)
        sum += (gtin[i] - '0') * (i % 2 == 0 ? 3 : 1);
    return sum % 10 == 0;
}

bool isPrintable(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c <= 'z'; });
}

QDate dateOf(QByteArrayView digits)
{
    const int year = 2000 + digits.first(2).toByteArray().toInt();
    const int month = digits.sliced(2, 2).toByteArray().toInt();
    const int day = digits.sliced(4, 2).toByteArray().toInt();
    const QDate first(year, month, 1);
    return day == 0 && first.isValid() ? first.addDays(first.daysInMonth() - 1)
                                       : QDate(year, month, day);
}

Status keep(QString &field, QByteArrayView value)
{
    const QString text = QString::fromLatin1(value);
    if (!field.isEmpty() && field != text)
        return invalid(QStringLiteral("gs1.twice"));
    field = text;
    return done();
}

Status keepGtin(Gs1Fields &fields, QByteArrayView value)
{
    if (!isDigits(value))
        return invalid(QStringLiteral("gs1.shape"));
    if (!hasRightCheckDigit(value))
        return invalid(QStringLiteral("gs1.check"));
    AMBROISE_CHECK(keep(fields.gtin, value));
    if (value.startsWith("03400"))
        fields.cip13 = fields.gtin.mid(1);
    return done();
}

Status keepExpiry(Gs1Fields &fields, QByteArrayView value)
{
    if (!isDigits(value))
        return invalid(QStringLiteral("gs1.shape"));
    const QDate date = dateOf(value);
    if (!date.isValid())
        return invalid(QStringLiteral("gs1.date"));
    if (fields.expiry.isValid() && fields.expiry != date)
        return invalid(QStringLiteral("gs1.twice"));
    fields.expiry = date;
    return done();
}

Status keepText(QString &field, QByteArrayView value)
{
    if (value.isEmpty() || value.size() > maxVariable || !isPrintable(value))
        return invalid(QStringLiteral("gs1.shape"));
    return keep(field, value);
}

Status keepElement(Gs1Fields &fields, QByteArrayView identifier, QByteArrayView value)
{
    if (identifier == "01")
        return keepGtin(fields, value);
    if (identifier == "17")
        return keepExpiry(fields, value);
    if (identifier == "10")
        return keepText(fields.lot, value);
    if (identifier == "21")
        return keepText(fields.serial, value);
    return done();
}

} // namespace

CodeKind kindOf(QByteArrayView content)
{
    if (content.startsWith("AMB1:"))
        return CodeKind::Ordonnance;
    if (content.startsWith(insHeader))
        return CodeKind::Ins;
    if (isTwoDDoc(content))
        return CodeKind::TwoDDoc;
    return isGs1(content) ? CodeKind::Gs1 : CodeKind::Unknown;
}

CodeKind kindOf(const DecodedSymbol &symbol)
{
    return isGs1Identifier(symbol.identifier) ? CodeKind::Gs1 : kindOf(symbol.bytes);
}

Result<Gs1Fields> parseGs1(QByteArrayView content)
{
    Gs1Fields fields;
    QByteArrayView rest = withoutLead(content);
    while (!rest.isEmpty()) {
        if (rest.size() < 2 || !isDigits(rest.first(2)))
            return invalid(QStringLiteral("gs1.shape"));
        const QByteArrayView identifier = rest.first(2);
        rest = rest.sliced(2);
        const auto fixed = predefinedLength(identifier);
        const qsizetype next = rest.indexOf(gs);
        const qsizetype length = fixed.value_or(next < 0 ? rest.size() : next);
        if (length > rest.size() || (next >= 0 && next < length))
            return invalid(QStringLiteral("gs1.shape"));
        AMBROISE_CHECK(keepElement(fields, identifier, rest.first(length)));
        rest = rest.sliced(length);
        if (rest.startsWith(gs))
            rest = rest.sliced(1);
    }
    if (fields.gtin.isEmpty())
        return invalid(QStringLiteral("gs1.gtin"));
    return fields;
}

} // namespace ambroise::codes
