// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/cardholder.h>

#include "certificate.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <QStringList>

#include <algorithm>

namespace ambroise::cards {

namespace {

constexpr unsigned char testCategory = 0x80;

QString textOf(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    ERR_clear_error();
    if (size < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return text.simplified();
}

//! Every value of that attribute, in whatever RDN: IGC-Santé puts CN, SN and GN into one.
QString subjectPart(const X509 &certificate, int nid)
{
    const X509_NAME *subject = X509_get_subject_name(&certificate);
    QStringList parts;
    for (int at = X509_NAME_get_index_by_NID(subject, nid, -1); at >= 0;
         at = X509_NAME_get_index_by_NID(subject, nid, at))
        parts << textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    return parts.join(u' ');
}

struct Asn1Free {
    void operator()(ASN1_TYPE *type) const { ASN1_TYPE_free(type); }
    void operator()(ASN1_OBJECT *object) const { ASN1_OBJECT_free(object); }
};

//! The value of the extension 1.2.250.1.71.1.2.<last>; null where there is none that can be read.
std::unique_ptr<ASN1_TYPE, Asn1Free> extension(const X509 &certificate, int last)
{
    const QByteArray oid = "1.2.250.1.71.1.2." + QByteArray::number(last);
    const std::unique_ptr<ASN1_OBJECT, Asn1Free> object(OBJ_txt2obj(oid.constData(), 1));
    const int at = X509_get_ext_by_OBJ(&certificate, object.get(), -1);
    if (at < 0)
        return nullptr;
    const ASN1_OCTET_STRING *data = X509_EXTENSION_get_data(X509_get_ext(&certificate, at));
    const unsigned char *next = ASN1_STRING_get0_data(data);
    std::unique_ptr<ASN1_TYPE, Asn1Free> value(
        d2i_ASN1_TYPE(nullptr, &next, ASN1_STRING_length(data)));
    ERR_clear_error();
    return value;
}

std::optional<int> number(const X509 &certificate, int last)
{
    const auto value = extension(certificate, last);
    int64_t number = 0;
    if (!value || value->type != V_ASN1_INTEGER ||
        ASN1_INTEGER_get_int64(&number, value->value.integer) != 1 || number < 0 || number > 9999) {
        ERR_clear_error();
        return {};
    }
    return int(number);
}

QString text(const X509 &certificate, int last)
{
    const auto value = extension(certificate, last);
    if (!value || (value->type != V_ASN1_PRINTABLESTRING && value->type != V_ASN1_UTF8STRING &&
                   value->type != V_ASN1_IA5STRING))
        return {};
    return textOf(value->value.asn1_string);
}

//! The category is one octet; whether it is wrapped as OCTET STRING or BIT STRING, the octet is the
//! same.
bool isTestCard(const X509 &certificate)
{
    const auto value = extension(certificate, 5);
    if (!value || (value->type != V_ASN1_OCTET_STRING && value->type != V_ASN1_BIT_STRING))
        return false;
    const ASN1_STRING *category = value->value.asn1_string;
    return ASN1_STRING_length(category) > 0 &&
           (ASN1_STRING_get0_data(category)[0] & testCategory) != 0;
}

std::optional<CardType> cardType(const X509 &certificate)
{
    switch (number(certificate, 2).value_or(-1)) {
    case 0:
        return CardType::Cps;
    case 1:
        return CardType::Cpf;
    case 2:
        return CardType::Cpe;
    case 3:
        return CardType::Cpa;
    default:
        return {};
    }
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! G08: 8 stands before an RPPS, 0 before an ADELI; other prefixes name an employer's own number.
QString professionalIdOf(const QString &nationalId)
{
    if (nationalId.size() == 12 && nationalId.startsWith(u'8') && areDigits(nationalId))
        return nationalId.mid(1);
    if (nationalId.size() == 11 && areDigits(nationalId))
        return nationalId;
    if (nationalId.size() == 10 && nationalId.startsWith(u'0'))
        return nationalId.mid(1);
    return {};
}

} // namespace

QString CardHolder::name() const
{
    const QString both = (givenName + u' ' + surname).trimmed();
    return both.isEmpty() ? nationalId : both;
}

Result<CardHolder> CardHolder::fromCertificate(const QByteArray &der)
{
    AMBROISE_TRY(const X509Ptr certificate, parseCertificate(der));
    CardHolder holder;
    holder.nationalId = subjectPart(*certificate, NID_commonName);
    holder.professionalId = professionalIdOf(holder.nationalId);
    holder.surname = subjectPart(*certificate, NID_surname);
    holder.givenName = subjectPart(*certificate, NID_givenName);
    holder.title = subjectPart(*certificate, NID_title);
    holder.type = cardType(*certificate);
    holder.cardNumber = text(*certificate, 3);
    holder.isTest = isTestCard(*certificate);
    holder.profession = number(*certificate, 7);
    return holder;
}

} // namespace ambroise::cards
