// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/partialdate.h>
#include <ambroise/prescription/linereader.h>
#include <ambroise/prescription/repository.h>
#include <ambroise/prescription/treatmentuses.h>

//! What a patient takes and has taken (LAP-20): the signed ordonnances line by line, what the
//! record tells, and what was stopped.
namespace ambroise::prescription {

//! A line of an ordonnance in force, with what is known of its drug.
struct PrescribedLine {
    QString number{};
    int place = 0; //!< 0: the first line
    QDateTime signedAt{};
    QString prescriber{}; //!< « Dr Claire Fontanel »
    CheckedLine checked{};
};

//! A treatment that is written in the record, whether it holds or not.
struct RecordedTreatment {
    record::Entry entry{};
    CheckedLine checked{};
};

[[nodiscard]] Line recordedLine(const record::NewEntry &treatment); //!< its name and its posology
//! A treatment of the record as the checks take it: it has no CIS; its name, what stands before the
//! strength, is looked for as a substance.
Result<CheckedLine> checkedTreatment(const record::Entry &treatment, const LineReader &reader);
//! The lines of those that were not cancelled. Errors: those of the provider.
Result<QList<PrescribedLine>> prescribedLines(const QList<Ordonnance> &ordonnances,
                                              const LineReader &reader);
Result<QList<RecordedTreatment>> recordedTreatments(const QList<record::Entry> &entries,
                                                    const LineReader &reader);

//! What two lines have in common where they are one treatment: its substances without their salts,
//! and whether it is given locally; of a drug that nobody knows, its name.
[[nodiscard]] QString treatmentKey(const CheckedLine &line);

//! A line within a treatment.
struct TreatmentPeriod {
    QDate start{};
    std::optional<QDate> plannedEnd{}; //!< the last day, its renewals counted; none: not told
    Line written{};                    //!< as it was signed
    QString prescriber{};
    StoppedLine line{};
    bool changesDose = false; //!< another drug or dose than the one before
    //! The dose of the same drug until then (doseSentence), where that is what changes; several
    //! where there were.
    QStringList dosesBefore{};

    friend bool operator==(const TreatmentPeriod &, const TreatmentPeriod &) = default;
};

//! For how long it is taken, as it was said, or as its lines let suppose.
struct TreatmentUseTold {
    record::TreatmentUse use = record::TreatmentUse::Unspecified;
    bool proposed = false; //!< by its duration and renewals: nobody said it

    friend bool operator==(const TreatmentUseTold &, const TreatmentUseTold &) = default;
};

enum class TreatmentState {
    Running,
    PastEnd, //!< its planned end has passed, and nobody said that it was stopped
    Stopped
};

//! One treatment: lines of the same substances that follow each other, a treatment of the record,
//! or both where they are surely the same.
struct PatientTreatment {
    QString name{};
    QList<TreatmentPeriod> periods{};     //!< oldest first; none: of the record alone
    std::optional<record::Entry> entry{}; //!< of the record; none: prescribed alone
    std::optional<PartialDate> start{};   //!< none: not known
    std::optional<QDate> plannedEnd{};    //!< none: not told, never guessed
    //! None: nobody said so. Without a day: noted as stopped, not when.
    std::optional<record::TreatmentStop> stop{};
    TreatmentStopId keptStop{}; //!< of a line; not stored: told by the record alone
    QString stoppedBy{};
    QList<KeptStop> formerStops{}; //!< of its lines, that were taken back
    TreatmentUseTold use{};
    //! What its lines let suppose, whatever was said.
    record::TreatmentUse proposedUse = record::TreatmentUse::Unspecified;
    std::optional<KeptUse> saidUse{}; //!< of one of its lines, where that holds
    TreatmentState state = TreatmentState::Running;
    QString prescriber{}; //!< of the last line; of the record alone, who wrote it

    //! The first day that it may have been taken; invalid: not known.
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QString posology() const; //!< the last one, as it was typed
    [[nodiscard]] QString dose() const;     //!< the same as it is printed: doseSentence
    //! What one gesture says of its use: what is proposed is confirmed, else « fond »; then the
    //! other; then nothing any more.
    [[nodiscard]] record::TreatmentUse nextUse() const;
    //! Stopped, or prescribed for a time that has passed; what the record says holds is not.
    [[nodiscard]] bool isOver() const
    {
        return state == TreatmentState::Stopped || (state == TreatmentState::PastEnd && !entry);
    }
};

//! Built from values alone: no part of it is stored.
class TreatmentHistory {
public:
    //! What runs first, then what is past its planned end, then what was stopped; of each the
    //! latest begun first.
    static TreatmentHistory of(const QList<PrescribedLine> &lines,
                               const QList<RecordedTreatment> &recorded,
                               const QList<KeptStop> &stops, QDate today,
                               const QList<KeptUse> &uses = {});

    [[nodiscard]] const QList<PatientTreatment> &treatments() const { return m_treatments; }
    [[nodiscard]] bool isEmpty() const { return m_treatments.isEmpty(); }

private:
    QList<PatientTreatment> m_treatments;
};

} // namespace ambroise::prescription
