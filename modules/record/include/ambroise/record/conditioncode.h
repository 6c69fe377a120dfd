// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QList>
#include <QString>

#include <optional>

namespace ambroise::record {

enum class CodeSystem { Cim10, Cisp2 };

//! The code of a condition: « E11 », « N18.3 » (CIM-10), « T90 » (CISP-2). What has not its form
//! cannot be built; whether it is in the published list is another question (ConditionCatalogue).
class ConditionCode {
public:
    //! Small letters are made capitals; "E119" of CIM-10 is "E11.9". Errors: Invalid
    //! "condition.code".
    static Result<ConditionCode> parse(CodeSystem system, QStringView code);
    //! As `stored` wrote it: "CIM-10:E11".
    static std::optional<ConditionCode> fromStored(QStringView stored);

    [[nodiscard]] CodeSystem system() const { return m_system; }
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] QString stored() const;

    friend bool operator==(const ConditionCode &, const ConditionCode &) = default;

private:
    ConditionCode(CodeSystem system, QString code)
        : m_system(system)
        , m_code(std::move(code))
    {
    }
    CodeSystem m_system;
    QString m_code;
};

//! The codes of an entry, as NewEntry::code holds them, one space between two; others are left out.
[[nodiscard]] QList<ConditionCode> conditionCodesIn(QStringView stored);
[[nodiscard]] QString stored(const QList<ConditionCode> &codes);

} // namespace ambroise::record
