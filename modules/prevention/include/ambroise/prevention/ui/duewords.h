// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/due.h>

//! Where a patient stands, in words.
namespace ambroise::prevention::ui {

//! One line of what is to be done: rules of one group that stand alike are one line.
struct DueLine {
    QList<DueItem> items; //!< never empty
    QString label{};      //!< « Grippe », « Hexavalent »
    QString detail{};     //!< which dose, which age; may be empty
    QString state{};      //!< « en retard, 09/2026 », « depuis le 13/10 », « jamais noté »
    bool late = false;

    [[nodiscard]] const DueItem &first() const { return items.first(); }
};

//! In the order of the book.
[[nodiscard]] QList<DueLine> linesOf(const QList<DueItem> &items, const RuleBook &book,
                                     QDate today);
//! Those to be done now.
[[nodiscard]] QList<DueLine> dueLinesOf(const QList<DueItem> &items, const RuleBook &book,
                                        QDate today);

[[nodiscard]] QString stateText(const DueItem &item, const Rule &rule, QDate today);
//! « dose 2 sur 3 », « 9e mois (certificat) »; empty: nothing to tell.
[[nodiscard]] QString detailText(const DueItem &item, const Rule &rule);
//! « 14/03/2025 », « 03/2025 », « 2025 », « date inconnue ».
[[nodiscard]] QString dateText(const std::optional<PartialDate> &date);
//! The data that tell it: « Diabète de type 2 (E11), 01/03/2011 ».
[[nodiscard]] QString becauseText(const DueItem &item);
[[nodiscard]] QString kindWord(RuleKind kind); //!< « Vaccinations »

} // namespace ambroise::prevention::ui
