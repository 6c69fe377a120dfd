// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/comparison.h>
#include <ambroise/patient/repository.h>

namespace ambroise::patient {

//! An identifier as a message writes it: who gave it (OID), and what they gave.
struct ToldId {
    QString root{};
    QString extension{};

    friend bool operator==(const ToldId &, const ToldId &) = default;
};

//! Whom a document or a message says that it is about: the header of a CDA, the PID of HL7, the
//! metadata of a mail. What it does not tell is empty.
struct ToldPerson {
    QList<ToldId> ids{}; //!< the INS (its OID says so), the sender's own numbers, ours
    identity::ToldTraits traits{};
    QString firstGivenName{};
};

//! What speaks for a record, then what keeps a person before it.
enum class MatchReason {
    SameIns,       //!< matricule and authority
    FormerIns,     //!< an INS that the record had, or that INSi told of it
    SameMatricule, //!< the number, of another authority
    OwnNumber,     //!< the practice's own number of the patient
    CloseTraits,   //!< see `MatchCandidate::closeness`

    TraitsDiffer, //!< from the record's, in whatever: see `MatchCandidate::compared`
    NotQualified,
    Homonym,
    Doubtful,
    Fictive,
    Archived,
    OtherIns,   //!< the record has another INS than the one told
    SeveralIns, //!< the message tells more than one
    NoIns,      //!< the message tells none
};
[[nodiscard]] QString code(MatchReason reason); //!< "same_ins", "traits_differ"; stable

//! A record that may be the one.
struct MatchCandidate {
    PatientSummary summary{};
    QList<MatchReason> reasons{}; //!< in the order of MatchReason
    std::optional<Closeness> closeness{};
    identity::Comparison compared{}; //!< what is told, held against the record
};

//! Whose record an incoming document belongs to.
struct Match {
    enum class Verdict {
        Certain,    //!< the one candidate: may be filed without asking
        Candidates, //!< a person decides; best first
        Nobody,     //!< nobody here, as far as what is told goes
        TestPerson, //!< an identity of tests or demonstrations: of nobody in a practice
    };
    Verdict verdict = Verdict::Nobody;
    QList<MatchCandidate> candidates{};
};

//! Finds whose record an incoming document belongs to, or leaves it to a person.
//!
//! Certain is only this: one INS is told, of real people; the active record that has it is
//! qualified and neither homonym, doubtful nor fictive; and all five strict traits are told and are
//! the record's, after the repairs of writing that the rules of names prescribe (case, accents).
//! Whatever differs makes a candidate with the reason (RNIV: en cas de doute, ne pas rattacher). An
//! INS of tests is looked for in practices of invented people alone. Nothing is written, and
//! nothing journaled: no record is open yet; who files the document says so.
class PatientMatcher {
public:
    struct Options {
        bool inventedPeople = false; //!< a demonstration: test identities are at home
        QString ownRoot{};           //!< the OID of the practice's own numbers; empty: none
    };
    //! References are kept.
    PatientMatcher(storage::Connection &db, PatientRepository &patients, Options options);

    //! At most 20 candidates. Errors: those of storage and of reading a record.
    Result<Match> match(const ToldPerson &told) const;

private:
    struct Hints;
    Result<Hints> hintsFor(const ToldPerson &told, const QList<identity::Ins> &ins) const;
    Result<Hints> ofKeptRecords(const Hints &hints) const;
    Status addByIns(Hints &hints, const identity::Ins &ins) const;
    Status addByTraits(Hints &hints, const ToldPerson &told) const;
    Status addByOwnNumber(Hints &hints, const ToldPerson &told) const;

    storage::Connection &m_db;
    PatientRepository &m_patients;
    Options m_options;
};

} // namespace ambroise::patient
