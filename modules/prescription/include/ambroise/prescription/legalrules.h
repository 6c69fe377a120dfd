// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/prescription/ordonnance.h>

#include <QStringList>

#include <optional>

//! What the law asks for when a drug is prescribed, as the conditions of the BDPM
//! (CIS_CPD_bdpm.txt) tell it. What each wording means is data: resources/legal.
namespace ambroise::prescription {

//! "12 semaines": 84 days. Of months, the most days that so many can have.
struct DurationLimit {
    int days = 0;
    QString words{};
    friend bool operator==(const DurationLimit &, const DurationLimit &) = default;
};

//! Who a condition concerns; whose sex or age is not known, is concerned.
struct Population {
    QString sex{}; //!< "F", "M"; empty: everybody
    int fromYears = 0;
    int toYears = 150;

    [[nodiscard]] bool mayBe(const QString &patientSex, std::optional<int> years) const;
    friend bool operator==(const Population &, const Population &) = default;
};

//! A first prescription that not everybody may make.
struct InitialPrescription {
    enum class By { Hospital, Specialists };

    By by = By::Hospital;
    int validMonths = 0; //!< 0: without a term
    Population of{};
    friend bool operator==(const InitialPrescription &, const InitialPrescription &) = default;
};

//! Prescription restreinte (CSP R.5121-77).
enum class RestrictedKind {
    HospitalUse,          //!< RH, réservé à l’usage hospitalier
    HospitalPrescription, //!< PH
    InitialHospital,      //!< PIH
    Specialists,          //!< PRS
    Surveillance          //!< SP
};
[[nodiscard]] QString code(RestrictedKind kind); //!< "RH", "PH", "PIH", "PRS", "SP"

//! Words that the ordonnance has to bear.
struct RequiredMention {
    QStringList beginnings{}; //!< one of them tells that it is there, whatever the case
    QString words{};          //!< what it has to say
    [[nodiscard]] bool isIn(const QString &text) const;
    friend bool operator==(const RequiredMention &, const RequiredMention &) = default;
};

//! A wording as published, for those whom it concerns.
struct ConditionOf {
    QString wording{};
    Population of{};
    friend bool operator==(const ConditionOf &, const ConditionOf &) = default;
};

//! The rules of one drug. Of a drug without conditions, nothing is asked.
struct LegalRules {
    drugs::Listing listing = drugs::Listing::None;
    bool securedForm = false; //!< ordonnance sécurisée
    //! Posology, strength and duration en toutes lettres (CSP R.5132-29); always of stupéfiants.
    bool fullLetters = false;
    std::optional<DurationLimit> maxDuration{};
    //! A longer one, only in the case that its words name: "28 jours par système actif de
    //! perfusion". It has to be asked.
    std::optional<DurationLimit> longerIf{};
    int fractionDays = 0;          //!< délivrance fractionnée; 0: whole
    bool overlapForbidden = false; //!< but for the prescriber's mention expresse
    QList<RestrictedKind> kinds{};
    bool professionalUse = false; //!< given by the doctor, not delivered to the patient
    QList<InitialPrescription> initial{};
    //! Who may prescribe it, or make the initial prescription where there is one: "NEUROLOGIE".
    QStringList reservedTo{};
    QStringList renewalReservedTo{};
    bool renewalUnrestricted = false; //!< tout médecin may renew
    bool careAgreement = false;       //!< accord de soins
    QList<ConditionOf> attestations{};
    bool booklet = false;          //!< carnet du patient
    QList<ConditionOf> tasks{};    //!< other things to be done before, as published
    QList<ConditionOf> watching{}; //!< surveillance particulière, as published
    QList<RequiredMention> mentions{};
    QStringList forPharmacy{}; //!< what concerns the pharmacist alone, as published
    QStringList asPublished{}; //!< understood by nobody's program: to be shown
    QStringList unknown{};     //!< wordings that our table does not have: to be shown too

    [[nodiscard]] bool isNarcotic() const { return listing == drugs::Listing::Narcotic; }
    //! The rules of stupéfiants apply in part (assimilé), as of buprénorphine.
    [[nodiscard]] bool isAssimilated() const { return !isNarcotic() && securedForm; }
    [[nodiscard]] bool isOf(RestrictedKind kind) const { return kinds.contains(kind); }
    [[nodiscard]] bool needsPrescription() const;

    friend bool operator==(const LegalRules &, const LegalRules &) = default;
};

[[nodiscard]] LegalRules legalRulesOf(const QList<drugs::Condition> &conditions);

//! The line as the law has it printed: on the secured form, with the days of each delivery, where
//! its prescriber has not told another support.
[[nodiscard]] Line onItsSupport(Line line, const LegalRules &rules);

//! Narrow therapeutic margin: a substance for which MTE may be given (arrêté du 12/11/2019).
[[nodiscard]] bool isMteSubstance(const drugs::Substance &substance);
//! The pharmacist who dispenses has to be named (CSS L.162-4-2): substitution treatments…
[[nodiscard]] bool namesDispenser(const drugs::Substance &substance);

} // namespace ambroise::prescription
