// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>

namespace ambroise::patient {

//! What somebody who typed this may mean, likeliest first: each reading is a list of beginnings of
//! terms (terms.h), all of which a patient must have. "mar 1958" is a name and a year, or March
//! 1958; "0612" is the 6th of December or a telephone number. Empty where nothing can be meant.
[[nodiscard]] QList<QStringList> readingsOf(QStringView typed, QDate today);

} // namespace ambroise::patient
