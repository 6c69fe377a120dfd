// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/substancemap.h>
#include <ambroise/drugs/thesaurus.h>

#include <memory>
#include <optional>

//! The interactions between the lines of a treatment, as the thesaurus tells them.
//!
//! What is not told is not thereby absent: see LineCoverage, and InteractionBase::uncomputed().
namespace ambroise::drugs {

//! How much of a substance is taken, in milligrams; none: unknown.
struct Dose {
    std::optional<double> perIntake{};
    std::optional<double> perDay{};
    std::optional<double> perWeek{};
    friend bool operator==(const Dose &, const Dose &) = default;
};

struct TreatedSubstance {
    QString code{}; //!< of the BDPM; may be empty
    QString name{};
    Dose dose{};
    friend bool operator==(const TreatedSubstance &, const TreatedSubstance &) = default;
};

//! A line of a treatment: a drug, or a substance without one.
struct TreatmentLine {
    QList<TreatedSubstance> substances{};
    QStringList routes{}; //!< as the BDPM words them; empty: unknown
};

//! What levels may depend on; none: unknown, which is never "no".
struct PatientState {
    std::optional<int> years{};
    QString sex{};                         //!< "F", "M"; else unknown
    std::optional<double> egfr{};          //!< ml/min/1.73 m²
    std::optional<QStringList> problems{}; //!< CIM-10 codes, all that are known of
};

enum class Truth { False, Unknown, True };

//! One of the cases that a pair of several levels has.
struct LevelBranch {
    InteractionLevel level{};
    QString when{}; //!< for people
    Truth applies = Truth::Unknown;
    friend bool operator==(const LevelBranch &, const LevelBranch &) = default;
};

//! A rule that applies between two lines.
struct Interaction {
    int row = -1;             //!< in Thesaurus::rows; of both directions the first
    InteractionLevel level{}; //!< retained for this patient and these doses
    //! The thesaurus' own, gravest first; several where they depend on something.
    QList<InteractionLevel> levels{};
    QList<LevelBranch> branches{}; //!< of a pair of several levels
    bool decided = true;           //!< false: what would tell between the branches is unknown
    int first = -1;                //!< place of the line of which `subjectOfFirst` speaks
    int second = -1;
    QString subjectOfFirst{};
    QString subjectOfSecond{};
    QStringList substancesOfFirst{};
    QStringList substancesOfSecond{};
    QString risk{};
    QString advice{};
    int specificity = 0; //!< sides that are a substance and not a class
    bool folded = false; //!< a stronger one stands between the same lines
    friend bool operator==(const Interaction &, const Interaction &) = default;
};

struct SubstanceCoverage {
    QString name{};
    Coverage coverage = Coverage::Unmatched;
    friend bool operator==(const SubstanceCoverage &, const SubstanceCoverage &) = default;
};

//! How far a line could be checked.
struct LineCoverage {
    QList<SubstanceCoverage> substances{};
    bool local = false; //!< given locally, which the thesaurus does not concern

    //! Each substance is checked; false of a line without any.
    [[nodiscard]] bool isComplete() const;
};

//! The reviewed tables that the check needs beside the thesaurus.
struct InteractionTables {
    QString substances{};
    QString levels{};
    QString routes{};
    QString localExceptions{};
    QString memberRoutes{};
    QString namedSides{};

    //! Those of resources/interactions.
    [[nodiscard]] static InteractionTables builtIn();
};

struct InteractionData;

//! A thesaurus made ready for checking: a value that never changes, cheap to copy, and safe to use
//! from several threads.
//!
//! The rules, in the order of prescription.md §7.2:
//! - a rule applies between two lines where one holds a member of one side and the other one of the
//!   other side, in either direction; never between the substances of one line, nor of a substance
//!   with itself;
//! - "AUTRES X" is another substance of X; "par voie orale" is any drug by that route, or whose
//!   route is unknown;
//! - what is given locally alone is not concerned, but for what the thesaurus names;
//! - of several levels, the one whose case is known to be this one; else the one that our table
//!   retains, never lower than a case that is known to apply, and every case is told;
//! - between two lines the strongest comes first (level, then specificity) and folds the others.
class InteractionBase {
public:
    //! A line made ready, so that adding one compares it with the others alone.
    class Line;

    //! Errors: Corrupt "interactions.table".
    static Result<InteractionBase>
    make(const Thesaurus &thesaurus,
         const InteractionTables &tables = InteractionTables::builtIn());

    [[nodiscard]] QDate version() const;
    [[nodiscard]] const SubstanceMap &substances() const;
    //! Rules of several levels that our table does not know: their gravest is shown.
    [[nodiscard]] QStringList uncuratedPairs() const;

    [[nodiscard]] Line prepare(const TreatmentLine &line) const;
    [[nodiscard]] static LineCoverage coverageOf(const Line &line);
    //! Rules of that line's substances whose other side the thesaurus does not define.
    [[nodiscard]] QStringList uncomputed(const Line &line) const;

    //! Between two lines, strongest first; `first` and `second` are their places.
    [[nodiscard]] QList<Interaction> between(const Line &a, int first, const Line &b, int second,
                                             const PatientState &patient) const;
    //! Between all of them, by the places of the lines, and strongest first between two.
    [[nodiscard]] QList<Interaction> check(const QList<Line> &lines,
                                           const PatientState &patient) const;

private:
    explicit InteractionBase(std::shared_ptr<const InteractionData> data)
        : m_data(std::move(data))
    {
    }
    std::shared_ptr<const InteractionData> m_data;
};

class InteractionBase::Line {
public:
    struct Prepared {
        TreatedSubstance substance{};
        QString base{}; //!< of its name
        Coverage coverage = Coverage::Unmatched;
        bool concerned = true; //!< by the route that the line is given by
        QList<int> groups{};
        QList<int> terms{}; //!< groups and classes, ascending: see termOf…
        QList<int> sides{}; //!< those of the terms that rules name
    };

    [[nodiscard]] const QList<Prepared> &substances() const { return m_substances; }
    [[nodiscard]] const QStringList &routes() const { return m_routes; }
    [[nodiscard]] bool isLocal() const { return m_local; }
    [[nodiscard]] bool mayBeBy(const QString &route) const
    {
        return m_routes.isEmpty() || m_routes.contains(route);
    }

private:
    friend class InteractionBase;
    QList<Prepared> m_substances;
    QStringList m_routes;
    bool m_local = false;
};

} // namespace ambroise::drugs
