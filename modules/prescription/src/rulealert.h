// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "legaltables.h"

#include <ambroise/prescription/check.h>

namespace ambroise::prescription {

//! An alert in the words of our table; "%1"… stand for `values`. Where the table names no source,
//! it is `source`.
[[nodiscard]] Alert ruleAlert(CheckKind kind, const QString &rule, int line,
                              const KnowledgeSource &source, const QStringList &values = {});
[[nodiscard]] QString filled(QString text, const QStringList &values);

} // namespace ambroise::prescription
