// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/administrative.h>

namespace ambroise::patient {

//! How the lines of one kind are kept: their table, the columns of what they say in the order of
//! valuesOf(), and the word of the journal.
template <class Content>
struct LineTable;

template <>
struct LineTable<RelatedPerson> {
    static constexpr const char *name = "related_person";
    static constexpr const char *columns =
        "name, link, roles, phone, email, address, designated_on, note";
};

template <>
struct LineTable<CareMember> {
    static constexpr const char *name = "care_member";
    static constexpr const char *columns = "correspondent_id, medecin_traitant, since, note";
};

template <>
struct LineTable<Coverage> {
    static constexpr const char *name = "coverage";
    static constexpr const char *columns = "kind, label, number, since, until, note";
};

[[nodiscard]] storage::Values valuesOf(const RelatedPerson &person);
[[nodiscard]] storage::Values valuesOf(const CareMember &member);
[[nodiscard]] storage::Values valuesOf(const Coverage &coverage);

//! What stands in `row` from that column on.
void readContent(const storage::Row &row, int first, RelatedPerson &person);
void readContent(const storage::Row &row, int first, CareMember &member);
void readContent(const storage::Row &row, int first, Coverage &coverage);

[[nodiscard]] storage::Values valuesOf(const Consent &consent);
[[nodiscard]] std::optional<Consent> consentOf(const storage::Row &row, int first);

} // namespace ambroise::patient
