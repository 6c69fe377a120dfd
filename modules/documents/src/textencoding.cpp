// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/textencoding.h>

#include <QStringDecoder>

#include <array>

namespace ambroise::documents {
namespace {

//! 0x80 to 0x9F; 0 where it defines nothing.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x0000, 0x017D, 0x0000, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178};

//! 0x80 to 0xFF.
constexpr std::array<char16_t, 128> ibm850 = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
    0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
    0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
    0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
    0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
    0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0};

//! What French is written with, besides ASCII.
constexpr QStringView frenchLetters =
    u"\u00E9\u00E8\u00EA\u00EB\u00E0\u00E2\u00E7\u00F4\u00EE\u00EF\u00F9\u00FB"
    u"\u00C9\u00C8\u00CA\u00C0\u00C7\u00B5\u00B0\u00B2\u00B3\u2019\u0153";

//! 0 where the encoding has no such character.
char16_t unitOf(quint8 byte, Charset charset)
{
    if (byte < 0x80)
        return byte;
    if (charset == Charset::Ibm850)
        return ibm850.at(byte - 0x80U);
    return byte < 0xA0 ? windows1252.at(byte - 0x80U) : char16_t(byte);
}

Error notOfIt()
{
    return {ErrorCode::Invalid, u"text.encoding"_qs, {}};
}

Result<QString> fromUnicode(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return notOfIt();
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

//! How much of it reads as French.
int frenchness(QByteArrayView bytes, Charset charset)
{
    int score = 0;
    for (const char byte : bytes) {
        if (quint8(byte) < 0x80)
            continue;
        const char16_t unit = unitOf(quint8(byte), charset);
        if (frenchLetters.contains(QChar(unit)))
            ++score;
        else if (unit == 0 || !QChar(unit).isPrint())
            score -= 4;
        else
            --score;
    }
    return score;
}

} // namespace

std::optional<Charset> charsetNamed(QStringView name)
{
    const QString folded = name.trimmed().toString().toUpper().remove(u'-').remove(u'_');
    if (folded == u"UTF8" || folded == u"USASCII" || folded == u"ASCII")
        return Charset::Utf8;
    if (folded.startsWith(u"UTF16"))
        return Charset::Utf16;
    if (folded == u"ISO88591" || folded == u"LATIN1" || folded == u"WINDOWS1252" ||
        folded == u"CP1252")
        return Charset::Windows1252;
    if (folded == u"IBM850" || folded == u"CP850")
        return Charset::Ibm850;
    return std::nullopt;
}

std::optional<Charset> charsetOfMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Charset::Utf8;
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return Charset::Utf16;
    return std::nullopt;
}

GuessedCharset guessedCharset(QByteArrayView bytes)
{
    if (const auto marked = charsetOfMark(bytes))
        return {*marked, true};
    // Accented letters of the others seldom look like sequences of UTF-8, and never all of them.
    if (decodedText(bytes, Charset::Utf8).ok())
        return {Charset::Utf8, true};
    const int windows = frenchness(bytes, Charset::Windows1252);
    const int dos = frenchness(bytes, Charset::Ibm850);
    return {dos > windows ? Charset::Ibm850 : Charset::Windows1252, (dos > 0) != (windows > 0)};
}

Result<QString> decodedText(QByteArrayView bytes, Charset charset)
{
    if (charset == Charset::Utf8)
        return fromUnicode(bytes, QStringConverter::Utf8);
    if (charset == Charset::Utf16)
        return fromUnicode(bytes, QStringConverter::Utf16);
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const char16_t unit = unitOf(quint8(byte), charset);
        if (byte != 0 && unit == 0)
            return notOfIt();
        text += QChar(unit);
    }
    return text;
}

} // namespace ambroise::documents
