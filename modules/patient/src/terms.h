// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/patient.h>
#include <ambroise/storage/prefixindex.h>

//! What a patient is found by. A term of a name is folded text; the others begin with a sign that
//! folding never leaves, so that digits of different things do not meet.
namespace ambroise::patient::terms {

//! Ranks before a higher one.
enum Kind {
    BirthSurname,
    UsedSurname,
    FirstGivenName,
    OtherGivenName,
    Birth,
    Phone,
    Matricule,
    Sound,
};

inline constexpr QChar yearFirst = u'@';      //!< "@19580314"
inline constexpr QChar dayFirst = u'=';       //!< "=14031958"
inline constexpr QChar phoneMark = u'#';      //!< "#0639980123", "#+3247…"
inline constexpr QChar insMark = u'%';        //!< "%2580363113981", without the key
inline constexpr QChar surnameSound = u'~';   //!< "~TUTON~", see soundOf(); always whole
inline constexpr QChar givenNameSound = u'^'; //!< "^NYLEN^"

//! Empty for a name that has no letter.
[[nodiscard]] QString sound(QChar mark, QStringView name);

//! What a name is heard by alone: records of an older program lack it.
[[nodiscard]] QList<storage::PrefixIndex::Term> soundsOf(const PatientDetails &details);
[[nodiscard]] QList<storage::PrefixIndex::Term> of(const PatientDetails &details);
//! The order of equals: birth name, first given name, birth date.
[[nodiscard]] QString sortOf(const PatientDetails &details);

} // namespace ambroise::patient::terms
