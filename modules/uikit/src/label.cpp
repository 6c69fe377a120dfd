// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/tip.h>

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ambroise::uikit {

Label::Label(const QString &text, TextRole role, Token ink, bool strong, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_ink(ink)
    , m_strong(strong)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // on a Base ground it would be Text
    refresh();
}

void Label::setInk(Token ink)
{
    m_ink = ink;
    refresh();
}

void Label::setInk(Meaning meaning)
{
    m_ink = meaning;
    refresh();
}

void Label::setRole(TextRole role, bool strong)
{
    m_role = role;
    m_strong = strong;
    refresh();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    if (!m_elided)
        return QLabel::minimumSizeHint();
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void Label::refresh()
{
    const QFont wanted = uikit::font(m_role, m_strong);
    if (QLabel::font() != wanted)
        setFont(wanted);
    const Theme theme = Theme::of(*this);
    const auto *token = std::get_if<Token>(&m_ink);
    const QColor ink = token ? theme.color(*token) : theme.pair(std::get<Meaning>(m_ink)).text;
    if (palette().color(QPalette::Active, QPalette::WindowText) == ink)
        return;
    QPalette own; // no role but this one, so that the others go on following the application
    own.setColor(QPalette::Active, QPalette::WindowText, ink);
    own.setColor(QPalette::Inactive, QPalette::WindowText, ink);
    own.setColor(QPalette::Disabled, QPalette::WindowText, theme.color(Token::Text3));
    setPalette(own);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        refresh();
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    paint::line(painter, contentsRect(), alignment() & Qt::AlignHorizontal_Mask, text());
}

bool Label::event(QEvent *event)
{
    // Until a widget is polished the application's changes do not reach it.
    if (event->type() == QEvent::Polish || event->type() == QEvent::ApplicationFontChange)
        refresh();
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty() &&
        fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

SectionTitle::SectionTitle(const QString &title, const QString &remark, QWidget *parent)
    : QLabel(title, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRemark(remark);
}

void SectionTitle::setRemark(const QString &remark)
{
    m_remark = remark;
    setAccessibleDescription(remark);
    update();
}

void SectionTitle::setAccented(bool accented)
{
    m_accented = accented;
    update();
}

void SectionTitle::setInset(int pixels)
{
    m_inset = pixels;
    update();
}

QSize SectionTitle::sizeHint() const
{
    const QFontMetrics metrics(uikit::font(TextRole::Small, true));
    const int remark = m_remark.isEmpty() ? 0 : metrics.horizontalAdvance(m_remark) + scaled(8);
    return {metrics.horizontalAdvance(text()) + remark + 2 * scaled(m_inset), scaled(22)};
}

QSize SectionTitle::minimumSizeHint() const
{
    return {scaled(80), scaled(22)};
}

void SectionTitle::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    QRect inner = rect().adjusted(scaled(m_inset), 0, -scaled(m_inset), 0);
    if (!m_remark.isEmpty()) {
        painter.setFont(uikit::font(TextRole::Small));
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_remark);
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(m_remark) -
                       scaled(8));
    }
    painter.setFont(uikit::font(TextRole::Small, true));
    painter.setPen(theme.color(m_accented ? Token::Accent : Token::Text2));
    paint::line(painter, inner, Qt::AlignLeft, text());
}

} // namespace ambroise::uikit
