// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/interactions.h>

#include <QSet>

#include <functional>

//! What decides between the levels of a pair: resources/interactions/levels.tsv.
namespace ambroise::drugs {

//! The two sides that a condition speaks of, in the order of the table.
struct BranchSubjects {
    const InteractionBase::Line::Prepared *a = nullptr;
    const InteractionBase::Line::Prepared *b = nullptr;
    const QStringList *routesOfA = nullptr;
    const QStringList *routesOfB = nullptr;
};

//! One word of a condition: "a in …", "b.week>20", "egfr<60", "icd K25;K26", "sex M", "unknown".
class Atom {
public:
    //! The terms that a name of a substance, or "@" and that of a class, stands for.
    using Terms = std::function<QList<int>(const QString &)>;

    static Result<Atom> parse(QStringView text, const Terms &terms);
    [[nodiscard]] Truth of(const BranchSubjects &subjects, const PatientState &patient) const;

private:
    enum class Kind { Member, Route, PerIntake, PerDay, PerWeek, Years, Egfr, Problem, Sex, Never };

    Status parsePositive(QStringView text, const Terms &terms);
    Status parseComparison(QStringView text);
    [[nodiscard]] Truth positive(const BranchSubjects &subjects, const PatientState &patient) const;
    [[nodiscard]] Truth compared(std::optional<double> value) const;

    Kind m_kind = Kind::Never;
    bool m_negated = false;
    bool m_ofB = false;
    QSet<int> m_terms;
    QStringList m_words;
    QString m_operator;
    double m_limit = 0;
};

//! The levels of one pair of the thesaurus.
class LevelRule {
public:
    //! Adds a branch; `when` is a disjunction " | " of conjunctions " & " of atoms, "otherwise"
    //! where it is what none of the others is. Error: Corrupt "interactions.table".
    Status add(InteractionLevel level, bool byDefault, const QString &when, const QString &text,
               const Atom::Terms &terms);

    struct Verdict {
        InteractionLevel level{};
        bool decided = false;
        QList<LevelBranch> branches{};
    };
    [[nodiscard]] Verdict judge(const BranchSubjects &subjects, const PatientState &patient) const;

private:
    struct Branch {
        InteractionLevel level{};
        bool otherwise = false;
        QList<QList<Atom>> when{};
        QString text{};
    };
    [[nodiscard]] InteractionLevel shown(const QList<LevelBranch> &branches, bool &decided) const;

    QList<Branch> m_branches;
    InteractionLevel m_default{};
};

} // namespace ambroise::drugs
