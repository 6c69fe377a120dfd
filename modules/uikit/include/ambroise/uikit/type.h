// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace ambroise::uikit {

//! The sizes of text. Nothing is smaller than Key.
enum class TextRole { Patient, Page, Document, Note, Body, Small, Key };

//! The user's text size, 0.9 to 1.5; read from the application's font.
[[nodiscard]] double factor();

//! A length given at 96 dpi for the text size 1, at the user's text size.
[[nodiscard]] int scaled(int pixels);

//! Patient, Page and Document are always DemiBold, Key is Medium; `strong` makes the others so.
[[nodiscard]] QFont font(TextRole role, bool strong = false);

//! For what is read character by character: machine-readable zones, prescription numbers.
[[nodiscard]] QFont codeFont(TextRole role);

//! From one baseline to the next.
[[nodiscard]] int lineHeight(TextRole role);

//! The application's font at that text size; `apply` sets it.
[[nodiscard]] QFont baseFont(double factor);

//! Text of which every digit takes the width of 0, so that numbers stand under each other. Drawn
//! with the painter's font and pen, on one line.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text);
[[nodiscard]] double tabularWidth(const QFont &font, const QString &text);

} // namespace ambroise::uikit
