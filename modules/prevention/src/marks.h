// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/due.h>

namespace ambroise::prevention {

//! Something that counts for a rule: doses given on one day are one mark.
struct Mark {
    QDate from; //!< invalid: nobody knows when
    QDate until;
    std::optional<PartialDate> date;
    QString step; //!< of an act that names it
    [[nodiscard]] bool isDated() const { return from.isValid(); }
};

[[nodiscard]] bool meets(const QStringList &valences, const Need &need);

//! Those of the rule by date, the undated first; nothing before the birth or after `today`.
[[nodiscard]] QList<Mark> marksOf(const Rule &rule, const PatientFacts &facts,
                                  const History &history, QDate today);

//! The first day that the rule's waits leave; invalid: they ask for nothing.
[[nodiscard]] QDate freeFrom(const Rule &rule, const PatientFacts &facts, const History &history,
                             QDate today);

} // namespace ambroise::prevention
