// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/contacts.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise::patient {
namespace {

//! Numbers of the overseas territories are written like the others and have a country of their own.
//! 06 39 98 is kept for fiction and is nobody's. Source: ARCEP, plan national de numérotation.
struct Territory {
    QStringView beginning; //!< as dialled in France
    QStringView country;
};
constexpr std::array<Territory, 14> territories = {{
    {u"063998", u"33"},
    {u"0262", u"262"},
    {u"0263", u"262"},
    {u"0269", u"262"},
    {u"0639", u"262"},
    {u"0692", u"262"},
    {u"0693", u"262"},
    {u"0590", u"590"},
    {u"0690", u"590"},
    {u"0691", u"590"},
    {u"0594", u"594"},
    {u"0694", u"594"},
    {u"0596", u"596"},
    {u"0696", u"596"},
}};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

QString countryOf(const QString &dialled)
{
    const auto territory =
        std::find_if(territories.begin(), territories.end(),
                     [&](const Territory &t) { return dialled.startsWith(t.beginning); });
    return territory == territories.end() ? u"33"_qs : territory->country.toString();
}

Result<QString> fromDialled(const QString &digits)
{
    if (digits.size() != 10 || digits.at(1) == u'0')
        return invalid(u"phone.length"_qs);
    return u'+' + countryOf(digits) + digits.mid(1);
}

Result<QString> fromAbroad(QString digits)
{
    static const QRegularExpression overseas(u"^(33|262|590|594|596)0?([1-9][0-9]{8})\\z"_qs);
    if (const auto match = overseas.match(digits); match.hasMatch())
        return u'+' + match.captured(1) + match.captured(2);
    // E.164: 15 digits at most; no country has numbers under 7 with its code.
    if (digits.size() < 7 || digits.size() > 15 || digits.startsWith(u'0') ||
        digits.startsWith(u"33"))
        return invalid(u"phone.length"_qs);
    return u'+' + digits;
}

} // namespace

Result<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    constexpr qsizetype longest = 64;
    if (text.size() > longest)
        return invalid(u"phone.length"_qs);
    QString digits;
    bool abroad = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c == u'+' && digits.isEmpty() && !abroad)
            abroad = true;
        else if (!c.isSpace() && !QStringView(u".-/()\u2010\u2011").contains(c))
            return invalid(u"phone.character"_qs);
    }
    if (!abroad && digits.startsWith(u"00")) {
        abroad = true;
        digits.remove(0, 2);
    }
    AMBROISE_TRY(QString e164, abroad ? fromAbroad(digits) : fromDialled(digits));
    return PhoneNumber(std::move(e164));
}

QString PhoneNumber::dialled() const
{
    for (const QStringView country : {u"+33", u"+262", u"+590", u"+594", u"+596"})
        if (m_e164.startsWith(country) && m_e164.size() == country.size() + 9)
            return u'0' + m_e164.mid(country.size());
    return m_e164;
}

QString PhoneNumber::toFrench() const
{
    const QString number = dialled();
    if (number.startsWith(u'+'))
        return number;
    QString out;
    for (qsizetype i = 0; i < number.size(); i += 2)
        out += (i > 0 ? u" "_qs : QString()) + number.mid(i, 2);
    return out;
}

Result<EmailAddress> EmailAddress::parse(QStringView text)
{
    static const QRegularExpression shape(
        uR"(^[^\s@<>,;:"()\[\]\\]{1,64}@[^\s@<>,;:"()\[\]\\.]+(\.[^\s@<>,;:"()\[\]\\.]+)+\z)"_qs);
    const QString trimmed = text.trimmed().toString();
    if (trimmed.size() > 254 || !shape.match(trimmed).hasMatch())
        return invalid(u"email.shape"_qs);
    return EmailAddress(trimmed);
}

} // namespace ambroise::patient
