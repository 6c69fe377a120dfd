// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionTab>
#include <QToolButton>
#include <QToolTip>

namespace ambroise::uikit {
namespace {

constexpr int tabPadding = 14;
constexpr int barHeight = 40;
constexpr int closeSide = 24; // the target; the mark in it is 9
constexpr int closeGap = 2;
constexpr int closeMark = 9;

class CloseButton final : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        if (underMouse())
            paint::box(painter, rect().adjusted(3, 3, -3, -3), paint::capRadius,
                       theme.color(Token::Line2), {});
        QRect mark(0, 0, scaled(closeMark), scaled(closeMark));
        mark.moveCenter(rect().center());
        drawIcon(painter, mark, u"x-lg", theme.color(underMouse() ? Token::Text : Token::Text3));
    }
};

} // namespace

PaintedTabs::PaintedTabs(const QString &name, QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(name);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    connect(this, &QTabBar::currentChanged, this,
            [this](int index) { Q_EMIT selected(idAt(index)); });
}

int PaintedTabs::add(const QString &id, const QString &title)
{
    if (const int there = indexOf(id); there >= 0) {
        setTabText(there, title);
        return there;
    }
    const QSignalBlocker quiet(this); // the first tab is selected before it has its id
    const int index = addTab(title);
    setTabData(index, id);
    return index;
}

int PaintedTabs::indexOf(const QString &id) const
{
    for (int i = 0; i < count(); ++i)
        if (tabData(i).toString() == id)
            return i;
    return -1;
}

QString PaintedTabs::idAt(int index) const
{
    return tabData(index).toString();
}

void PaintedTabs::select(const QString &id)
{
    if (const int index = indexOf(id); index >= 0)
        setCurrentIndex(index);
}

void PaintedTabs::selectNext(int step)
{
    if (count() == 0)
        return;
    const int next = ((currentIndex() + step) % count() + count()) % count();
    if (next == currentIndex())
        Q_EMIT selected(idAt(next));
    else
        setCurrentIndex(next);
}

bool PaintedTabs::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTabBar::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const int index = tabAt(help.pos());
    if (index >= 0 && tabRect(index).width() < tabSizeHint(index).width())
        QToolTip::showText(help.globalPos(), plainTip(tabText(index)), this);
    return true;
}

int PaintedTabs::indexAt(const QStyleOptionTab &option) const
{
    // A dragged tab is drawn elsewhere than in its place, and only the current one is dragged.
    const int index = tabAt(option.rect.center());
    return option.state.testFlag(QStyle::State_Selected) || index < 0 ? currentIndex() : index;
}

OpenTabs::OpenTabs(QWidget *parent)
    : PaintedTabs(tr("Dossiers ouverts"), parent)
    , m_close(new CloseButton(this))
{
    setMovable(true);
    m_close->setFocusPolicy(Qt::NoFocus); // Ctrl+W
    m_close->setToolTip(tr("Fermer"));
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT closeRequested(currentId()); });
    // The window may show something else: the current tab leads back to its record.
    connect(this, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0 && index == currentIndex())
            Q_EMIT selected(idAt(index));
    });
    connect(this, &QTabBar::currentChanged, this, &OpenTabs::placeClose);
    connect(this, &QTabBar::tabMoved, this, &OpenTabs::placeClose);
}

QSize OpenTabs::tabSizeHint(int index) const
{
    const bool current = index == currentIndex();
    const QFontMetrics metrics(uikit::font(TextRole::Body, current));
    const int close = current ? scaled(closeGap + closeSide - 6) : 0;
    return {metrics.horizontalAdvance(tabText(index)) + 2 * scaled(tabPadding) + close,
            scaled(barHeight)};
}

QSize OpenTabs::minimumTabSizeHint(int /*index*/) const
{
    return {scaled(64), scaled(barHeight)};
}

QSize OpenTabs::minimumSizeHint() const
{
    return {scaled(64), scaled(barHeight)};
}

void OpenTabs::paintTab(QPainter &painter, const QStyleOptionTab &option) const
{
    const Theme theme = Theme::of(*this);
    const QRect r = option.rect;
    const bool current = option.state.testFlag(QStyle::State_Selected);
    if (current) {
        painter.fillRect(r, theme.color(Token::Base));
        painter.fillRect(QRect(r.left(), r.top(), 1, r.height()), theme.color(Token::Line));
        painter.fillRect(QRect(r.right(), r.top(), 1, r.height()), theme.color(Token::Line));
        painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), theme.color(Token::Accent));
    } else if (indexAt(option) + 1 != currentIndex()) {
        painter.fillRect(QRect(r.right(), r.top(), 1, r.height() - 1), theme.color(Token::Line2));
    }
    const bool hot = option.state.testFlag(QStyle::State_MouseOver);
    painter.setFont(uikit::font(TextRole::Body, current));
    painter.setPen(theme.color(current || hot ? Token::Text : Token::Text2));
    const int close = current ? scaled(closeGap + closeSide - 6) : 0;
    paint::line(painter, r.adjusted(scaled(tabPadding), 0, -scaled(tabPadding) - close + 1, 0),
                Qt::AlignLeft, tabText(indexAt(option)));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(painter, r.adjusted(1, 3, -1, -3), paint::capRadius, theme);
}

void OpenTabs::placeClose()
{
    m_close->setVisible(currentIndex() >= 0);
    m_close->setAccessibleName(tr("Fermer %1").arg(tabText(currentIndex())));
    const QRect tab = tabRect(currentIndex());
    const int side = scaled(closeSide);
    m_close->setGeometry(tab.right() - scaled(tabPadding) - side + scaled(8),
                         (tab.height() - side) / 2, side, side);
    m_close->raise();
}

void OpenTabs::tabLayoutChange()
{
    PaintedTabs::tabLayoutChange();
    placeClose();
}

void OpenTabs::resizeEvent(QResizeEvent *event)
{
    PaintedTabs::resizeEvent(event);
    placeClose();
}

void OpenTabs::mouseReleaseEvent(QMouseEvent *event)
{
    PaintedTabs::mouseReleaseEvent(event);
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0)
        Q_EMIT closeRequested(idAt(index));
}

} // namespace ambroise::uikit
