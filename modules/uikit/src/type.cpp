// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/type.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <array>

namespace ambroise::uikit {
namespace {

struct Measure {
    int size;
    int line;
    QFont::Weight weight;
};

constexpr int bodySize = 13;
constexpr std::array<Measure, 7> measures = {{{18, 22, QFont::DemiBold},
                                              {17, 24, QFont::DemiBold},
                                              {15, 20, QFont::DemiBold},
                                              {14, 21, QFont::Normal},
                                              {bodySize, 18, QFont::Normal},
                                              {12, 16, QFont::Normal},
                                              {11, 15, QFont::Medium}}}; // in the order of TextRole

const Measure &measure(TextRole role)
{
    return measures.at(size_t(role));
}

QFont familyFont()
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                      QStringLiteral("Segoe UI"), QStringLiteral("sans-serif")});
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double advance(const QFontMetricsF &metrics, double digit, QChar c)
{
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

double width(const QFontMetricsF &metrics, const QString &text)
{
    const double digit = metrics.horizontalAdvance(u'0');
    double sum = 0;
    for (const QChar c : text)
        sum += advance(metrics, digit, c);
    return sum;
}

} // namespace

double factor()
{
    const int base = QGuiApplication::font().pixelSize();
    return base > 0 ? double(base) / bodySize : 1.0;
}

int scaled(int pixels)
{
    return qRound(pixels * factor());
}

QFont font(TextRole role, bool strong)
{
    QFont font = familyFont();
    font.setPixelSize(scaled(measure(role).size));
    font.setWeight(strong ? QFont::DemiBold : measure(role).weight);
    return font;
}

QFont codeFont(TextRole role)
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(scaled(measure(role).size));
    return font;
}

int lineHeight(TextRole role)
{
    return scaled(measure(role).line);
}

QFont baseFont(double factor)
{
    QFont font = familyFont();
    font.setPixelSize(qRound(bodySize * factor));
    return font;
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double digit = metrics.horizontalAdvance(u'0');
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width(metrics, text);
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width(metrics, text) / 2;
    const double baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar c : text) {
        const double cell = advance(metrics, digit, c);
        painter.drawText(QPointF(x + (cell - metrics.horizontalAdvance(c)) / 2, baseline),
                         QString(c));
        x += cell;
    }
}

double tabularWidth(const QFont &font, const QString &text)
{
    return width(QFontMetricsF(font), text);
}

} // namespace ambroise::uikit
