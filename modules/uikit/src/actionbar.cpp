// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/shell/actionbar.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ambroise::uikit {
namespace {

constexpr int barHeight = 40;

} // namespace

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_secondary(new QHBoxLayout)
    , m_notice(new Label({}, TextRole::Body, Token::Text2))
    , m_strong(new Label({}, TextRole::Body, Token::Text, true))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addLayout(m_right);
    m_right->addWidget(m_notice);
    m_right->addWidget(m_strong);
    m_right->addSpacing(0);
    m_right->addLayout(m_secondary);
    setNotice({});
    place();
}

void ActionBar::place()
{
    layout()->setContentsMargins(scaled(10), 1, scaled(10), 0);
    layout()->setSpacing(scaled(8));
    m_left->setSpacing(scaled(2));
    m_right->setSpacing(scaled(4));
    m_secondary->setSpacing(scaled(8));
    m_secondary->setContentsMargins(scaled(4), 0, 0, 0);
}

Button *ActionBar::addAct(QAction *action)
{
    auto *button = new Button(action, Button::Look::Act, this);
    m_acts << button;
    m_left->addWidget(button);
    fit();
    return button;
}

Button *ActionBar::addSecondary(QAction *action)
{
    auto *button = new Button(action, Button::Look::Plain, this);
    m_secondaries << button;
    m_secondary->insertWidget(m_primary ? m_secondary->count() - 1 : m_secondary->count(), button);
    fit();
    return button;
}

PrimaryButton *ActionBar::setPrimary(QAction *action)
{
    delete m_primary;
    m_primary = nullptr;
    if (action) {
        m_primary = new PrimaryButton(action, this);
        m_secondary->addWidget(m_primary);
    }
    fit();
    return m_primary;
}

void ActionBar::setNotice(const QString &text, const QString &strong,
                          std::optional<Meaning> meaning)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_strong->setText(strong);
    m_strong->setVisible(!strong.isEmpty());
    if (meaning)
        m_strong->setInk(*meaning);
    else
        m_strong->setInk(Token::Text);
    fit();
}

void ActionBar::clear()
{
    qDeleteAll(m_acts);
    qDeleteAll(m_secondaries);
    m_acts.clear();
    m_secondaries.clear();
    setPrimary(nullptr);
    setNotice({});
}

QSize ActionBar::sizeHint() const
{
    return {scaled(900), scaled(barHeight)};
}

QSize ActionBar::minimumSizeHint() const
{
    int width = m_right->minimumSize().width() + scaled(40);
    for (const Button *act : m_acts)
        width += scaled(40) * int(!act->isHidden());
    return {width, scaled(barHeight)};
}

void ActionBar::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int wanted = m_right->sizeHint().width() + scaled(24) + margins.left() + margins.right();
    for (const Button *act : std::as_const(m_acts))
        wanted += act->isHidden() ? 0 : act->widthWithWord() + m_left->spacing();
    for (Button *act : std::as_const(m_acts))
        act->setWordShown(wanted <= width());
}

void ActionBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.color(Token::Win));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool ActionBar::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        place();
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

} // namespace ambroise::uikit
