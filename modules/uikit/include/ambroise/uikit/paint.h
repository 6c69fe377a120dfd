// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QSize>
#include <QString>

class QPainter;
class QRect;
class QRectF;
class QStyleOptionViewItem;

//! What widgets and delegates draw alike. Sizes are given at 96 dpi, times the user's text size.
namespace ambroise::uikit::paint {

inline constexpr int fieldRadius = 5; //!< fields and buttons
inline constexpr int chipRadius = 4;
inline constexpr int capRadius = 3; //!< key caps and tags
inline constexpr int barWidth = 3;  //!< at the left of what is selected

//! A ground with its border inside `rect`, on whole pixels.
void box(QPainter &painter, const QRect &rect, int radius, const QColor &fill, const QColor &border,
         int width = 1);
//! Two pixels of accent inside `rect`.
void focusRing(QPainter &painter, const QRect &rect, int radius, const Theme &theme);
//! One line, cut with … where it is too long. Drawn with the painter's font and pen.
void line(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

[[nodiscard]] QSize chipSize(const QString &text, bool hasIcon);
//! 18 high. The ground is hatched where the identity is doubtful, so that grey print tells it.
void chip(QPainter &painter, const QRect &rect, const Theme &theme, Meaning meaning,
          const QString &text, QStringView icon = {});

[[nodiscard]] QSize keyCapSize(const QString &key);
enum class CapGround { Sheet, Accent, Tint };
//! 17 high. On Accent and Tint it is drawn in `ink` without a ground of its own.
void keyCap(QPainter &painter, const QRect &rect, const Theme &theme, const QString &key,
            CapGround ground = CapGround::Sheet, const QColor &ink = {});

[[nodiscard]] QSize tagSize(const QString &code);
//! The code of a signal, 34x18: filled for Stop, outlined for the others.
void tag(QPainter &painter, const QRect &rect, const Theme &theme, Meaning meaning,
         const QString &code);

[[nodiscard]] QSize badgeSize(int count);
//! How many things wait, on accent.
void badge(QPainter &painter, const QRect &rect, const Theme &theme, int count);

struct RowState {
    bool selected = false;
    bool hovered = false;
    bool focused = false; //!< has the keyboard focus
    bool windowActive = true;

    static RowState of(const QStyleOptionViewItem &option);
};
//! The ground of a row of a list: soft with its bar when selected, dotted when only focused.
void row(QPainter &painter, const QRect &rect, const Theme &theme, RowState state);

} // namespace ambroise::uikit::paint
