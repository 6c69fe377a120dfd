// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/core/result.h>
#include <ambroise/prescription/number.h>

#include <QDateTime>
#include <QList>

#include <optional>

namespace ambroise::prescription {

//! Why a prescriber forbids substitution (arrêté of 12/11/2019): narrow therapeutic margin, child
//! under six without an adapted generic form, contra-indication to an excipient.
enum class NonSubstitutable { No, Mte, Efg, Cif };

//! What a line has to be printed on: plain paper, the secured form (CSP R.5132-5) that stupéfiants
//! and their like want, or the form of médicaments d'exception (Cerfa 12708).
enum class Support { Ordinary, Secured, Exception };

//! One thing prescribed. What is not a drug of the base has no CIS.
struct Line {
    QString cis{};   //!< of the BDPM; empty for what is not there
    QString label{}; //!< as printed: "DOLIPRANE 1000 mg, comprimé" or a DCI
    QString posology{};
    int durationDays = 0; //!< 0: said in the posology, or as a number of boxes
    int boxes = 0;        //!< 0: not said
    int renewals = 0;
    bool ald = false;
    bool notReimbursed = false;
    NonSubstitutable nonSubstitutable = NonSubstitutable::No;
    QString comment{};
    bool offLabel = false;       //!< hors AMM (CSS L.162-4)
    bool workInjury = false;     //!< accident du travail, maladie professionnelle
    bool prevention = false;     //!< under a public prevention programme
    bool singleDelivery = false; //!< « délivrance en une seule fois » (CSP R.5132-30)
    bool overlapAllowed = false; //!< the prescriber's « mention expresse » of an overlap
    QDate startDate{};           //!< invalid: on the day of the ordonnance
    Support support = Support::Ordinary;
    //! The pharmacist who dispenses a substitution treatment (CSS L.162-4-2); empty: not named.
    QString dispenser{};
    int fractionDays = 0; //!< délivrance fractionnée: days of each delivery; 0: not asked for

    friend bool operator==(const Line &, const Line &) = default;
};

//! Who the ordonnance is for, as it was when it was signed.
struct PatientOnPaper {
    QString surname{}; //!< of birth, capitals
    QString givenNames{};
    QString usedSurname{};
    QString usedGivenName{};
    QString sex{}; //!< "F", "M", "I"
    QDate birthDate{};
    double weightKg = 0; //!< 0: not said
    int heightCm = 0;
    //! Only of a qualified identity (RNIV, EXI SI 08).
    QString insMatricule{};
    QString insOid{};
    QString birthPlaceCode{};

    friend bool operator==(const PatientOnPaper &, const PatientOnPaper &) = default;
};

//! Who prescribes and where, as printed (CSP R.5132-3, 1°).
struct PrescriberOnPaper {
    QString title{};
    QString surname{};
    QString givenName{};
    QString specialty{};
    QString rpps{};
    QString amNumber{};
    QString practice{};
    QString address{}; //!< one line
    QString city{};
    QString phone{};
    QString email{};

    friend bool operator==(const PrescriberOnPaper &, const PrescriberOnPaper &) = default;
};

//! What is missing before an ordonnance may be signed; each a stable subject.
struct Remark {
    int line = -1; //!< -1: of the whole ordonnance
    QString subject{};
    bool blocking = false;
    friend bool operator==(const Remark &, const Remark &) = default;
};

//! An ordonnance that is ready to be signed: all that CSP R.5132-3 wants is there. An incomplete
//! one cannot be built.
class OrdonnanceContent {
public:
    struct Parts {
        PatientOnPaper patient{};
        PrescriberOnPaper prescriber{};
        QList<Line> lines{};
    };

    //! Everything that is missing or doubtful.
    [[nodiscard]] static QList<Remark> remarks(const Parts &parts);
    //! Invalid, with the first blocking remark: "ordonnance.empty", "ordonnance.too_long" (above
    //! 100 lines), "patient.name", "patient.birth_date", "patient.sex", "prescriber.name",
    //! "prescriber.rpps", "prescriber.address", "line.label", "line.posology", "line.duration"
    //! (neither duration nor boxes), "line.renewals", "line.text".
    static Result<OrdonnanceContent> make(Parts parts, OrdonnanceNumber number,
                                          const QDateTime &signedAt);

    //! What is hashed and kept: UTF-8 JSON, keys in alphabetical order, no blanks. Format 2 where
    //! one of the later fields is used (those after Line::comment), else 1, so
    //! that what was signed before reads the same.
    [[nodiscard]] QByteArray canonical() const;
    //! Errors: Corrupt "ordonnance.format", Invalid "ordonnance.newer".
    static Result<OrdonnanceContent> fromCanonical(QByteArrayView json);

    [[nodiscard]] const PatientOnPaper &patient() const { return m_parts.patient; }
    [[nodiscard]] const PrescriberOnPaper &prescriber() const { return m_parts.prescriber; }
    [[nodiscard]] const QList<Line> &lines() const { return m_parts.lines; }
    [[nodiscard]] const OrdonnanceNumber &number() const { return m_number; }
    [[nodiscard]] const QDateTime &signedAt() const { return m_signedAt; } //!< UTC, to the second
    [[nodiscard]] bool isBizone() const; //!< a line concerns an ALD

private:
    OrdonnanceContent(Parts parts, OrdonnanceNumber number, QDateTime signedAt)
        : m_parts(std::move(parts))
        , m_number(std::move(number))
        , m_signedAt(std::move(signedAt))
    {
    }
    Parts m_parts;
    OrdonnanceNumber m_number;
    QDateTime m_signedAt;
};

[[nodiscard]] QString code(NonSubstitutable reason); //!< "", "MTE", "EFG", "CIF"
[[nodiscard]] std::optional<NonSubstitutable> nonSubstitutableOf(QStringView code);

[[nodiscard]] QString code(Support support); //!< "", "secured", "exception"
[[nodiscard]] std::optional<Support> supportOf(QStringView code);

} // namespace ambroise::prescription
