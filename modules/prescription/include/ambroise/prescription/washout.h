// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>
#include <ambroise/prescription/clinicalknowledge.h>

namespace ambroise::prescription {

//! For how long a treatment that was stopped still counts.
struct Washout {
    int weeks = 0;
    QString why{};
    KnowledgeSource source{};
};

//! What lasts after its stop: long half-lives, irreversible inhibition, induction (LAP-11). From
//! resources/knowledge/washouts.tsv, which no pharmacist has reviewed.
class Washouts {
public:
    static const Washouts &builtIn();
    //! Error: Corrupt "knowledge.table".
    static Result<Washouts> parse(const QString &table);

    //! The longest of its substances; none where none of them lasts, where it is given locally, or
    //! where the drug is unknown.
    [[nodiscard]] std::optional<Washout> of(const CheckedLine &line) const;
    //! Whether what was stopped on that day is still to be looked at.
    [[nodiscard]] bool lasts(const CheckedLine &line, QDate stoppedOn, QDate today) const;
    [[nodiscard]] int longestWeeks() const;

private:
    QList<std::pair<SubstanceSet, Washout>> m_rows;
};

} // namespace ambroise::prescription
