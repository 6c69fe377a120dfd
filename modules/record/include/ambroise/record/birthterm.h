// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>

namespace ambroise::record {

//! How far the pregnancy was at somebody's birth, in weeks and days of amenorrhoea. In the record
//! it is a measure of kind BirthTerm, typed in a note or without one: « né à 32 SA + 4 j ».
class BirthTerm {
public:
    //! Nothing where it is a measure of another kind.
    static std::optional<BirthTerm> of(const Measure &measure);

    [[nodiscard]] int days() const { return m_days; } //!< of amenorrhoea: 228
    //! Before 37 weeks of amenorrhoea, as in « nés avant 37 semaines » of the ANS's certificat de
    //! santé (LOINC 11637-6).
    [[nodiscard]] bool isPremature() const { return m_days < prematureBefore; }
    //! Up to 40 weeks of amenorrhoea, at which the ages of growth begin; 0 of who is not premature.
    [[nodiscard]] int missingDays() const { return isPremature() ? term - m_days : 0; }
    [[nodiscard]] QString shown() const; //!< « 32 SA + 4 j »

    friend bool operator==(const BirthTerm &, const BirthTerm &) = default;

private:
    static constexpr int prematureBefore = 37 * 7;
    static constexpr int term = 40 * 7;

    BirthTerm(int days, QString shown)
        : m_days(days)
        , m_shown(std::move(shown))
    {
    }
    int m_days;
    QString m_shown;
};

//! What was told last of it. `measures`: newest first, as Overview has them.
[[nodiscard]] std::optional<BirthTerm> birthTermOf(const QList<Entry> &measures);

} // namespace ambroise::record
