// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QList>
#include <QPointF>
#include <QSizeF>

namespace ambroise {

//! Where a pen was: millimetres, and how hard it was pressed, from 0 to 1.
struct PenPoint {
    QPointF at{};
    double pressure = 0.5;
    friend bool operator==(const PenPoint &, const PenPoint &) = default;
};

//! From where the pen came down to where it was lifted.
using PenStroke = QList<PenPoint>;

//! A piece of ink as wide as it was pressed: a curve from `from` to `to`, bent towards `bend`.
//! Millimetres.
struct InkCurve {
    QPointF from{};
    QPointF bend{};
    QPointF to{};
    double width = 0;
};

//! The ink of a stroke; a dot where the pen did not move.
[[nodiscard]] QList<InkCurve> inkOf(const PenStroke &stroke);

//! Somebody's signature as they drew it, from the top left of what it covers.
class HandSignature {
public:
    static constexpr double mostWidth = 50; //!< millimetres
    static constexpr double mostHeight = 18;

    //! As it was drawn, made smaller where it is larger than the place of a signature. Errors:
    //! Invalid "signature.empty" (nothing, or a dot that nobody meant), "signature.long".
    static Result<HandSignature> make(const QList<PenStroke> &drawn);
    //! What toText() wrote. Error: Corrupt "signature.format".
    static Result<HandSignature> parse(QStringView text);

    [[nodiscard]] const QList<PenStroke> &strokes() const { return m_strokes; }
    [[nodiscard]] QSizeF size() const; //!< of its points, without the width of the ink
    //! Letters and digits, about three a point.
    [[nodiscard]] QString toText() const;

    friend bool operator==(const HandSignature &, const HandSignature &) = default;

private:
    explicit HandSignature(QList<PenStroke> strokes);

    QList<PenStroke> m_strokes;
};

} // namespace ambroise
