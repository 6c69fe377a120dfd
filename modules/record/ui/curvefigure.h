// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

namespace ambroise::record::ui {

//! A line to compare with, told apart without its colour too.
struct CurveGuide {
    enum class Look {
        Median,
        Inner,   //!< ±1
        Outer,   //!< ±2
        Extreme, //!< ±3
        Limit    //!< a threshold
    };
    QString name{}; //!< at its right end: « +2 », « 140 »
    QList<QPointF> points{};
    Look look = Look::Limit;

    //! Its value there; nothing outside of it.
    [[nodiscard]] std::optional<double> at(double x) const;
};

//! A point that can be read.
struct CurveReading {
    double x = 0;
    double y = 0;
    std::optional<double> second{}; //!< under it at the same moment: a diastolic pressure
    QString label{};                //!< at the point: « 74,2 », « 138/78 »
    QString told{};                 //!< in one sentence, for the line above and a screen reader
};

//! What a curve shows.
struct CurveFigure {
    enum class Across {
        Days,        //!< x is in milliseconds since the epoch
        Age,         //!< x is in days since the birth
        CorrectedAge //!< x is in days since the term; until then below 0
    };
    QString title{};
    QString detail{}; //!< unit, how many, from which source
    Across across = Across::Days;
    QList<CurveGuide> guides{};
    std::optional<double> bandLow{}; //!< with an upper end: between them all is well
    std::optional<double> bandHigh{};
    QString bandWord{};
    QList<CurveReading> readings{}; //!< by x
};

} // namespace ambroise::record::ui
