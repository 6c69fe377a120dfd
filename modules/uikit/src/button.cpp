// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keys.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/type.h>

#include <QAction>
#include <QPainter>

namespace ambroise::uikit {
namespace {

constexpr int gap = 7;
constexpr int iconSide = 16;

} // namespace

struct Button::Inks {
    QColor text;
    QColor ground;
    QColor border;
    paint::CapGround cap = paint::CapGround::Sheet;
};

Button::Button(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    init();
}

Button::Button(const QString &text, const QString &key, QWidget *parent)
    : QPushButton(text, parent)
{
    init();
    setKey(key);
}

Button::Button(QAction *action, Look look, QWidget *parent)
    : QPushButton(parent)
    , m_look(look)
{
    init();
    bind(action);
}

void Button::init()
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Button::bind(QAction *action)
{
    if (m_action) {
        disconnect(m_action, nullptr, this, nullptr);
        disconnect(this, nullptr, m_action, nullptr);
    }
    m_action = action;
    if (!action)
        return;
    connect(action, &QAction::changed, this, &Button::follow);
    connect(this, &QPushButton::clicked, action, [action] { action->trigger(); });
    follow();
}

void Button::follow()
{
    if (!m_action)
        return;
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setKey(keyText(m_action->shortcut()));
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    if (m_action->toolTip() != m_action->text())
        setToolTip(m_action->toolTip());
    // Showing a button that has no parent yet would open a window.
    if (m_action->isVisible() == m_hiddenByAction) {
        m_hiddenByAction = !m_action->isVisible();
        setVisible(m_action->isVisible());
    }
    update();
}

void Button::nextCheckState()
{
    if (!m_action)
        QPushButton::nextCheckState();
}

void Button::setLook(Look look)
{
    m_look = look;
    updateGeometry();
    update();
}

void Button::setKey(const QString &key)
{
    m_key = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void Button::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
}

void Button::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void Button::setWordShown(bool shown)
{
    if (shown == m_wordShown)
        return;
    m_wordShown = shown;
    if (!m_action || m_action->toolTip() == m_action->text())
        setToolTip(shown ? QString() : text());
    updateGeometry();
    update();
}

QFont Button::textFont() const
{
    QFont font = uikit::font(TextRole::Body);
    if (m_look == Look::Primary || (m_look == Look::Act && isChecked()))
        font.setWeight(QFont::DemiBold);
    else if (m_look != Look::Act)
        font.setWeight(QFont::Medium);
    return font;
}

int Button::padding() const
{
    if (m_look == Look::Act)
        return scaled(m_meaning ? 4 : 8);
    return scaled(m_tall && m_look == Look::Primary ? 20 : 12) + 1;
}

int Button::hintedWidth(bool word) const
{
    int width = 2 * padding();
    QFont widest = textFont();
    if (m_look == Look::Act)
        widest.setWeight(QFont::DemiBold); // becoming the current one moves nothing
    if (word)
        width += QFontMetrics(widest).horizontalAdvance(text());
    if (!icon().isNull())
        width += scaled(iconSide) + scaled(gap);
    if (!m_key.isEmpty())
        width += paint::keyCapSize(m_key).width() + (word ? scaled(gap) : 0);
    return width;
}

QSize Button::sizeHint() const
{
    return {hintedWidth(m_wordShown), scaled(m_tall ? 36 : 28)};
}

int Button::widthWithWord() const
{
    return hintedWidth(true);
}

Button::Inks Button::inks() const
{
    const Theme theme = Theme::of(*this);
    const bool hot = underMouse() || isDown();
    if (!isEnabled() && m_look == Look::Act)
        return {theme.color(Token::Text3), {}, {}, paint::CapGround::Tint};
    if (!isEnabled())
        return {theme.color(Token::Text3), theme.color(Token::Win), theme.color(Token::Line2),
                paint::CapGround::Tint};
    const QColor down = theme.color(isDown() ? Token::Soft : Token::Base);
    switch (m_look) {
    case Look::Primary: {
        const QColor ground = theme.color(hot ? Token::AccentHover : Token::Accent);
        return {theme.color(Token::OnAccent), ground, ground, paint::CapGround::Accent};
    }
    case Look::Stop: {
        const QColor ink = theme.pair(Meaning::Stop).text;
        return {ink, isDown() || hot ? theme.pair(Meaning::Stop).tint : down, ink};
    }
    case Look::Act:
        if (m_meaning)
            return {theme.pair(*m_meaning).text, {}, {}};
        if (isChecked())
            return {theme.color(Token::Accent), theme.color(Token::Soft), {}};
        return {theme.color(Token::Text), hot ? theme.color(Token::Line2) : QColor(), {}};
    case Look::Plain:
        break;
    }
    return {theme.color(Token::Text), down, theme.color(hot ? Token::Text3 : Token::Line)};
}

void Button::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Inks ink = inks();
    const Theme theme = Theme::of(*this);
    if (ink.ground.isValid() || ink.border.isValid())
        paint::box(painter, rect(), paint::fieldRadius, ink.ground, ink.border);
    paintContents(painter, ink);
    if (!hasFocus())
        return;
    if (m_look != Look::Primary) {
        paint::focusRing(painter, rect(), paint::fieldRadius, theme);
        return;
    }
    // An accent ring would not show on accent.
    paint::box(painter, rect().adjusted(2, 2, -2, -2), paint::capRadius, {},
               theme.color(Token::OnAccent));
}

void Button::paintContents(QPainter &painter, const Inks &inks) const
{
    const QSize cap = m_key.isEmpty() ? QSize() : paint::keyCapSize(m_key);
    const Theme theme = Theme::of(*this);
    // From the middle, so that a button wider than its hint stays balanced.
    QFont font = textFont();
    const int word = m_wordShown ? QFontMetrics(font).horizontalAdvance(text()) : 0;
    const int mark = icon().isNull() ? 0 : scaled(iconSide) + scaled(gap);
    const int key = m_key.isEmpty() ? 0 : cap.width() + (m_wordShown ? scaled(gap) : 0);
    int x = m_look == Look::Act ? padding() : (width() - word - mark - key) / 2;
    const auto paintCap = [&] {
        const QRect at(QPoint(x, (height() - cap.height()) / 2), cap);
        paint::keyCap(painter, at, theme, m_key, inks.cap, inks.text);
        x += cap.width() + scaled(gap);
    };
    if (key > 0 && m_look == Look::Act)
        paintCap();
    if (mark > 0) {
        const int side = scaled(iconSide);
        const QRect at(x, (height() - side) / 2, side, side);
        if (const QString name = icon().name(); hasIcon(name))
            drawIcon(painter, at, name, inks.text);
        else
            icon().paint(&painter, at);
        x += mark;
    }
    painter.setFont(font);
    painter.setPen(inks.text);
    if (m_wordShown)
        painter.drawText(QRect(x, 0, word + 2, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    x += word + scaled(gap);
    if (key > 0 && m_look != Look::Act)
        paintCap();
}

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent)
    : Button(text, parent)
{
    setLook(Look::Primary);
}

PrimaryButton::PrimaryButton(const QString &text, const QString &key, QWidget *parent)
    : Button(text, key, parent)
{
    setLook(Look::Primary);
}

PrimaryButton::PrimaryButton(QAction *action, QWidget *parent)
    : Button(action, Look::Primary, parent)
{
}

} // namespace ambroise::uikit
