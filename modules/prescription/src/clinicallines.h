// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/clinicalchecks.h>

namespace ambroise::prescription {

//! The names of each line's substances, in their order, made once for all rules.
class TreatmentNames {
public:
    explicit TreatmentNames(const Treatment &treatment);
    [[nodiscard]] const QList<SubstanceNames> &of(int line) const { return m_names.at(line); }
    //! The line of the ordonnance that goes on with that treatment, having the same substances;
    //! none: it is no treatment that is taken already, or goes on beside the ordonnance.
    [[nodiscard]] std::optional<int> renewalOf(int line) const { return m_renewals.at(line); }

private:
    QList<QList<SubstanceNames>> m_names;
    QList<std::optional<int>> m_renewals;
};

//! What a kind of check says of a line that it can say nothing of: nothing where it can.
[[nodiscard]] QString whyNotComparable(const CheckedLine &line);
//! Neither homeopathic nor a treatment that another line goes on with.
[[nodiscard]] bool countsForSafety(const Treatment &treatment, const TreatmentNames &names,
                                   int line);
//! "stop" interrupts only what is being prescribed.
[[nodiscard]] QString levelOf(const QString &level, const Treatment &treatment,
                              const QList<int> &lines);
[[nodiscard]] QStringList namesOf(const QList<drugs::Substance> &substances);
//! The tables, once.
void addTables(CheckReport &report);

} // namespace ambroise::prescription
