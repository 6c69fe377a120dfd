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

    [[nodiscard]] const DrugKnowledgeProvider &knowledge() const { return m_knowledge; }
    //! As checkedLine.
    Result<CheckedLine> read(const Line &line, const QString &inn, bool current) const;

private:
    const DrugKnowledgeProvider &m_knowledge;
    mutable QHash<QString, CheckedLine> m_known;
    mutable QString m_edition; //!< that they were read with
};

} // namespace ambroise::prescription
