// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/crockford.h>

namespace ambroise::crockford {
namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

qsizetype valueOf(QChar typed)
{
    const QChar c = typed.toUpper();
    if (c == u'O')
        return 0;
    if (c == u'I' || c == u'L')
        return 1;
    return alphabet.indexOf(c);
}

} // namespace

QString encode(const QByteArray &bytes)
{
    QString out;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out += alphabet[(buffer >> bits) & 31];
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits > 0)
        out += alphabet[(buffer << (5 - bits)) & 31];
    return out;
}

Result<QByteArray> decode(QStringView text)
{
    QByteArray out;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        if (c.isSpace() || c == u'-')
            continue;
        const qsizetype value = valueOf(c);
        if (value < 0)
            return Error{ErrorCode::Invalid, QStringLiteral("crockford.character"), {}};
        buffer = (buffer << 5) | quint32(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out += char((buffer >> bits) & 0xFF);
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits >= 5 || buffer != 0)
        return Error{ErrorCode::Invalid, QStringLiteral("crockford.length"), {}};
    return out;
}

QString grouped(QStringView text, int size, QChar separator)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); i += size) {
        if (i > 0)
            out += separator;
        out += text.mid(i, size);
    }
    return out;
}

} // namespace ambroise::crockford
