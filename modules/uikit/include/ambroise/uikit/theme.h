// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace ambroise::uikit {

//! The grounds, lines and inks of the sheet.
enum class Token {
    Win,
    Base,
    Alt,
    Line,
    Line2,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    Soft,
    OnAccent
};

//! What a colour may mean. A meaning is never shown by its colour alone: its word, and its icon or
//! code, stand beside it.
enum class Meaning {
    Qualified,
    Validated,
    Retrieved,
    Provisional,
    Doubtful,
    Fictive,
    Homonym,
    Stop,
    Avoid,
    Caution,
    Apc,
    Info,
    Done
};

//! An ink on its ground.
struct Pair {
    QColor text;
    QColor tint;

    friend bool operator==(const Pair &, const Pair &) = default;
};

//! Every colour of the product, light or dark. No colour is written anywhere else.
class Theme {
public:
    static Theme light() { return Theme(false); }
    static Theme dark() { return Theme(true); }
    //! The one that a widget is drawn in, read from the lightness of its window colour.
    static Theme of(const QWidget &widget);
    static Theme of(const QPalette &palette);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] Pair pair(Meaning meaning) const;
    //! A critical result, a contra-indication: the stop ink as ground.
    [[nodiscard]] Pair filled(Meaning meaning) const;
    [[nodiscard]] QColor high() const;  //!< a result above its reference, beside ▲
    [[nodiscard]] QColor low() const;   //!< a result under its reference, beside ▼
    [[nodiscard]] QColor hover() const; //!< a row under the pointer; laid over the ground
    [[nodiscard]] QColor veil() const;  //!< over the window while the command palette is open

    [[nodiscard]] QPalette palette() const;
    //! Tabs, headers, menus and scroll bars, with lengths times `factor`.
    [[nodiscard]] QString styleSheet(double factor = 1.0) const;

    friend bool operator==(const Theme &, const Theme &) = default;

private:
    explicit Theme(bool dark)
        : m_dark(dark)
    {
    }
    bool m_dark;
};

//! Dresses the application: Fusion with our fields, palette, font and style sheet. `factor` is the
//! user's text size, kept between 0.9 and 1.5. May be called again at any time.
void apply(QApplication &application, const Theme &theme, double factor);

} // namespace ambroise::uikit
