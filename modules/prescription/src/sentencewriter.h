// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/fullletters.h>

namespace ambroise::prescription {

//! Puts numbers into a sentence: as digits, or as letters where no digit may be left.
class NumberStyle {
public:
    static NumberStyle digits() { return NumberStyle(false, std::nullopt); }
    static NumberStyle letters(std::optional<Amount> strength)
    {
        return NumberStyle(true, std::move(strength));
    }

    [[nodiscard]] bool isLetters() const { return m_letters; }
    [[nodiscard]] QString number(int value, bool feminine = false) const;
    [[nodiscard]] QString amount(const Amount &amount) const;
    [[nodiscard]] QString dose(const Dose &dose) const;
    [[nodiscard]] QString span(const Span &span) const;
    //! "6", "4 à 6", with the unit after the last.
    [[nodiscard]] QString spans(const Span &least, const Span &most) const;
    [[nodiscard]] QString clock(QTime time) const;
    [[nodiscard]] const std::optional<Amount> &strength() const { return m_strength; }
    //! Something had no letters: the sentence may not be used.
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    NumberStyle(bool letters, std::optional<Amount> strength)
        : m_letters(letters)
        , m_strength(std::move(strength))
    {
    }
    bool m_letters;
    std::optional<Amount> m_strength;
    mutable bool m_failed = false;
};

[[nodiscard]] QString timingText(const NumberStyle &style, const Dosage &dosage);
[[nodiscard]] QString listed(const QStringList &words); //!< "matin, midi et soir"
[[nodiscard]] QString write(const NumberStyle &style, const Posology &posology);

} // namespace ambroise::prescription
