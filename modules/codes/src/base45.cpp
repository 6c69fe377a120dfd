// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>

#include <algorithm>
#include <string_view>

namespace ambroise::codes::base45 {
namespace {

constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned base = 45;

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

bool isKnown(char c)
{
    return characters.find(c) != std::string_view::npos;
}

unsigned valueOf(char c)
{
    return unsigned(characters.find(c));
}

} // namespace

QByteArray encode(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve((bytes.size() + 1) / 2 * 3);
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        unsigned value = uchar(bytes[i]);
        if (pair)
            value = value * 256 + uchar(bytes[i + 1]);
        text += characters[value % base];
        text += characters[value / base % base];
        if (pair)
            text += characters[value / base / base];
    }
    return text;
}

Result<QByteArray> decode(QByteArrayView text)
{
    if (!std::all_of(text.begin(), text.end(), isKnown))
        return invalid(QStringLiteral("base45.character"));
    if (text.size() % 3 == 1)
        return invalid(QStringLiteral("base45.length"));
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype i = 0; i < text.size(); i += 3) {
        const bool pair = i + 2 < text.size();
        unsigned value = valueOf(text[i]) + base * valueOf(text[i + 1]);
        if (pair)
            value += base * base * valueOf(text[i + 2]);
        if (value > (pair ? 0xFFFFU : 0xFFU))
            return invalid(QStringLiteral("base45.overflow"));
        if (pair)
            bytes += char(value >> 8);
        bytes += char(value & 0xFF);
    }
    return bytes;
}

} // namespace ambroise::codes::base45
