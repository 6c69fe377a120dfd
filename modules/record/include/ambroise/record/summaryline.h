// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/partialdate.h>
#include <ambroise/record/entry.h>

namespace ambroise::record {

//! What a line of the summary knows of its date: « 2011 », « mars 2011 », a day. Kept in
//! NewEntry::value as "2011", "2011-03" or "2011-03-12"; NewEntry::happened is its first moment.
[[nodiscard]] std::optional<PartialDate> sinceOf(const NewEntry &line);
void setSince(NewEntry &line, const PartialDate &since);
//! Nobody knows since when: "?" as its value; `written` is what it is ordered by.
void setSinceUnknown(NewEntry &line, const QDateTime &written);
[[nodiscard]] bool isSinceUnknown(const NewEntry &line);

enum class AllergenKind { Unspecified, Drug, DrugClass, Excipient, Food, Other };
enum class AllergySeverity { Unspecified, Mild, Moderate, Severe };
enum class AllergyCertainty { Unspecified, Suspected, Confirmed };

//! What is known of an allergy or intolerance besides its substance (the title) and the reaction
//! (the body). Kept in NewEntry::unit as "drug severe confirmed".
struct AllergyDetails {
    AllergenKind kind = AllergenKind::Unspecified;
    AllergySeverity severity = AllergySeverity::Unspecified;
    AllergyCertainty certainty = AllergyCertainty::Unspecified;

    [[nodiscard]] QString stored() const;
    //! What is not known is unspecified.
    static AllergyDetails fromStored(QStringView stored);

    friend bool operator==(const AllergyDetails &, const AllergyDetails &) = default;
};

} // namespace ambroise::record
