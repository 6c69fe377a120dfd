// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/money.h>
#include <ambroise/drugs/codes.h>

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

//! What the public drug base says of a drug. Texts are the publisher's, trimmed, without HTML.
namespace ambroise::drugs {

//! Where a datum comes from: HAS asks that the origin of each is told (référentiel LAP, criterion
//! 1).
struct Source {
    QString name; //!< "BDPM", or "formulaire de démonstration"
    QString file; //!< the publisher's, such as "CIS_CPD_bdpm.txt"
    QDate date;   //!< of the data
    friend bool operator==(const Source &, const Source &) = default;
};

template <class T>
struct Sourced {
    T value;
    Source source;
};

//! A line of the composition. `dosage` is the publisher's text and may be empty: see
//! activeSubstances().
struct Component {
    //! SA (substance active) is what is put in, FT (fraction thérapeutique) what acts: of
    //! KARDEGIC, lysine acetylsalicylate 135 mg and acetylsalicylic acid 75 mg.
    enum class Nature { Active, Therapeutic };

    QString element; //!< "comprimé"; a drug may be made of several
    QString code;    //!< of the substance, five digits
    QString name;
    QString dosage; //!< "1,00 mg"
    QString per;    //!< "un comprimé"
    Nature nature = Nature::Active;
    int link = 0; //!< the FT and the SA that it comes from share it, within an element
    friend bool operator==(const Component &, const Component &) = default;
};

//! A substance that doses, duplicates and interactions are reasoned with.
struct Substance {
    QString code;
    QString name;
    QString dosage; //!< empty where the publisher gives none
    QString per;
    friend bool operator==(const Substance &, const Substance &) = default;
};

//! The fractions thérapeutiques, and the active substances that have none, in the order of the
//! base.
[[nodiscard]] QList<Substance> activeSubstances(const QList<Component> &composition);

//! A box.
struct Presentation {
    Cip13 cip13;
    QString cip7;
    QString label; //!< "plaquette(s) PVC aluminium de 8 comprimé(s)"
    bool marketed = false;
    QString marketing;                     //!< "Déclaration d'arrêt de commercialisation"
    QDate declaredOn;                      //!< when `marketing` was declared
    std::optional<bool> hospitalAgreement; //!< agrément aux collectivités; unknown is not false
    QList<int> rates; //!< of reimbursement, in percent; several where it depends on the indication
    std::optional<Money> price;       //!< without the pharmacist's fee
    std::optional<Money> fee;         //!< honoraire de dispensation
    std::optional<Money> publicPrice; //!< PPF, what the patient is asked for
    QString indications; //!< where reimbursement is limited to some; loaded by detail() alone

    [[nodiscard]] bool isReimbursed() const { return !rates.isEmpty(); }
};

enum class GroupRole { Princeps = 0, Generic = 1, Complementary = 2, Substitutable = 4 };

//! A drug's place in a group of the répertoire des génériques.
struct GenericGroup {
    int id = 0;
    QString label;
    GroupRole role = GroupRole::Generic;
    friend bool operator==(const GenericGroup &, const GenericGroup &) = default;
};

//! A drug as lists show it.
struct Drug {
    Cis cis;
    QString label; //!< "DOLIPRANE 1000 mg, comprimé"
    QString form;
    QStringList routes;
    bool marketed = false;
    bool homeopathic = false;
    QString holder;
    QStringList inn; //!< names of activeSubstances(), each once
    QString atc;     //!< empty where the base gives none
    QList<GenericGroup> groups;
    QList<Presentation> presentations; //!< marketed first
};

//! What the drug may be prescribed or given under, as written: unknown wordings are shown raw.
struct Condition {
    QString wording; //!< "prescription limitée à 4 semaines"
    friend bool operator==(const Condition &, const Condition &) = default;
};

enum class Listing { None, ListI, ListII, Narcotic };

//! The strictest of list I, list II and stupéfiants that these conditions name.
[[nodiscard]] Listing listingOf(const QList<Condition> &conditions);

//! A supply problem, from the ANSM.
struct Availability {
    enum class State { Shortage = 1, Tension = 2, Stopped = 3, Back = 4 };

    std::optional<Cip13> cip13; //!< none: all presentations
    State state = State::Tension;
    QDate since;
    QDate updated;
    QDate backOn; //!< when it is, or is expected to be, available again
    QString link;
};

//! An opinion of the Commission de la transparence (HAS): service rendered (SMR), or improvement
//! (ASMR), for the indications that `wording` names.
struct Opinion {
    enum class Rating { Smr, Asmr };

    Rating rating = Rating::Smr;
    QString dossier; //!< "CT-20449"
    QString reason;  //!< "Inscription (CT)"
    QDate givenOn;
    QString value; //!< "Important", "V"
    QString wording;
    QStringList links; //!< to the opinion's pages
};

//! An important safety notice.
struct Notice {
    QDate from;
    QDate to;
    QString wording;
    QString link;
};

//! A box as lists of a group show it.
struct PricedBox {
    QString label;
    Money price; //!< PPF, what the patient is asked for
};

//! A member of a generic group; without a label where it is no longer in the list of drugs.
struct GroupMember {
    Cis cis;
    QString label;
    GroupRole role = GroupRole::Generic;
    bool marketed = false;
    QList<PricedBox> boxes{}; //!< marketed ones that have a price, the cheapest first
};

//! A generic group with all its members.
struct GroupDetail {
    GenericGroup group;
    QList<GroupMember> members;
};

//! A drug of a hybrid group. The register names it also where the list of drugs does not.
struct HybridMember {
    Cis cis;
    QString label;
    bool reference = false; //!< what the others are hybrids of
    bool marketed = false;
};

//! A group of the ANSM's register of hybrids: near to its reference, and no generic of it. A
//! pharmacist may put one in the place of another under conditions that differ by group.
struct HybridGroup {
    int id = 0;
    QString route; //!< "Voie inhalée"
    QString label;
    QList<HybridMember> members;
};

//! Everything known of a drug, each part with where it comes from.
struct DrugDetail {
    Sourced<Drug> drug;      //!< the label, the holder, the state
    QString authorisation{}; //!< "Autorisation active"
    QString procedure{};     //!< "Procédure nationale"
    QString marketing{};     //!< "Commercialisée"
    QDate authorisedOn{};
    QString watch{}; //!< the publisher's "Alerte" or "Warning disponibilité", mostly empty
    QString euNumber{};
    bool monitored = false; //!< surveillance renforcée (black triangle)
    Sourced<QList<Presentation>> presentations;
    Sourced<QList<Component>> composition;
    QList<Substance> substances; //!< activeSubstances(composition)
    Sourced<QString> atc;
    Sourced<QList<GroupDetail>> groups;
    Sourced<QList<HybridGroup>> hybrids{};
    Sourced<QList<Condition>> conditions;
    Sourced<QList<Availability>> availability;
    Sourced<QList<Opinion>> smr;  //!< newest first
    Sourced<QList<Opinion>> asmr; //!< newest first
    Sourced<QList<Notice>> notices;
};

} // namespace ambroise::drugs
