// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/qr.h>

#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>

namespace ambroise::codes {
namespace {

constexpr unsigned int eciUtf8 = 26;
constexpr std::string_view alphanumericSet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

using Input = std::unique_ptr<QRinput, decltype(&QRinput_free)>;
using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

QRecLevel levelOf(QrLevel level)
{
    switch (level) {
    case QrLevel::L:
        return QR_ECLEVEL_L;
    case QrLevel::M:
        return QR_ECLEVEL_M;
    case QrLevel::Q:
        return QR_ECLEVEL_Q;
    case QrLevel::H:
        break;
    }
    return QR_ECLEVEL_H;
}

QRencodeMode modeOf(QByteArrayView content)
{
    const auto all = [content](auto fits) {
        return std::all_of(content.begin(), content.end(), fits);
    };
    if (all([](char c) { return c >= '0' && c <= '9'; }))
        return QR_MODE_NUM;
    if (all([](char c) { return alphanumericSet.find(c) != std::string_view::npos; }))
        return QR_MODE_AN;
    return QR_MODE_8;
}

ModuleGrid gridOf(const QRcode &code)
{
    ModuleGrid grid{code.width, QBitArray(qsizetype(code.width) * code.width)};
    for (qsizetype i = 0; i < grid.dark.size(); ++i)
        grid.dark.setBit(i, (code.data[i] & 1) != 0);
    return grid;
}

Result<ModuleGrid> encoded(QByteArrayView content, QrLevel level, bool declareUtf8)
{
    if (content.isEmpty())
        return invalid(QStringLiteral("qr.empty"));
    // 7089 digits are the most that any version holds; libqrencode counts in int.
    if (content.size() > 7089)
        return invalid(QStringLiteral("qr.too_long"));
    const Input input(QRinput_new2(0, levelOf(level)), &QRinput_free);
    if (!input || (declareUtf8 && QRinput_appendECIheader(input.get(), eciUtf8) != 0) ||
        QRinput_append(input.get(), modeOf(content), int(content.size()),
                       reinterpret_cast<const unsigned char *>(content.data())) != 0)
        return Error{ErrorCode::Unavailable, QStringLiteral("qr.encoder"), {}};
    const Code code(QRcode_encodeInput(input.get()), &QRcode_free);
    if (!code && errno == ERANGE)
        return invalid(QStringLiteral("qr.too_long"));
    if (!code)
        return Error{ErrorCode::Unavailable, QStringLiteral("qr.encoder"), {}};
    return gridOf(*code);
}

} // namespace

Result<ModuleGrid> qrGrid(QByteArrayView content, QrLevel level)
{
    return encoded(content, level, false);
}

Result<ModuleGrid> qrGrid(const QString &text, QrLevel level)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    return encoded(text.toUtf8(), level, !ascii);
}

Result<QImage> qrImage(QByteArrayView content, QrLevel level, int modulePixels, int quietModules)
{
    AMBROISE_TRY(const ModuleGrid grid, qrGrid(content, level));
    return imageOf(grid, modulePixels, quietModules);
}

Result<QImage> qrImage(const QString &text, QrLevel level, int modulePixels, int quietModules)
{
    AMBROISE_TRY(const ModuleGrid grid, qrGrid(text, level));
    return imageOf(grid, modulePixels, quietModules);
}

int qrVersion(const ModuleGrid &grid)
{
    return (grid.size - 17) / 4;
}

} // namespace ambroise::codes
