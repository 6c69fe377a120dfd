// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::app {

//! What the lines cost today. Errors: those of prescription::checkedLine.
Result<prescription::ui::Prices> pricesOf(Practice &practice,
                                          const QList<prescription::Line> &lines);

} // namespace ambroise::app
