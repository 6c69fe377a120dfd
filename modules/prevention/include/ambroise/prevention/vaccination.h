// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/core/partialdate.h>

#include <QDateTime>
#include <QStringList>

namespace ambroise::prevention {

using VaccinationId = Id<struct VaccinationTag>;

//! The first and the last day that a date known in part may be; invalid where the year is unknown.
[[nodiscard]] QDate earliest(const PartialDate &date);
[[nodiscard]] QDate latest(const PartialDate &date);

//! What was given, when, by whom; as told by the patient or a booklet, or as done here.
class VaccinationRecord {
public:
    struct Parts {
        QString vaccine{};                 //!< its name, as on the box or in the booklet
        QString cis{};                     //!< of the drug base; empty: not known there
        QString cip13{};                   //!< of the box
        QStringList valences{};            //!< codes of Vaccines
        std::optional<PartialDate> date{}; //!< none: nobody knows when
        QString lot{};
        QDate expiry{};
        QString site{};    //!< where on the body
        QString dose{};    //!< as the booklet counts: "1", "rappel"
        QString by{};      //!< who gave it
        bool here = false; //!< by somebody of the practice; else told

        friend bool operator==(const Parts &, const Parts &) = default;
    };
    static constexpr qsizetype longest = 200; //!< of a text, UTF-16 units

    //! Errors, all Invalid: "vaccination.vaccine" (no name), "vaccination.valences" (nothing that
    //! it protects from), "vaccination.long", "vaccination.date" (the year is unknown; the day too,
    //! of what is done here), "vaccination.future", "vaccination.before_birth",
    //! "vaccination.expired" (given after the day on the box), "vaccination.lot" (done here without
    //! its lot).
    static Result<VaccinationRecord> make(const Parts &parts, QDate birth, QDate today);

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    friend bool operator==(const VaccinationRecord &, const VaccinationRecord &) = default;

private:
    explicit VaccinationRecord(Parts parts)
        : m_parts(std::move(parts))
    {
    }
    Parts m_parts;
};

//! One in the record.
struct Vaccination {
    VaccinationId id{};
    PatientId patient{};
    VaccinationRecord::Parts parts{};
    QString authorName{};
    QDateTime writtenAt{};
};

} // namespace ambroise::prevention
