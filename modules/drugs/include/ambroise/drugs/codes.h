// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QString>

#include <compare>

namespace ambroise::drugs {

//! Code identifiant de spécialité: a drug of the public base, eight digits.
class Cis {
public:
    //! Spaces are ignored. Error: Invalid "drug.cis".
    static Result<Cis> parse(QStringView text);
    static Result<Cis> of(qint64 number);

    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] QString toString() const { return QString::number(m_number); }
    friend auto operator<=>(Cis, Cis) = default;

private:
    explicit Cis(qint64 number)
        : m_number(number)
    {
    }
    qint64 m_number;
};

//! Code identifiant de présentation: a box of a drug, thirteen digits of which the last is the
//! EAN-13 key (GS1 General Specifications, 7.9).
class Cip13 {
public:
    //! Spaces are ignored. Errors: Invalid "drug.cip" (not thirteen digits), "drug.cip_key" (the
    //! key is wrong).
    static Result<Cip13> parse(QStringView text);
    static Result<Cip13> of(qint64 number);

    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] QString toString() const { return QString::number(m_number); }
    friend auto operator<=>(Cip13, Cip13) = default;

private:
    explicit Cip13(qint64 number)
        : m_number(number)
    {
    }
    qint64 m_number;
};

} // namespace ambroise::drugs
