// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/check.h>

namespace ambroise::prescription {

//! Reads lines as they are checked, each once while the knowledge is the same: what somebody
//! changes is one line, and what a patient takes is written again and again.
class LineReader {
public:
    explicit LineReader(const DrugKnowledgeProvider &knowledge)
        : m_knowledge(knowledge)
    {
    }

    //! As checkedLine. A line without CIS is of the substances that its label names: « Doliprane
    //! 1000 mg » is of what each drug of that name has.
    Result<CheckedLine> read(const Line &line, bool current) const;

private:
    [[nodiscard]] Result<CheckedLine> readAgain(const Line &line, bool current) const;

    const DrugKnowledgeProvider &m_knowledge;
    mutable QHash<QString, CheckedLine> m_known;
    mutable QString m_edition; //!< that they were read with
};

} // namespace ambroise::prescription
