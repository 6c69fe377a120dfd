// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/number.h>

#include <ambroise/core/crockford.h>
#include <ambroise/crypto/random.h>

namespace ambroise::prescription {
namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype length = 18;

//! Luhn's sum modulo 32, the last character counted once.
qsizetype checkSum(QStringView text)
{
    qsizetype sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype value = alphabet.indexOf(text.at(text.size() - 1 - i));
        const qsizetype weighted = i % 2 == 0 ? value : 2 * value;
        sum += weighted / 32 + weighted % 32;
    }
    return sum % 32;
}

QChar plain(QChar typed)
{
    const QChar c = typed.toUpper();
    return c == u'O' ? u'0' : c == u'I' || c == u'L' ? u'1' : c;
}

} // namespace

OrdonnanceNumber OrdonnanceNumber::generate()
{
    const QString body = crockford::encode(crypto::randomBytes(11)).left(length - 1);
    const qsizetype sum = checkSum(body + u'0');
    return OrdonnanceNumber(body + alphabet.at((32 - sum) % 32));
}

Result<OrdonnanceNumber> OrdonnanceNumber::parse(QStringView text)
{
    QString number;
    for (const QChar c : text)
        if (!c.isSpace() && c != u'-')
            number += plain(c);
    for (const QChar c : number)
        if (!alphabet.contains(c))
            return Error{ErrorCode::Invalid, u"number.shape"_qs, {}};
    if (number.size() != length)
        return Error{ErrorCode::Invalid, u"number.shape"_qs, {}};
    if (checkSum(number) != 0)
        return Error{ErrorCode::Invalid, u"number.check"_qs, {}};
    return OrdonnanceNumber(number);
}

QString OrdonnanceNumber::grouped() const
{
    return crockford::grouped(m_text);
}

} // namespace ambroise::prescription
