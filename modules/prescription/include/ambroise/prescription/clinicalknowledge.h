// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/prescription/drugknowledge.h>
#include <ambroise/prescription/patientcondition.h>

#include <QHash>
#include <QSet>

//! The tables of resources/knowledge, ready for the checks: allergies, doses, states, classes.
namespace ambroise::prescription {

//! The tables as they are written; see resources/knowledge/README.md.
struct ClinicalTables {
    QString classes{};
    QString allergens{};
    QString allergies{};
    QString doses{};
    QString states{};

    //! Those that are in the program.
    [[nodiscard]] static ClinicalTables builtIn();
};

//! What a substance is looked for by, made once: its name, and the same without the salt.
struct SubstanceNames {
    explicit SubstanceNames(const drugs::Substance &substance);
    QString code; //!< of the BDPM
    QString key;
    QString base;

    //! isSameSubstance, of names that are made already.
    [[nodiscard]] bool isSameAs(const SubstanceNames &other) const;
};

//! Substances by their name without the salt.
class SubstanceSet {
public:
    void add(const QString &name);
    void unite(const SubstanceSet &other) { m_names.unite(other.m_names); }
    [[nodiscard]] bool holds(const SubstanceNames &names) const;
    [[nodiscard]] bool holds(const drugs::Substance &substance) const
    {
        return holds(SubstanceNames(substance));
    }
    [[nodiscard]] bool meets(const SubstanceSet &other) const;
    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }
    [[nodiscard]] const QSet<QString> &names() const { return m_names; }

private:
    QSet<QString> m_names;
};

struct SubstanceClass {
    QString code{};
    QString label{};
    SubstanceSet members{};
    QString duplicateLevel{}; //!< "warn", "info"; empty: may be combined
    QString duplicateAdvice{};
    KnowledgeSource source{};
};

//! By which routes a rule holds.
class RouteFilter {
public:
    //! "*", "générale" (what is not local, or unknown), or routes of the BDPM, ';' between, an
    //! unknown one being taken for one of them. Error: Corrupt "knowledge.table".
    static Result<RouteFilter> parse(const QString &text);
    [[nodiscard]] bool reaches(const QStringList &routes) const;

private:
    bool m_all = false;
    QStringList m_routes; //!< empty: the general ones
};
//! Each of them local: on the skin, in the eye, inhaled…; false of unknown ones.
[[nodiscard]] bool isLocal(const QStringList &routes);

//! What the words of a recorded allergy mean.
struct Allergen {
    enum class Kind { Substances, Excipient, NoDrug };
    Kind kind = Kind::Substances;
    SubstanceSet substances{};
};

struct CrossReaction {
    SubstanceSet from{};
    SubstanceSet to{};
    QString level{};
    QString risk{};
    QString advice{};
    KnowledgeSource source{};
};

struct DoseLimit {
    double value = 0; //!< milligrams, of a kilogram where `perKilogram`
    bool perKilogram = false;
};

struct DoseRule {
    QStringList names{}; //!< as they are written in the table
    SubstanceSet substances{};
    RouteFilter routes{};
    PatientCondition who{};
    std::optional<DoseLimit> perIntake{};
    std::optional<DoseLimit> perDay{};
    std::optional<DoseLimit> perWeek{};
    std::optional<double> intervalHours{};
    //! The base tells of a salt by its base, and the limit is of the salt: base over salt.
    double saltFactor = 1;
    QString level{};
    QString risk{};
    QString advice{};
    KnowledgeSource source{};
};

struct StateRule {
    SubstanceSet substances{};
    RouteFilter routes{};
    PatientCondition when{};
    QString level{};
    QString levelUnknown{}; //!< where it is unknown whether it applies; empty: not told
    QString risk{};
    QString advice{};
    KnowledgeSource source{};
};

//! A value that never changes.
class ClinicalKnowledge {
public:
    //! Error: Corrupt "knowledge.table", the row in its detail: another number of columns, an
    //! unknown class or level, a condition that cannot be read, no source.
    static Result<ClinicalKnowledge> make(const ClinicalTables &tables);
    //! Read once.
    [[nodiscard]] static const ClinicalKnowledge &builtIn();

    [[nodiscard]] const QList<SubstanceClass> &classes() const { return m_classes; }
    //! What is told of the very substance or class that the allergy names.
    [[nodiscard]] const CrossReaction &direct() const { return m_direct; }
    [[nodiscard]] const QList<CrossReaction> &crossReactions() const { return m_cross; }
    [[nodiscard]] const QList<DoseRule> &doses() const { return m_doses; }
    [[nodiscard]] const QList<StateRule> &states() const { return m_states; }
    //! Of folded words; a class by its label too. Nothing where no row names it.
    [[nodiscard]] std::optional<Allergen> allergen(const QString &folded) const;
    //! Shown under « Contrôlé avec ».
    [[nodiscard]] static KnowledgeSource tables();

private:
    Result<SubstanceSet> setOf(const QString &text) const;
    void know(const SubstanceSet &set);
    Status readClasses(const QString &table);
    Status readAllergens(const QString &table);
    Status readCross(const QString &table);
    Status readDoses(const QString &table);
    Status readStates(const QString &table);

    QList<SubstanceClass> m_classes;
    QHash<QString, qsizetype> m_classByCode;
    QHash<QString, Allergen> m_allergens; //!< by folded words
    CrossReaction m_direct;
    QList<CrossReaction> m_cross;
    QList<DoseRule> m_doses;
    QList<StateRule> m_states;
};

} // namespace ambroise::prescription
