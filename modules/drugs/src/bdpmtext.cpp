// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace ambroise::drugs {
namespace {

//! Windows-1252, 0x80 to 0x9F (Unicode Consortium, CP1252.TXT); 0 where it defines nothing.
constexpr std::array<char16_t, 32> cp1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Error notText(QByteArrayView content, qsizetype offset)
{
    const auto line = std::count(content.begin(), content.begin() + offset, '\n') + 1;
    return {ErrorCode::Invalid, u"bdpm.encoding"_qs, QString::number(line)};
}

//! Where the first byte stands that no text has: a control character other than tab, line feed and
//! carriage return. UTF-16 shows by its zeros.
std::optional<qsizetype> firstControl(QByteArrayView content)
{
    for (qsizetype i = 0; i < content.size(); ++i) {
        const auto c = uchar(content[i]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            return i;
    }
    return std::nullopt;
}

//! How long the UTF-8 sequence at `at` is; 0 where there is none (RFC 3629).
int utf8Length(QByteArrayView content, qsizetype at)
{
    const auto byte = [&](qsizetype i) {
        return i < content.size() ? uchar(content[i]) : 0U;
    };
    const auto follows = [&](qsizetype i) {
        return (byte(i) & 0xC0U) == 0x80U;
    };
    const uint lead = byte(at);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uint second = byte(at + 1);
        const bool valid = follows(at + 1) && follows(at + 2) && !(lead == 0xE0 && second < 0xA0) &&
                           !(lead == 0xED && second >= 0xA0);
        return valid ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uint second = byte(at + 1);
        const bool valid = follows(at + 1) && follows(at + 2) && follows(at + 3) &&
                           !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second >= 0x90);
        return valid ? 4 : 0;
    }
    return 0;
}

struct Utf8Count {
    qsizetype sequences = 0; //!< of several bytes
    qsizetype strays = 0;    //!< bytes that belong to none
    qsizetype firstStray = -1;
};

Utf8Count countUtf8(QByteArrayView content)
{
    Utf8Count count;
    for (qsizetype i = 0; i < content.size();) {
        const int length = utf8Length(content, i);
        if (length == 0 && count.strays++ == 0)
            count.firstStray = i;
        if (length > 1)
            ++count.sequences;
        i += std::max(length, 1);
    }
    return count;
}

Result<QString> fromCp1252(QByteArrayView content)
{
    QString out(content.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i) {
        const auto c = uchar(content[i]);
        const char16_t unit = c >= 0x80 && c < 0xA0 ? cp1252High.at(c - 0x80U) : char16_t(c);
        if (unit == 0 && c != 0)
            return notText(content, i);
        out[i] = QChar(unit);
    }
    return out;
}

QString unescaped(QString text)
{
    static const std::array<std::pair<QStringView, QChar>, 6> entities = {{{u"&lt;", u'<'},
                                                                           {u"&gt;", u'>'},
                                                                           {u"&quot;", u'"'},
                                                                           {u"&#39;", u'\''},
                                                                           {u"&nbsp;", u'\u00A0'},
                                                                           {u"&amp;", u'&'}}};
    if (!text.contains(u'&'))
        return text;
    for (const auto &[entity, character] : entities)
        text.replace(entity.toString(), QString(character));
    return text;
}

} // namespace

Result<QString> decoded(QByteArrayView content)
{
    if (content.startsWith("\xEF\xBB\xBF"))
        content = content.sliced(3);
    if (const auto control = firstControl(content))
        return notText(content, *control);
    const Utf8Count count = countUtf8(content);
    if (count.strays == 0)
        return QString::fromUtf8(content);
    // Two accented letters of Windows-1252 may look like a sequence of UTF-8, but seldom do.
    if (count.sequences > count.strays)
        return notText(content, count.firstStray);
    return fromCp1252(content);
}

QString plainText(QStringView html)
{
    QString text = html.toString();
    if (text.contains(u'<')) {
        static const QRegularExpression lineBreak(QStringLiteral("(?:\\s*<br\\s*/?>)+\\s*"),
                                                  QRegularExpression::CaseInsensitiveOption);
        // A tag begins with a letter or a slash: "< 20 kg" is text.
        static const QRegularExpression tag(QStringLiteral("</?[A-Za-z][A-Za-z0-9]*(\\s[^<>]*)?>"));
        text.replace(lineBreak, u"\n"_qs);
        text.remove(tag);
    }
    text = unescaped(std::move(text));
    if (text.contains(u'¿')) {
        static const QRegularExpression lostApostrophe(QStringLiteral("(?<=\\p{L})¿(?=\\p{L})"));
        text.replace(lostApostrophe, QStringLiteral("\u2019"));
    }
    return text.trimmed();
}

} // namespace ambroise::drugs
