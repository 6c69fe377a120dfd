// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/repository.h>
#include <ambroise/record/summaryline.h>
#include <ambroise/record/treatment.h>

#include <QStringList>

namespace ambroise::record::ui {

//! What stands in the summary, in the order of its sections.
[[nodiscard]] QList<EntryKind> summaryKinds();
[[nodiscard]] QString sectionWord(EntryKind kind); //!< « Problèmes »
[[nodiscard]] QString lineWord(EntryKind kind);    //!< « Problème »
//! « Aucune allergie connue », where it may be said of that kind.
[[nodiscard]] QString noneWord(Topic topic);
[[nodiscard]] std::optional<Topic> topicOf(EntryKind kind);

// By the value of the enumeration.
[[nodiscard]] QStringList allergenWords();
[[nodiscard]] QStringList severityWords();
[[nodiscard]] QStringList certaintyWords();
[[nodiscard]] QStringList treatmentUseWords();

//! Of each of stopReasons(), in that order.
[[nodiscard]] QStringList stopReasonWords();

} // namespace ambroise::record::ui
