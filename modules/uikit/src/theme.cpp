// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include "resources.h"
#include "style.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <array>

namespace ambroise::uikit {
namespace {

using Tokens = std::array<QRgb, 12>; // in the order of Token

constexpr Tokens lightTokens = {0xFFF2F4F5, 0xFFFFFFFF, 0xFFF7F9F9, 0xFFD3D9DD,
                                0xFFE5E9EB, 0xFF172026, 0xFF4B5862, 0xFF5C6973,
                                0xFF0B6470, 0xFF084E57, 0xFFDCEDEF, 0xFFFFFFFF};
constexpr Tokens darkTokens = {0xFF14181B, 0xFF1B2024, 0xFF20262A, 0xFF363F45,
                               0xFF2A3136, 0xFFE6EBEE, 0xFFAEB9C1, 0xFF98A4AD,
                               0xFF62C4D1, 0xFF86D5DF, 0xFF173A40, 0xFF06262B};

struct PairRgb {
    QRgb text;
    QRgb tint;
};
using Pairs = std::array<PairRgb, 13>; // in the order of Meaning

constexpr Pairs lightPairs = {{{0xFF17693A, 0xFFE0F2E6},
                               {0xFF1B56A6, 0xFFE1ECFA},
                               {0xFF8A4500, 0xFFFCEBD8},
                               {0xFF4A5560, 0xFFE8ECEF},
                               {0xFFA81E2B, 0xFFFBE4E5},
                               {0xFF6A3AA6, 0xFFEEE6F8},
                               {0xFF3F5566, 0xFFE6EDF2},
                               {0xFFA81E2B, 0xFFFBE4E5},
                               {0xFF8A4500, 0xFFFCEBD8},
                               {0xFF6B5000, 0xFFFBF1CC},
                               {0xFF3F5566, 0xFFE6EDF2},
                               {0xFF1B56A6, 0xFFE1ECFA},
                               {0xFF17693A, 0xFFE0F2E6}}};
constexpr Pairs darkPairs = {{{0xFF82D8A3, 0xFF17352A},
                              {0xFF8FBDF5, 0xFF1B2F4A},
                              {0xFFF2B378, 0xFF3E2A17},
                              {0xFFBAC4CC, 0xFF2C343A},
                              {0xFFF59AA1, 0xFF43202A},
                              {0xFFC9AEF0, 0xFF33264A},
                              {0xFFB3C6D4, 0xFF25313A},
                              {0xFFF59AA1, 0xFF43202A},
                              {0xFFF2B378, 0xFF3E2A17},
                              {0xFFE6CC6B, 0xFF38310F},
                              {0xFFB3C6D4, 0xFF25313A},
                              {0xFF8FBDF5, 0xFF1B2F4A},
                              {0xFF82D8A3, 0xFF17352A}}};

constexpr QRgb veilColor = 0x4710181C; // 28 %

//! A colour or a length as a style sheet writes it; the name unchanged where it is neither.
QString written(const Theme &theme, const QString &name, double factor)
{
    bool isLength = false;
    if (const int length = name.toInt(&isLength); isLength)
        return QStringLiteral("%1px").arg(qRound(length * factor));
    if (name == u"scroll") {
        const QColor text3 = theme.color(Token::Text3);
        return QStringLiteral("rgba(%1,%2,%3,70%)")
            .arg(text3.red())
            .arg(text3.green())
            .arg(text3.blue());
    }
    static const QHash<QString, Token> tokens = {
        {QStringLiteral("base"), Token::Base},   {QStringLiteral("alt"), Token::Alt},
        {QStringLiteral("line"), Token::Line},   {QStringLiteral("line2"), Token::Line2},
        {QStringLiteral("text"), Token::Text},   {QStringLiteral("text2"), Token::Text2},
        {QStringLiteral("text3"), Token::Text3}, {QStringLiteral("accent"), Token::Accent},
        {QStringLiteral("soft"), Token::Soft}};
    const auto token = tokens.constFind(name);
    return token == tokens.cend() ? name : theme.color(*token).name();
}

} // namespace

Theme Theme::of(const QWidget &widget)
{
    return of(widget.palette());
}

Theme Theme::of(const QPalette &palette)
{
    return Theme(palette.color(QPalette::Window).lightness() < 128);
}

QColor Theme::color(Token token) const
{
    return QColor::fromRgba((m_dark ? darkTokens : lightTokens).at(size_t(token)));
}

Pair Theme::pair(Meaning meaning) const
{
    const PairRgb &pair = (m_dark ? darkPairs : lightPairs).at(size_t(meaning));
    return {QColor::fromRgba(pair.text), QColor::fromRgba(pair.tint)};
}

Pair Theme::filled(Meaning meaning) const
{
    return {color(Token::Base), pair(meaning).text};
}

QColor Theme::high() const
{
    return pair(Meaning::Stop).text;
}

QColor Theme::low() const
{
    return pair(Meaning::Info).text;
}

QColor Theme::hover() const
{
    QColor half = color(Token::Line2);
    half.setAlphaF(0.5F);
    return half;
}

QColor Theme::veil() const
{
    return QColor::fromRgba(veilColor);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(QPalette::All, role, color(token));
    };
    set(QPalette::Window, Token::Win);
    set(QPalette::Button, Token::Win);
    set(QPalette::Base, Token::Base);
    set(QPalette::ToolTipBase, Token::Base);
    set(QPalette::AlternateBase, Token::Alt);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Midlight, Token::Line2);
    set(QPalette::Light, Token::Base);
    set(QPalette::Dark, Token::Line);
    set(QPalette::Shadow, Token::Line);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Text, Token::Text);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::BrightText, Token::OnAccent);
    set(QPalette::Highlight, Token::Soft);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::Line2));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::Line2));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Win));
    return palette;
}

QString Theme::styleSheet(double factor) const
{
    QFile file(resourcePath(u"ambroise.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression name(QStringLiteral("@([a-z0-9]+)"));
    QString sheet;
    qsizetype copied = 0;
    for (auto it = name.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).mid(copied, match.capturedStart() - copied);
        sheet += written(*this, match.captured(1), factor);
        copied = match.capturedEnd();
    }
    return sheet += QStringView(source).mid(copied);
}

void apply(QApplication &application, const Theme &theme, double factor)
{
    application.setStyleSheet(QString());
    application.setStyle(new Style);
    application.setPalette(theme.palette());
    application.setFont(baseFont(std::clamp(factor, 0.9, 1.5)));
    application.setStyleSheet(theme.styleSheet(uikit::factor())); // as rounded to whole pixels
}

} // namespace ambroise::uikit
