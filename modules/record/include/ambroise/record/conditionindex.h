// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/cim10.h>

#include <QHash>

namespace ambroise::record {

//! Conditions by their words, in memory: what a doctor types finds them, and what a note says
//! suggests them.
class ConditionIndex {
public:
    ConditionIndex() = default;
    explicit ConditionIndex(QList<Condition> conditions);

    [[nodiscard]] bool isEmpty() const { return m_conditions.isEmpty(); }
    [[nodiscard]] QString labelOf(const ConditionCode &code) const; //!< empty: unknown
    //! By the beginnings of words, of a code, or by a usual name (« HTA »); the shortest label
    //! first.
    [[nodiscard]] QList<Condition> search(QStringView typed, int limit) const;
    //! Conditions all of whose words the text says, those with the most words first. What is denied
    //! (« pas de fièvre », « sans dyspnée ») suggests nothing.
    [[nodiscard]] QList<Condition> saidIn(QStringView text, int limit) const;

private:
    [[nodiscard]] const Condition *find(QStringView code) const;
    void addUsual(const QStringList &words, QList<Condition> &found) const;

    QList<Condition> m_conditions;
    QList<QStringList> m_words;          //!< folded, of each label
    QList<int> m_needed;                 //!< how many words a text must say
    QHash<QString, QList<int>> m_byStem; //!< of a word that counts: the conditions
    QHash<QString, int> m_byCode;
};

} // namespace ambroise::record
