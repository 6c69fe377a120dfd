// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/money.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/drugs/interactions.h>

#include <QHash>
#include <QStringList>

#include <optional>
#include <utility>

namespace ambroise::prescription {

//! Where knowledge comes from, as it is shown beside each alert (HAS référentiel LAP, criterion 1).
struct KnowledgeSource {
    QString name{};    //!< "ANSM thésaurus"
    QString version{}; //!< "2023-09"
    friend bool operator==(const KnowledgeSource &, const KnowledgeSource &) = default;
};

//! What a check knows of a drug, or of a substance prescribed without one.
struct DrugFacts {
    QString label{};
    QList<drugs::Substance> substances{}; //!< fractions thérapeutiques first
    QStringList routes{};                 //!< empty: unknown
    QList<Money> prices{}; //!< public, of the marketed boxes that have one, cheapest first
    bool homeopathic = false;
    KnowledgeSource source{};
    QString form{}; //!< "comprimé pelliculé"
    bool marketed = true;
    QList<drugs::Presentation> presentations{}; //!< the marketed boxes
    QList<drugs::Condition> conditions{};
    KnowledgeSource conditionsSource{}; //!< without a name: not imported
    QList<drugs::Availability> availability{};
    KnowledgeSource availabilitySource{}; //!< without a name: not imported
};

//! What a name may be of: « Dafalgan » has paracétamol each time, and codéine in one of its drugs.
//! Both are empty where nothing is called so.
struct NamedSubstances {
    QStringList every{};  //!< in each drug of that name, whatever its salt
    QStringList others{}; //!< in some of them only
};

//! What is known of the interactions between the lines of a treatment.
struct InteractionFindings {
    KnowledgeSource source{};
    QList<drugs::Interaction> found{};
    QList<drugs::LineCoverage> coverage{}; //!< of each line
    QList<QStringList> uncomputed{};       //!< of each line: rules that the source leaves open
};

//! Port: what is known of drugs, whoever publishes it. The built-in one reads open data; a licensed
//! base (BdM) may stand in its place.
class DrugKnowledgeProvider {
public:
    virtual ~DrugKnowledgeProvider() = default;

    //! Another one once something else is known: what was kept of an answer is to be asked again.
    virtual Result<QString> edition() const = 0;
    //! Error: NotFound "drug.unknown".
    virtual Result<DrugFacts> byCis(drugs::Cis cis) const = 0;
    //! A substance by its name, or several.
    virtual Result<DrugFacts> bySubstances(const QStringList &names) const = 0;
    //! Of a name as people write it, of a drug or a substance.
    virtual Result<NamedSubstances> substancesNamed(const QString &name) const = 0;
    //! None where the source has not been imported.
    virtual Result<std::optional<InteractionFindings>>
    interactions(const QList<drugs::TreatmentLine> &lines,
                 const drugs::PatientState &patient) const = 0;
};

//! BDPM, the ANSM's thesaurus and our reviewed tables. The thesaurus, each drug and each name are
//! read once, and again after another version has been imported: an ordonnance is checked at each
//! change of its lines. To be used from the thread of its connection.
class OpenDrugKnowledge : public DrugKnowledgeProvider {
public:
    explicit OpenDrugKnowledge(storage::Connection &db)
        : m_db(db)
    {
    }

    //! While one lives, what was imported meanwhile is not noticed: a check is made on one state of
    //! the base, which is asked for once.
    class Hold {
    public:
        explicit Hold(int &holds)
            : m_holds(&holds)
        {
            ++holds;
        }
        Hold(Hold &&other) noexcept
            : m_holds(std::exchange(other.m_holds, nullptr))
        {
        }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        Hold &operator=(Hold &&) = delete;
        ~Hold()
        {
            if (m_holds)
                --*m_holds;
        }

    private:
        int *m_holds; //!< null once moved from
    };
    //! Errors: those of storage.
    Result<Hold> hold() const;

    Result<QString> edition() const override;
    Result<DrugFacts> byCis(drugs::Cis cis) const override;
    Result<DrugFacts> bySubstances(const QStringList &names) const override;
    Result<NamedSubstances> substancesNamed(const QString &name) const override;
    Result<std::optional<InteractionFindings>>
    interactions(const QList<drugs::TreatmentLine> &lines,
                 const drugs::PatientState &patient) const override;

    //! The current thesaurus made ready; none where none was imported. Errors: those of
    //! loadThesaurus and InteractionBase::make.
    Result<std::optional<drugs::InteractionBase>> interactionBase() const;

private:
    //! Forgets what was read of other imports than the present ones.
    Status follow() const;
    [[nodiscard]] Result<DrugFacts> read(drugs::Cis cis) const;
    [[nodiscard]] Result<NamedSubstances> readSubstancesNamed(const QString &name) const;

    storage::Connection &m_db;
    mutable int m_holds = 0;
    mutable QString m_edition;                //!< that m_facts and m_names were read from
    mutable QHash<qint64, DrugFacts> m_facts; //!< by CIS
    mutable QHash<QString, NamedSubstances> m_names;
    mutable QString m_thesaurusDigest; //!< of the present import; empty: none
    mutable std::optional<drugs::InteractionBase> m_base;
    mutable QString m_baseDigest; //!< of the import that m_base was read from
};

} // namespace ambroise::prescription
