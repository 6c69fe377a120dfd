// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/insdatamatrix.h>

#include <QHash>

//! The fields of a Datamatrix INS, before their values are judged.
namespace ambroise::codes::ins {

constexpr char separator = 0x1D;
constexpr int maxName = 100;

struct Field {
    const char *id;
    int least;
    int most;
};

using Values = QHash<QByteArray, QString>;

[[nodiscard]] QByteArrayView header(); //!< of version 01
//! Null for what is no field.
[[nodiscard]] const Field *fieldOf(QByteArrayView id);

Result<Values> strictFields(QByteArrayView bytes);
//! Of text without its separators, or with something in their place.
Result<Values> looseFields(const QString &text);
Result<InsPayload::Parts> partsOf(const Values &values);

//! Without what scanners put before a content (AIM identifier) and behind it (line ends).
[[nodiscard]] QString withoutAround(QStringView typed);

} // namespace ambroise::codes::ins
