// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/paint.h>

#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr int inset = 8;
constexpr int searchIcon = 13;
constexpr int barHeight = 4;
constexpr int barCount = 4;

class WordToggle final : public QToolButton {
public:
    using QToolButton::QToolButton;

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(uikit::font(TextRole::Small, true));
        return {metrics.horizontalAdvance(text()) + 2 * scaled(6), scaled(24)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        painter.setFont(uikit::font(TextRole::Small, true));
        painter.setPen(theme.color(underMouse() ? Token::AccentHover : Token::Accent));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            paint::focusRing(painter, rect(), paint::capRadius, theme);
    }
};

} // namespace

SearchField::SearchField(const QString &placeholder, const QString &key, QWidget *parent)
    : QLineEdit(parent)
    , m_key(key)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setAccessibleDescription(key);
    place();
}

void SearchField::place()
{
    const int cap = m_key.isEmpty() ? 0 : paint::keyCapSize(m_key).width() + scaled(4);
    setTextMargins(scaled(searchIcon + 8), 0, cap, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    const int side = scaled(searchIcon);
    drawIcon(painter, QRect(scaled(inset), (height() - side) / 2, side, side), u"search",
             theme.color(Token::Text3));
    if (m_key.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const QSize cap = paint::keyCapSize(m_key);
    paint::keyCap(
        painter,
        QRect(QPoint(width() - scaled(inset) - cap.width(), (height() - cap.height()) / 2), cap),
        theme, m_key);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_toggle(new WordToggle(this))
{
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                        Qt::ImhSensitiveData);
    m_toggle->setCheckable(true);
    m_toggle->setCursor(Qt::ArrowCursor);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    connect(m_toggle, &QToolButton::toggled, this, &PasswordField::setRevealed);
    setRevealed(false);
}

void PasswordField::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_toggle->setChecked(revealed);
    m_toggle->setText(revealed ? tr("Masquer") : tr("Afficher"));
    m_toggle->setAccessibleName(revealed ? tr("Masquer le mot de passe")
                                         : tr("Afficher le mot de passe"));
    place();
}

void PasswordField::place()
{
    const QSize size = m_toggle->sizeHint();
    setTextMargins(0, 0, size.width(), 0);
    m_toggle->setGeometry(
        QRect(QPoint(width() - size.width() - 2, (height() - size.height()) / 2), size));
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    place();
}

void PasswordField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
    , m_explanation(new Label({}, TextRole::Small, Token::Text2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(barHeight + 4), 0, 0);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_explanation);
    setStrength(0, {});
}

void StrengthMeter::setStrength(int bars, const QString &explanation)
{
    m_bars = std::clamp(bars, 0, barCount);
    m_explanation->setText(explanation);
    setAccessibleName(tr("Solidité : %1 sur %2").arg(m_bars).arg(barCount));
    setAccessibleDescription(explanation);
    update();
}

QSize StrengthMeter::minimumSizeHint() const
{
    return {scaled(120), scaled(barHeight + 4) + lineHeight(TextRole::Small)};
}

void StrengthMeter::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    const Meaning grade = m_bars <= 1   ? Meaning::Stop
                          : m_bars == 2 ? Meaning::Caution
                          : m_bars == 3 ? Meaning::Info
                                        : Meaning::Done;
    const int gap = scaled(4);
    const int width = (this->width() - (barCount - 1) * gap) / barCount;
    for (int i = 0; i < barCount; ++i)
        paint::box(painter, QRect(i * (width + gap), 0, width, scaled(barHeight)), 2,
                   i < m_bars ? theme.pair(grade).text : theme.color(Token::Line), {});
}

} // namespace ambroise::uikit
