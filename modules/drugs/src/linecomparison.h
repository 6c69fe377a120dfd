// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactiondata.h"

namespace ambroise::drugs {

//! Compares two lines of a treatment by the rules of a thesaurus.
class LineComparison {
public:
    LineComparison(const InteractionData &data, const PatientState &patient)
        : m_data(data)
        , m_patient(patient)
    {
    }

    //! Strongest first, the others folded under it. To be called once.
    QList<Interaction> between(const InteractionBase::Line &a, int first,
                               const InteractionBase::Line &b, int second);

private:
    using Prepared = InteractionBase::Line::Prepared;

    //! A substance, and the line that it is of.
    struct Taken {
        const Prepared *substance = nullptr;
        const InteractionBase::Line *line = nullptr;
        bool isFirst = true;
    };

    void compare(const Taken &x, const Taken &y);
    void compareWithNamed(const Taken &x, const InteractionBase::Line &other);
    void applyNamed(const NamedRule &rule, int side, const Taken &x, const Taken &y);
    //! Row `row` applies, x being of its left side.
    void hit(int row, int canonical, const Taken &x, const Taken &y);
    void judge(Interaction &interaction, int row, const Taken &x, const Taken &y) const;
    QList<Interaction> ranked();

    const InteractionData &m_data;
    const PatientState &m_patient;
    int m_first = 0;
    int m_second = 1;
    QList<Interaction> m_hits;
};

} // namespace ambroise::drugs
