// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionViewItem>
#include <QWidget>

#include <algorithm>

namespace ambroise::uikit::paint {
namespace {

constexpr int chipPadding = 7;
constexpr int chipGap = 5;
constexpr int chipIcon = 12;
constexpr int capPadding = 4;
constexpr int tagWidth = 34;

class Saved {
public:
    explicit Saved(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
    }
    Saved(const Saved &) = delete;
    Saved &operator=(const Saved &) = delete;
    ~Saved() { m_painter.restore(); }

private:
    QPainter &m_painter;
};

QFont tagFont()
{
    QFont font = uikit::font(TextRole::Key);
    font.setWeight(QFont::Bold);
    return font;
}

//! Oblique lines at 45°, faint enough for the text over them to keep its contrast.
void hatch(QPainter &painter, const QRect &rect, const QColor &ink)
{
    QPainterPath shape;
    shape.addRoundedRect(rect, chipRadius, chipRadius);
    painter.setClipPath(shape);
    QColor faint = ink;
    faint.setAlphaF(0.16F);
    painter.setPen(QPen(faint, 1.5));
    for (int x = rect.left() - rect.height(); x < rect.right(); x += 5)
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top());
    painter.setClipping(false);
}

} // namespace

void box(QPainter &painter, const QRect &rect, int radius, const QColor &fill, const QColor &border,
         int width)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing, radius > 0);
    const double inset = width / 2.0;
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() && width > 0
                       ? QPen(border, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                       : QPen(Qt::NoPen));
    const QRectF inner = border.isValid() && width > 0
                             ? QRectF(rect).adjusted(inset, inset, -inset, -inset)
                             : QRectF(rect);
    const double r = std::max(0.0, radius - inset);
    painter.drawRoundedRect(inner, r, r);
}

void focusRing(QPainter &painter, const QRect &rect, int radius, const Theme &theme)
{
    box(painter, rect, radius, {}, theme.color(Token::Accent), 2);
}

void line(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

QSize chipSize(const QString &text, bool hasIcon)
{
    const QFontMetrics metrics(uikit::font(TextRole::Small, true));
    const int icon = hasIcon ? scaled(chipIcon) + scaled(chipGap) : 0;
    return {metrics.horizontalAdvance(text) + icon + 2 * scaled(chipPadding), scaled(18)};
}

void chip(QPainter &painter, const QRect &rect, const Theme &theme, Meaning meaning,
          const QString &text, QStringView icon)
{
    const Saved saved(painter);
    const Pair pair = theme.pair(meaning);
    box(painter, rect, chipRadius, pair.tint, {});
    if (meaning == Meaning::Doubtful)
        hatch(painter, rect, pair.text);
    QRect inner = rect.adjusted(scaled(chipPadding), 0, -scaled(chipPadding) + 1, 0);
    if (!icon.isEmpty()) {
        const int size = scaled(chipIcon);
        const QPoint corner(inner.left(), rect.top() + (rect.height() - size) / 2);
        drawIcon(painter, QRect(corner, QSize(size, size)), icon, pair.text);
        inner.setLeft(inner.left() + size + scaled(chipGap));
    }
    painter.setFont(uikit::font(TextRole::Small, true));
    painter.setPen(pair.text);
    line(painter, inner, Qt::AlignLeft, text);
}

QSize keyCapSize(const QString &key)
{
    const QFontMetrics metrics(uikit::font(TextRole::Key));
    const int height = scaled(17);
    return {std::max(height, metrics.horizontalAdvance(key) + 2 * scaled(capPadding) + 2), height};
}

void keyCap(QPainter &painter, const QRect &rect, const Theme &theme, const QString &key,
            CapGround ground, const QColor &ink)
{
    const Saved saved(painter);
    QColor pen = ground == CapGround::Sheet ? theme.color(Token::Text2) : ink;
    QColor border = ground == CapGround::Sheet ? theme.color(Token::Line) : ink;
    if (ground == CapGround::Tint)
        border.setAlphaF(0.35F);
    box(painter, rect, capRadius, ground == CapGround::Sheet ? theme.color(Token::Alt) : QColor(),
        border);
    painter.setFont(uikit::font(TextRole::Key));
    painter.setPen(pen);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, key);
}

QSize tagSize(const QString &code)
{
    const QFontMetrics metrics(tagFont());
    return {std::max(scaled(tagWidth), metrics.horizontalAdvance(code) + 2 * scaled(6)),
            scaled(18)};
}

void tag(QPainter &painter, const QRect &rect, const Theme &theme, Meaning meaning,
         const QString &code)
{
    const Saved saved(painter);
    const bool full = meaning == Meaning::Stop;
    const Pair pair = full ? theme.filled(meaning) : theme.pair(meaning);
    box(painter, rect, capRadius, pair.tint, full ? QColor() : pair.text);
    painter.setFont(tagFont());
    painter.setPen(pair.text);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, code);
}

QSize badgeSize(int count)
{
    const QFontMetrics metrics(uikit::font(TextRole::Key, true));
    const int height = scaled(15);
    return {std::max(height, metrics.horizontalAdvance(QString::number(count)) + 2 * scaled(4)),
            height};
}

void badge(QPainter &painter, const QRect &rect, const Theme &theme, int count)
{
    const Saved saved(painter);
    box(painter, rect, rect.height() / 2, theme.color(Token::Accent), {});
    painter.setFont(uikit::font(TextRole::Key, true));
    painter.setPen(theme.color(Token::OnAccent));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, QString::number(count));
}

RowState RowState::of(const QStyleOptionViewItem &option)
{
    return {option.state.testFlag(QStyle::State_Selected),
            option.state.testFlag(QStyle::State_MouseOver),
            option.state.testFlag(QStyle::State_HasFocus),
            // State_Active is the view's focus here, not its window's.
            !option.widget || option.widget->isActiveWindow()};
}

void row(QPainter &painter, const QRect &rect, const Theme &theme, RowState state)
{
    const Saved saved(painter);
    if (state.selected) {
        painter.fillRect(rect, theme.color(state.windowActive ? Token::Soft : Token::Line2));
        painter.fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())),
                         theme.color(state.windowActive ? Token::Accent : Token::Text3));
        return;
    }
    if (state.hovered)
        painter.fillRect(rect, theme.hover());
    if (!state.focused)
        return;
    painter.setPen(QPen(theme.color(Token::Accent), 1, Qt::DotLine));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

} // namespace ambroise::uikit::paint
