// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/prescription/patientfacts.h>

#include <QStringList>

namespace ambroise::prescription {

//! A datum that a rule speaks because of. `what` is stable: "allergy", "condition", "age",
//! "months", "weight", "egfr", "sex", "pregnancy", "term", "breastfeeding"; of doses "per_intake",
//! "per_day", "per_week" (milligrams), "interval" (hours).
struct AlertFact {
    QString what{};
    QString value{}; //!< a number with a decimal comma, a code, the words of the record
    QString limit{}; //!< of what is beyond one
    QString since{}; //!< "2026-05-12", "2004"; empty: not said
    friend bool operator==(const AlertFact &, const AlertFact &) = default;
};

//! For whom a rule of resources/knowledge holds: alternatives " | " of words " & " each of which
//! may be negated by "!": "age>=18", "months<24", "weight<50", "egfr<30", "term>=24", "sex F",
//! "pregnant", "breastfeeding", "has K25;K26;cisp:D86" (beginnings of codes). Empty: everybody.
class PatientCondition {
public:
    struct Verdict {
        drugs::Truth applies = drugs::Truth::True;
        QList<AlertFact> because{}; //!< where it applies
        QStringList missing{};      //!< what would tell, where it is unknown: as AlertFact::what
    };

    //! Error: Corrupt "knowledge.table".
    static Result<PatientCondition> parse(const QString &text);
    [[nodiscard]] Verdict of(const PatientFacts &facts) const;

private:
    struct Atom {
        QString what{};
        bool negated = false;
        QString comparison{}; //!< "<", "<=", ">", ">="
        double limit = 0;
        QStringList words{};
    };
    static Result<Atom> parseAtom(QString text);
    static drugs::Truth of(const Atom &atom, const PatientFacts &facts);

    QList<QList<Atom>> m_alternatives;
};

} // namespace ambroise::prescription
