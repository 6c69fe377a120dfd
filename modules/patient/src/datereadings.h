// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>

namespace ambroise::patient {

//! Digits, or a month by its name.
struct DatePart {
    QString digits{};
    int month = 0;
};

//! 1 to 12 for the beginning of a French month's name, of three letters or more, that fits one
//! month only.
[[nodiscard]] int monthNamed(const QString &word);
//! Whether a folded word is the name or a usual abbreviation of a month, not only its beginning.
[[nodiscard]] bool isWholeMonthName(const QString &folded);

//! The beginnings of terms (terms.h) that a birth date may have which is written so, or of which so
//! much is typed: whole, month and year, year, day and month. Likeliest first.
[[nodiscard]] QStringList datePrefixes(const QList<DatePart> &parts, QDate today);

} // namespace ambroise::patient
