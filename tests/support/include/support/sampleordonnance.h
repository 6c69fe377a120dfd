// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

namespace ambroise::test {

//! A complete ordonnance of invented people, to be changed by the test.
inline prescription::OrdonnanceContent::Parts sampleParts()
{
    prescription::OrdonnanceContent::Parts parts;
    parts.patient.surname = u"VASSEUR"_qs;
    parts.patient.givenNames = u"MADELEINE"_qs;
    parts.patient.usedSurname = u"Mercadier"_qs;
    parts.patient.sex = u"F"_qs;
    parts.patient.birthDate = QDate(1958, 3, 14);
    parts.patient.weightKg = 74.2;
    parts.prescriber.title = u"Dr"_qs;
    parts.prescriber.surname = u"Fontanel"_qs;
    parts.prescriber.givenName = u"Claire"_qs;
    parts.prescriber.specialty = u"Médecin généraliste"_qs;
    parts.prescriber.rpps = u"99700218896"_qs;
    parts.prescriber.practice = u"Cabinet médical des Tilleuls"_qs;
    parts.prescriber.address = u"12 rue des Tilleuls, 63999 Saint-Ambroise-les-Prés"_qs;
    parts.prescriber.city = u"Saint-Ambroise-les-Prés"_qs;
    parts.prescriber.phone = u"04 65 71 99 20"_qs;
    parts.prescriber.email = u"contact@tilleuls.example"_qs;
    prescription::Line line;
    line.cis = u"60234100"_qs;
    line.label = u"DOLIPRANE 1000 mg, comprimé"_qs;
    line.posology = u"1 comprimé matin et soir"_qs;
    line.durationDays = 7;
    parts.lines << line;
    return parts;
}

inline QDateTime sampleInstant()
{
    return {QDate(2026, 11, 24), QTime(9, 58, 0), Qt::UTC};
}

inline prescription::OrdonnanceContent sampleContent()
{
    return *prescription::OrdonnanceContent::make(
        sampleParts(), prescription::OrdonnanceNumber::generate(), sampleInstant());
}

} // namespace ambroise::test
