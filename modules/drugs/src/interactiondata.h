// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "levelrule.h"

#include <ambroise/drugs/interactions.h>

#include <QHash>
#include <QSet>

#include <vector>

namespace ambroise::drugs {

//! What a side means that only its name defines: resources/interactions/named-sides.tsv.
enum class NamedKind { Others, Oral, Vaginal, Injected, NoDrug, Undefined };

//! A rule whose right side only its name defines.
struct NamedRule {
    int row = -1;
    NamedKind kind = NamedKind::Undefined;
    int term = -1; //!< of Injected
};

struct LocalException {
    int term = -1;
    QStringList routes{}; //!< empty: every one
};

//! A thesaurus made ready. Terms are numbered: the groups by their place, then the classes; the
//! few of them that rules name have a side number, so that a rule is found in a table.
struct InteractionData {
    InteractionData(Thesaurus all, SubstanceMap names)
        : thesaurus(std::move(all))
        , map(std::move(names))
    {
    }

    Thesaurus thesaurus;
    SubstanceMap map;
    int groupCount = 0;

    std::vector<int> sideOfTerm; //!< -1: no rule names it
    std::vector<qint16> rules;   //!< row by [side of a][side of b]; -1: none
    int sideCount = 0;
    QHash<int, QList<NamedRule>> named; //!< by side of a
    QHash<int, LevelRule> levels;       //!< by row, in the order of its sides
    QSet<int> swapped;                  //!< rows whose LevelRule has b first
    QStringList uncurated{};

    std::vector<QList<int>> classesOfGroup; //!< terms
    QSet<QString> localRoutes;
    QList<LocalException> exceptions;
    //! Routes by which a group is a member of a class, where it is not by all.
    QHash<std::pair<int, int>, QStringList> memberRoutes;

    [[nodiscard]] int termOf(ThesaurusSide side) const
    {
        return side.group >= 0 ? side.group : groupCount + side.cls;
    }
    [[nodiscard]] int rule(int a, int b) const
    {
        return rules[size_t(a) * size_t(sideCount) + size_t(b)];
    }

    static Result<std::shared_ptr<const InteractionData>> make(const Thesaurus &thesaurus,
                                                               const InteractionTables &tables);

private:
    //! Terms of a name, or of "@" and the name of a class; none where the thesaurus lacks it.
    [[nodiscard]] QList<int> termsOf(const QString &name) const;
    Status readRules(const QString &namedSides);
    Status readLevels(const QString &table);
    Status readRoutes(const InteractionTables &tables);

    QHash<QString, QList<int>> m_groupsByKey;
    QHash<QString, int> m_classesByKey;
};

} // namespace ambroise::drugs
