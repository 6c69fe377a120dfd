// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/uikit/theme.h>

namespace ambroise::drugs::ui {

//! One thing that the base says of a drug.
struct Fact {
    QString label; //!< "Remboursé"
    QString text;  //!< "65 %, 4,55 € la boîte"
    Source source;
    std::optional<uikit::Meaning> meaning = {}; //!< a warning
};

//! What matters while prescribing, in a few words each. What the base does not say has no fact,
//! nor has a notice that ended before `today`.
[[nodiscard]] QList<Fact> briefFacts(const DrugDetail &detail, QDate today);

//! « tension depuis le 03/11/2026 ».
[[nodiscard]] QString availabilityWords(const Availability &state);
[[nodiscard]] bool isWarning(const Availability &state);

//! When it is told: « 03/02/2026 », « du 03/02/2026 au 03/08/2026 ».
[[nodiscard]] QString daysWords(const Notice &notice);

//! « princeps », « générique ».
[[nodiscard]] QString roleWord(GroupRole role);

//! « BDPM, 26/05/2026 ».
[[nodiscard]] QString sourceWords(const Source &source);

//! The box that is usually given: the first marketed one that has a price; null: there is none. It
//! lives as long as the list.
[[nodiscard]] const Presentation *usualBox(const QList<Presentation> &boxes);

//! The other drugs of its generic groups, each once, marketed first.
[[nodiscard]] QList<GroupMember> othersOf(const DrugDetail &detail);

//! « 65 % » of the box, « 15 % ou 30 % » where it depends; empty: the base does not say.
[[nodiscard]] QString rateWords(const Presentation &box);

//! The parts of which the base says nothing, as words: never taken for "none".
[[nodiscard]] QStringList silentParts(const DrugDetail &detail);

//! What nobody checks here, whatever the base says.
[[nodiscard]] QString uncheckedWords();

} // namespace ambroise::drugs::ui
