// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/signinparts.h>

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QPainterPath>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int wayHeight = 40;
constexpr int wayGap = 10;
constexpr int choiceHeight = 52;
constexpr int choiceInset = 12;
constexpr int iconSide = 16;
constexpr int rowRadius = 6;

QFont wordmarkFont()
{
    QFont font = uikit::font(TextRole::Page);
    font.setPixelSize(scaled(22));
    return font;
}

void paintIcon(QPainter &painter, int x, int height, const QString &name, const QColor &ink)
{
    const int side = scaled(iconSide);
    drawIcon(painter, QRect(x, (height - side) / 2, side, side), name, ink);
}

//! Answers where it begins.
int paintCap(QPainter &painter, const QRect &rect, const Theme &theme, const QString &key)
{
    const QSize size = paint::keyCapSize(key);
    const QPoint corner(rect.right() - size.width() + 1,
                        rect.top() + (rect.height() - size.height()) / 2);
    paint::keyCap(painter, QRect(corner, size), theme, key);
    return corner.x();
}

void prepare(QAbstractButton &button, const QString &word, const QString &key)
{
    button.setText(word);
    button.setAccessibleName(word);
    button.setAccessibleDescription(key);
    button.setAttribute(Qt::WA_Hover);
    button.setFocusPolicy(Qt::StrongFocus);
    button.setCursor(Qt::PointingHandCursor);
}

} // namespace

Wordmark::Wordmark(QWidget *parent)
    : QLabel(u"Ambroise"_qs, parent)
{
}

QSize Wordmark::sizeHint() const
{
    return {QFontMetrics(wordmarkFont()).horizontalAdvance(text()), scaled(28)};
}

void Wordmark::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(wordmarkFont());
    painter.setPen(Theme::of(*this).color(Token::Accent));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

WayRow::WayRow(const QString &icon, const QString &word, const QString &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_key(key)
{
    prepare(*this, word, key);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WayRow::setChip(Meaning meaning, const QString &text, const QString &icon)
{
    m_chip = ChipWords{meaning, text, icon};
    setAccessibleDescription(text);
    update();
}

void WayRow::setNoChip()
{
    m_chip.reset();
    setAccessibleDescription(m_key);
    update();
}

QSize WayRow::sizeHint() const
{
    return {scaled(200), scaled(wayHeight)};
}

QSize WayRow::minimumSizeHint() const
{
    return {scaled(120), scaled(wayHeight)};
}

void WayRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    Token ink = isChecked() ? Token::Accent : Token::Text2;
    if (!isChecked() && isEnabled() && underMouse())
        ink = Token::Text;
    if (!isEnabled() && !isChecked())
        ink = Token::Text3;
    paintIcon(painter, 0, height(), m_icon, theme.color(ink));
    QFont font = uikit::font(TextRole::Body);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(theme.color(ink));
    const QRect words = rect().adjusted(scaled(iconSide + wayGap), 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    paintRight(painter, theme,
               words.left() + painter.fontMetrics().horizontalAdvance(text()) + scaled(wayGap));
    // A ring would cut the icon, which stands at the very edge.
    if (hasFocus())
        painter.fillRect(QRect(0, height() - 2, width(), 2), theme.color(Token::Accent));
    else if (!isChecked())
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

void WayRow::paintRight(QPainter &painter, const Theme &theme, int left) const
{
    QRect right = rect();
    if (!isChecked() && isEnabled() && !m_key.isEmpty())
        right.setRight(paintCap(painter, rect(), theme, m_key) - scaled(8));
    if (!m_chip)
        return;
    const QSize wanted = paint::chipSize(m_chip->text, !m_chip->icon.isEmpty());
    const int width = qMin(wanted.width(), right.right() - left);
    const QRect chip(right.right() - width + 1, (height() - wanted.height()) / 2, width,
                     wanted.height());
    paint::chip(painter, chip, theme, m_chip->meaning, m_chip->text, m_chip->icon);
}

ChoiceRow::ChoiceRow(const QString &icon, const QString &word, const QString &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_key(key)
{
    prepare(*this, word, key);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ChoiceRow::sizeHint() const
{
    return {scaled(200), scaled(choiceHeight)};
}

void ChoiceRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(*this);
    QPainterPath shape;
    shape.addRoundedRect(rect(), rowRadius, rowRadius);
    if (isChecked()) {
        painter.fillPath(shape, theme.color(Token::Soft));
        painter.setClipPath(shape);
        painter.fillRect(QRect(0, 0, paint::barWidth, height()), theme.color(Token::Accent));
        painter.setClipping(false);
    } else if (underMouse()) {
        painter.fillPath(shape, theme.color(Token::Line2));
    }
    const QColor ink = theme.color(isChecked() ? Token::Text : Token::Text2);
    paintIcon(painter, scaled(choiceInset), height(), m_icon, ink);
    painter.setFont(uikit::font(TextRole::Body, isChecked()));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(scaled(44), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (!m_key.isEmpty())
        paintCap(painter, rect().adjusted(0, 0, -scaled(choiceInset), 0), theme, m_key);
    if (hasFocus())
        paint::focusRing(painter, rect(), rowRadius, theme);
}

WordButton::WordButton(const QString &word, QWidget *parent)
    : QAbstractButton(parent)
{
    prepare(*this, word, {});
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize WordButton::sizeHint() const
{
    const QFontMetrics metrics(uikit::font(TextRole::Body));
    return {metrics.horizontalAdvance(text()) + 1, scaled(28)};
}

void WordButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    QFont font = uikit::font(TextRole::Body);
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    painter.setPen(theme.color(!isEnabled()   ? Token::Text3
                               : underMouse() ? Token::Text
                                              : Token::Text2));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (hasFocus())
        paint::box(painter, rect().adjusted(0, height() - 2, 0, 0), 0, theme.color(Token::Accent),
                   {});
}

} // namespace ambroise::access::ui
