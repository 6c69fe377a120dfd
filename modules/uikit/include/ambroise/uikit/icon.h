// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

//! The icons of resources/icons (Bootstrap Icons, MIT), named as their files without ".svg". They
//! need no set-up: the first call registers them. An icon never stands without its word, but for
//! back, next, close and filter.
namespace ambroise::uikit {

//! An icon that takes its colour from the palette when it is drawn: text2 at rest, accent when On
//! or Active, text3 when disabled. Null, with a warning in the log, where there is none of that
//! name.
[[nodiscard]] QIcon icon(QStringView name);

//! The same, always in that colour.
[[nodiscard]] QIcon icon(QStringView name, const QColor &color);

[[nodiscard]] bool hasIcon(QStringView name);
[[nodiscard]] QStringList iconNames();

//! For what is painted by hand; sharp at any scale.
void drawIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &color);

} // namespace ambroise::uikit
