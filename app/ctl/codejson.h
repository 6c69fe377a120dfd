// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/mrz.h>
#include <ambroise/codes/symbol.h>
#include <ambroise/codes/twoddoc.h>
#include <ambroise/crypto/signature.h>

#include <QJsonObject>

namespace ambroise::ctl {

//! Whose signatures are believed, where --trust was given.
struct Trust {
    crypto::TrustStore practices{};
    codes::TwoDDocTrust authorities{};
};

//! A code as the contract of `code decode` wants it: what it is, what it says, whether it is
//! genuine.
[[nodiscard]] QJsonObject codeToJson(const QString &file, const codes::DecodedSymbol &symbol,
                                     const std::optional<Trust> &trust, QDate today);

//! As the contract of `mrz parse` wants it.
[[nodiscard]] QJsonObject mrzToJson(const codes::Mrz &mrz);

//! Faults and remarks as sentences, one a line.
[[nodiscard]] QString mrzToText(const codes::Mrz &mrz);

} // namespace ambroise::ctl
