// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/drugknowledge.h>
#include <ambroise/prescription/ordonnance.h>
#include <ambroise/prescription/patientcondition.h>
#include <ambroise/prescription/posologyfacts.h>

#include <memory>
#include <vector>

//! What a treatment is checked for. Nothing here blocks anything (HAS référentiel LAP 2016,
//! criterion 71), and whatever is not checked is said.
namespace ambroise::prescription {

enum class CheckKind {
    Interaction,
    Duplicate,
    Allergy,
    State,
    Dose,
    Duration,
    Legal,
    Availability
};

[[nodiscard]] QString code(CheckKind kind); //!< "interaction", "duplicate"…
[[nodiscard]] QList<CheckKind> allCheckKinds();

//! A line of a treatment, with what is known of its drug.
struct CheckedLine {
    Line line{};
    bool current = false;             //!< taken already, and not of this ordonnance
    std::optional<DrugFacts> facts{}; //!< none: a drug that nobody knows
    //! The facts' substances and routes, with the doses that follow from the posology.
    drugs::TreatmentLine treatment{};
    //! What follows from the posology, whichever of its readings was meant.
    PosologyFacts taken{};
    //! Of a drug that was written and not chosen: substances that others of that name have beside.
    //! No check knows of them.
    QStringList perhaps{};
    //! Valid: it is taken no more, and what it does lasts (Washouts). Such lines stand last, are
    //! `current`, and are looked at for interactions with the ordonnance alone.
    QDate stoppedOn{};
};

//! A line of an earlier ordonnance that is not at its end.
struct RunningLine {
    QList<drugs::Substance> substances{};
    QDate writtenOn{};
    QDate lastDay{};
};

struct Treatment {
    QList<CheckedLine> lines{};
    drugs::PatientState patient{}; //!< what interactions ask: stateOf(person)
    PatientFacts person{};
    QDate today{};                //!< invalid: not known
    QString specialty{};          //!< of the prescriber; empty: a general practitioner
    QList<RunningLine> running{}; //!< of earlier ordonnances, of drugs that must not overlap
};

//! By the code in the BDPM, or by the name without the salt.
[[nodiscard]] bool isSameSubstance(const drugs::Substance &one, const drugs::Substance &other);

//! A line as it is checked. `inn` is a substance, or several with "+" or "/" between, of a line
//! without CIS, whose strength may stand in its label. A CIS that the base does not know leaves
//! `facts` empty. Errors: Invalid "drug.cis", "line.label" (neither); those of the provider.
Result<CheckedLine> checkedLine(const Line &line, const QString &inn, bool current,
                                const DrugKnowledgeProvider &knowledge);

//! What somebody should know before signing.
struct Alert {
    CheckKind kind{};
    //! Stable, of what no published row tells: "legal.narcotic_renewed"; its title is in
    //! `subjects`.
    QString rule{};
    QString level{};      //!< CI, AD, PE, APC of an interaction; else stop, warn, info
    QStringList levels{}; //!< the source's own, where there are several
    bool decided = true;  //!< false: the level depends on what is unknown
    QList<drugs::LevelBranch> branches{}; //!< on what it depends
    QList<int> lines{};
    QStringList subjects{};          //!< of the rule, one for each line, or one for all
    QList<QStringList> substances{}; //!< of each line, that the rule is about
    QString risk{};
    QString advice{};
    QList<AlertFact> because{}; //!< the data that it speaks because of
    QStringList missing{};      //!< what would decide: as AlertFact::what
    KnowledgeSource source{};
    bool folded = false; //!< a stronger one stands between the same lines
};

//! Levels of every kind on one scale, the gravest the highest; one that is not known is not made
//! light of.
[[nodiscard]] int gravityOf(const Alert &alert);
//! A contra-indication, or a "stop": the only ones that ask for a reason (prescription.md §7.4).
[[nodiscard]] bool asksForReason(const Alert &alert);

//! What could not be checked of a line.
struct NotChecked {
    int line = -1;
    CheckKind what{};
    //! Stable: "not_made" (this program does not check it), "unknown_drug", "no_composition",
    //! "perhaps" (substances, in `about`, of other drugs of the same name), "unmatched" or "absent"
    //! (substances, in `about`), "local", "undefined_rule" (rules, in `about`), "unknown_route",
    //! "no_source", "class", "inn" (what depends on the drug, of a substance prescribed without
    //! one), "no_conditions", "no_availability" (files that were not imported), "no_duration",
    //! "no_class"; those of clinicalchecks.h, some of which are of no line (-1).
    QString why{};
    QStringList about{};
    friend bool operator==(const NotChecked &, const NotChecked &) = default;
};

struct CheckReport {
    QList<Alert> alerts{};
    QList<NotChecked> notChecked{};
    QList<KnowledgeSource> sources{}; //!< what the interactions were looked for in
};

//! One kind of check.
class SafetyCheck {
public:
    virtual ~SafetyCheck() = default;
    [[nodiscard]] virtual CheckKind kind() const = 0;
    //! Adds to the report. Errors: those of what it reads.
    virtual Status run(const Treatment &treatment, CheckReport &report) const = 0;
};

//! Interactions, as the provider's source tells them. Those of a treatment that the ordonnance goes
//! on with are folded where the same rule is told of its line.
class InteractionCheck : public SafetyCheck {
public:
    explicit InteractionCheck(const DrugKnowledgeProvider &knowledge)
        : m_knowledge(knowledge)
    {
    }
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Interaction; }
    Status run(const Treatment &treatment, CheckReport &report) const override;

private:
    const DrugKnowledgeProvider &m_knowledge;
};

//! The same substance on two lines, the fraction thérapeutique first; two substances of a class
//! that is not combined (resources/knowledge/classes.tsv). A level of "info" where one of the lines
//! is given locally alone, or goes on with the other, which is then folded.
class DuplicateCheck : public SafetyCheck {
public:
    [[nodiscard]] CheckKind kind() const override { return CheckKind::Duplicate; }
    Status run(const Treatment &treatment, CheckReport &report) const override;
};

//! Runs the checks, and says of every kind that has none that it is not made.
class PrescriptionChecker {
public:
    //! With the checks that there are.
    explicit PrescriptionChecker(const DrugKnowledgeProvider &knowledge);
    explicit PrescriptionChecker(std::vector<std::unique_ptr<SafetyCheck>> checks)
        : m_checks(std::move(checks))
    {
    }

    //! Errors: those of the checks.
    Result<CheckReport> run(const Treatment &treatment) const;

private:
    std::vector<std::unique_ptr<SafetyCheck>> m_checks;
};

//! What the lines of an ordonnance cost.
struct PriceTotal {
    Money total{};
    //! Each line has a number of boxes, typed or computed (proposedBoxes), and their price; else
    //! the total is a part, reckoned with one box where no number is known and with the cheapest
    //! box that has a price.
    bool full = true;
    bool computed = false; //!< some number of boxes was computed
};
[[nodiscard]] PriceTotal totalPrice(const Treatment &treatment);

} // namespace ambroise::prescription
