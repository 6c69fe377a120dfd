// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace ambroise::documents {

//! The encodings in which laboratories, hospitals and scanners of today and of thirty years ago
//! write French.
enum class Charset {
    Utf8,
    Utf16,       //!< by its byte order mark
    Windows1252, //!< ISO-8859-1 too: the codes in which they differ are no text in the latter
    Ibm850       //!< DOS
};

//! By the name that a document declares: "utf-8", "ISO-8859-1", "windows-1252", "IBM850"; nothing
//! for what is not read here.
[[nodiscard]] std::optional<Charset> charsetNamed(QStringView name);

//! The one told by a byte order mark.
[[nodiscard]] std::optional<Charset> charsetOfMark(QByteArrayView bytes);

//! What bytes without a declaration are most likely to be.
struct GuessedCharset {
    Charset charset = Charset::Utf8;
    bool sure = true; //!< no other encoding gives French as well
};
[[nodiscard]] GuessedCharset guessedCharset(QByteArrayView bytes);

//! The text, without a byte order mark. Error: Invalid "text.encoding" (bytes that the encoding
//! does not have). Tables: Unicode Consortium, CP1252.TXT and CP850.TXT.
Result<QString> decodedText(QByteArrayView bytes, Charset charset);

} // namespace ambroise::documents
