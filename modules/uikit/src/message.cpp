// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/tip.h>

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ambroise::uikit {
namespace {

constexpr int lineHeightPx = 30;
constexpr int gap = 9;
constexpr int iconSide = 16;

} // namespace

MessageLine::MessageLine(Meaning grade, QWidget *parent)
    : QWidget(parent)
    , m_acts(new QHBoxLayout(this))
    , m_grade(grade)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_acts->setSpacing(scaled(4));
    m_acts->addStretch(1);
    place();
}

void MessageLine::place()
{
    m_acts->setContentsMargins(scaled(m_inset), 0, scaled(m_inset - 4), 0);
}

void MessageLine::setGrade(Meaning grade)
{
    m_grade = grade;
    for (Button *act : findChildren<Button *>())
        act->setMeaning(grade);
    update();
}

void MessageLine::setText(const QString &strong, const QString &rest)
{
    m_strong = strong;
    m_rest = rest;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString MessageLine::text() const
{
    return m_rest.isEmpty() || m_strong.isEmpty() ? m_strong + m_rest : m_strong + u' ' + m_rest;
}

void MessageLine::setTag(const QString &code)
{
    m_tag = code;
    update();
}

void MessageLine::say(Meaning grade, const QString &strong, const QString &rest)
{
    clearActs();
    setGrade(grade);
    setText(strong, rest);
    show();
    announce();
}

void MessageLine::setInset(int pixels)
{
    m_inset = pixels;
    place();
}

Button *MessageLine::addAct(const QString &text, const QString &key, std::function<void()> run)
{
    auto *act = new Button(text, key, this);
    act->setLook(Button::Look::Act);
    act->setMeaning(m_grade);
    connect(act, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_acts->addWidget(act);
    act->show(); // of a line in sight the layout would show it later
    return act;
}

Button *MessageLine::addAct(QAction *action)
{
    auto *act = new Button(action, Button::Look::Act, this);
    act->setMeaning(m_grade);
    m_acts->addWidget(act);
    return act;
}

void MessageLine::clearActs()
{
    for (Button *act : findChildren<Button *>(QString(), Qt::FindDirectChildrenOnly)) {
        m_acts->removeWidget(act);
        act->hide();
        act->deleteLater(); // it may be the one that was clicked
    }
}

void MessageLine::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize MessageLine::sizeHint() const
{
    return {m_acts->sizeHint().width() + textWidth() + scaled(60), scaled(lineHeightPx)};
}

QSize MessageLine::minimumSizeHint() const
{
    return {m_acts->minimumSize().width() + scaled(120), scaled(lineHeightPx)};
}

int MessageLine::textWidth() const
{
    return QFontMetrics(uikit::font(TextRole::Body, true)).horizontalAdvance(m_strong + u' ') +
           QFontMetrics(uikit::font(TextRole::Body)).horizontalAdvance(m_rest);
}

QRect MessageLine::textRect() const
{
    const int mark = m_tag.isEmpty() ? scaled(iconSide) : paint::tagSize(m_tag).width();
    int right = width() - scaled(m_inset);
    for (const Button *act : findChildren<Button *>(QString(), Qt::FindDirectChildrenOnly))
        if (act->isVisibleTo(this))
            right = qMin(right, act->x() - scaled(8));
    const int left = scaled(m_inset) + mark + scaled(gap);
    return {left, 0, qMax(0, right - left), height()};
}

void MessageLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    const Pair pair = theme.pair(m_grade);
    painter.fillRect(rect(), pair.tint);
    if (m_tag.isEmpty()) {
        const int side = scaled(iconSide);
        drawIcon(painter, QRect(scaled(m_inset), (height() - side) / 2, side, side),
                 standardIcon(m_grade), pair.text);
    } else {
        const QSize size = paint::tagSize(m_tag);
        paint::tag(painter, QRect(QPoint(scaled(m_inset), (height() - size.height()) / 2), size),
                   theme, m_grade, m_tag);
    }
    QRect rest = textRect();
    painter.setPen(pair.text);
    painter.setFont(uikit::font(TextRole::Body, true));
    paint::line(painter, rest, Qt::AlignLeft, m_strong);
    if (!m_strong.isEmpty())
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(m_strong + u' '));
    painter.setFont(uikit::font(TextRole::Body));
    if (rest.width() > 0)
        paint::line(painter, rest, Qt::AlignLeft, m_rest);
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

bool MessageLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && textWidth() > textRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(text()), this);
        return true;
    }
    return QWidget::event(event);
}

Toast::Toast(QWidget *parent)
    : QWidget(parent)
    , m_line(new MessageLine(Meaning::Done, this))
    , m_undoAction(new QAction(tr("Annuler"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    m_undoAction->setShortcut(Qt::Key_Z);
    addAction(m_undoAction);
    connect(m_undoAction, &QAction::triggered, this, &Toast::undo);
    m_line->addAct(m_undoAction);
    m_timer.setSingleShot(true);
    setDuration(std::chrono::seconds(8));
    connect(&m_timer, &QTimer::timeout, this, &Toast::expire);
    hide();
}

void Toast::say(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_undoAction->setVisible(bool(m_undo));
    m_undoAction->setEnabled(bool(m_undo));
    m_line->setText(text);
    setAccessibleName(text);
    show();
    m_line->announce();
    m_timer.start();
}

void Toast::dismiss()
{
    m_timer.stop();
    m_undo = {};
    hide();
}

void Toast::setDuration(std::chrono::milliseconds duration)
{
    m_timer.setInterval(duration);
}

void Toast::undo()
{
    const std::function<void()> run = std::move(m_undo);
    dismiss();
    if (run)
        run();
}

void Toast::expire()
{
    const QWidget *focus = focusWidget();
    if (underMouse() || (focus && focus->hasFocus()))
        m_timer.start();
    else
        dismiss();
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (isVisible())
        m_timer.start();
}

EmptyState::EmptyState(const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(sentence, TextRole::Body, Token::Text2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(4));
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    setSentence(sentence);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

Button *EmptyState::setAct(const QString &text, const QString &key, std::function<void()> run)
{
    auto *act = new Button(text, key, this);
    connect(act, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    return keep(act);
}

Button *EmptyState::setAct(QAction *action)
{
    return keep(new Button(action, Button::Look::Plain, this));
}

Button *EmptyState::keep(Button *act)
{
    delete m_act;
    m_act = act;
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->insertSpacing(1, scaled(4));
    box->insertWidget(2, act, 0, Qt::AlignLeft);
    return act;
}

} // namespace ambroise::uikit
