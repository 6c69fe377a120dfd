// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QString>

//! Reading the publisher's text.
namespace ambroise::drugs {

//! The text of a file: UTF-8 where every byte is, else Windows-1252. Error: Invalid
//! "bdpm.encoding", the line in `detail`, for what is neither, for a mixture of both (half of its
//! accents would be lost) and for what is no text.
Result<QString> decoded(QByteArrayView content);

//! Without HTML: <br> is a new line, other tags go, entities are their characters. "l¿enfant", as
//! the publisher's own conversion left it, is "l’enfant".
QString plainText(QStringView html);

} // namespace ambroise::drugs
