// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QPolygon>
#include <QString>

namespace ambroise::codes {

//! The kinds of code that are looked for.
enum class Symbology { QrCode, MicroQr, DataMatrix, Aztec, Pdf417, MaxiCode, Ean13, Code128 };

//! "QRCode", "MicroQRCode", "DataMatrix", "Aztec", "PDF417", "MaxiCode", "EAN-13", "Code128":
//! stable, for files and JSON.
[[nodiscard]] QLatin1String nameOf(Symbology symbology);

//! A code that was read; its own check and error correction are passed, nothing else is known of
//! it.
struct DecodedSymbol {
    Symbology symbology = Symbology::QrCode;
    QByteArray bytes;      //!< the content, exactly; FNC1 between fields is 0x1D
    QByteArray identifier; //!< AIM identifier (ISO/IEC 15424): "]d2" is a GS1 Datamatrix
    //! The content for people: as its ECI says, else UTF-8, else Latin-1 where it is not UTF-8.
    QString text;
    int page = 1; //!< from 1; 1 in an image
    //! Four, from the top left of the image in pixels, or of the PDF's page in points (1/72 inch).
    QPolygon corners;

    friend bool operator==(const DecodedSymbol &, const DecodedSymbol &) = default;
};

} // namespace ambroise::codes
