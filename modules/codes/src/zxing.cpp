// SPDX-License-Identifier: GPL-3.0-or-later
#include "zxing.h"

#include <QStringDecoder>

#include <ZXing/ReadBarcode.h>

#include <exception>
#include <optional>

namespace ambroise::codes {
namespace {

using ZXing::BarcodeFormat;

//! Pixels; a Micro QR has 11 modules, a Datamatrix 8.
constexpr int leastSide = 8;

std::optional<Symbology> symbologyOf(BarcodeFormat format)
{
    switch (format) {
    case BarcodeFormat::QRCode:
        return Symbology::QrCode;
    case BarcodeFormat::MicroQRCode:
        return Symbology::MicroQr;
    case BarcodeFormat::DataMatrix:
        return Symbology::DataMatrix;
    case BarcodeFormat::Aztec:
        return Symbology::Aztec;
    case BarcodeFormat::PDF417:
        return Symbology::Pdf417;
    case BarcodeFormat::MaxiCode:
        return Symbology::MaxiCode;
    case BarcodeFormat::EAN13:
        return Symbology::Ean13;
    case BarcodeFormat::Code128:
        return Symbology::Code128;
    default:
        return {};
    }
}

ZXing::BarcodeFormats formatsOf(zxing::Formats formats)
{
    switch (formats) {
    case zxing::Formats::DataMatrix:
        return BarcodeFormat::DataMatrix;
    case zxing::Formats::Matrix:
        return BarcodeFormat::MatrixCodes;
    case zxing::Formats::All:
        break;
    }
    return BarcodeFormat::MatrixCodes | BarcodeFormat::EAN13 | BarcodeFormat::Code128;
}

//! ZXing guesses a character set where none is declared; a guess may change from one content to the
//! next, so ours is fixed.
QString textOf(const ZXing::Result &result, const QByteArray &bytes)
{
    if (result.hasECI())
        return QString::fromStdString(result.text());
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

DecodedSymbol symbolOf(const ZXing::Result &result, Symbology symbology)
{
    DecodedSymbol symbol;
    symbol.symbology = symbology;
    symbol.bytes = QByteArray(reinterpret_cast<const char *>(result.bytes().data()),
                              qsizetype(result.bytes().size()));
    symbol.identifier = QByteArray::fromStdString(result.symbologyIdentifier());
    symbol.text = textOf(result, symbol.bytes);
    for (const auto &corner : result.position())
        symbol.corners << QPoint(corner.x, corner.y);
    return symbol;
}

} // namespace

QList<DecodedSymbol> zxing::read(const QImage &grey, Formats formats, Effort effort)
{
    if (grey.width() < leastSide || grey.height() < leastSide)
        return {};
    const bool hard = effort == Effort::Hard;
    ZXing::DecodeHints hints;
    hints.setFormats(formatsOf(formats));
    hints.setTryHarder(hard).setTryRotate(hard).setTryDownscale(false);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    QList<DecodedSymbol> symbols;
    try {
        for (const ZXing::Result &result : ZXing::ReadBarcodes(view, hints))
            if (const auto symbology = symbologyOf(result.format()); symbology && result.isValid())
                symbols << symbolOf(result, *symbology);
    } catch (const std::exception &) {
        // It throws where a damaged symbol makes no sense: then that is no code.
    }
    return symbols;
}

QLatin1String nameOf(Symbology symbology)
{
    switch (symbology) {
    case Symbology::QrCode:
        return QLatin1String("QRCode");
    case Symbology::MicroQr:
        return QLatin1String("MicroQRCode");
    case Symbology::DataMatrix:
        return QLatin1String("DataMatrix");
    case Symbology::Aztec:
        return QLatin1String("Aztec");
    case Symbology::Pdf417:
        return QLatin1String("PDF417");
    case Symbology::MaxiCode:
        return QLatin1String("MaxiCode");
    case Symbology::Ean13:
        return QLatin1String("EAN-13");
    case Symbology::Code128:
        break;
    }
    return QLatin1String("Code128");
}

} // namespace ambroise::codes
