// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/rail.h>
#include <ambroise/uikit/type.h>

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ambroise::uikit {
namespace {

constexpr int railWidth = 64;
constexpr int itemHeight = 52;
constexpr int lowestItem = 38; // large text in a low window
constexpr int iconSide = 18;

} // namespace

class RailItem final : public QToolButton {
public:
    RailItem(QAction *action, QString iconName, QWidget *parent)
        : QToolButton(parent)
        , m_icon(std::move(iconName))
    {
        setDefaultAction(action);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
        setCount(0);
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(count == 0 ? text()
                                     : Rail::tr("%1, %n en attente", nullptr, count).arg(text()));
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {scaled(railWidth) - 1, scaled(itemHeight)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {scaled(railWidth) - 1, scaled(lowestItem)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        const bool on = isChecked();
        if (on)
            paint::row(painter, rect(), theme, {true, false, false, true});
        else if (underMouse())
            painter.fillRect(rect(), theme.color(Token::Line2));
        const QColor ink = theme.color(on ? Token::Accent : Token::Text2);
        const int side = scaled(iconSide);
        const int word = scaled(14);
        const int top = (height() - side - scaled(3) - word + 1) / 2;
        drawIcon(painter, QRect((width() - side) / 2, top, side, side), m_icon, ink);
        QFont font = uikit::font(TextRole::Key);
        font.setWeight(on ? QFont::Medium : QFont::Normal);
        painter.setFont(font);
        painter.setPen(ink);
        paint::line(painter, QRect(0, top + side + scaled(3), width(), word), Qt::AlignHCenter,
                    text());
        if (m_count > 0) {
            const QSize size = paint::badgeSize(m_count);
            paint::badge(painter,
                         QRect(QPoint(width() - scaled(5) - size.width(), scaled(4)), size), theme,
                         m_count);
        }
        if (hasFocus())
            paint::focusRing(painter, rect(), 0, theme);
    }

private:
    QString m_icon;
    int m_count = 0;
};

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QActionGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Navigation"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_layout->setContentsMargins(0, scaled(8), 1, scaled(8));
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

QAction *Rail::addItem(const QString &id, QStringView icon, const QString &word)
{
    return insert(id, icon, word, false);
}

QAction *Rail::addFootItem(const QString &id, QStringView icon, const QString &word)
{
    return insert(id, icon, word, true);
}

QAction *Rail::insert(const QString &id, QStringView icon, const QString &word, bool foot)
{
    auto *action = new QAction(uikit::icon(icon), word, m_group);
    action->setCheckable(true);
    action->setData(id);
    connect(action, &QAction::triggered, this, [this, id] { Q_EMIT activated(id); });
    auto *item = new RailItem(action, icon.toString(), this);
    m_items.insert(id, item);
    int stretch = 0;
    while (!m_layout->itemAt(stretch)->spacerItem())
        ++stretch;
    m_layout->insertWidget(foot ? m_layout->count() : stretch, item);
    return action;
}

void Rail::clear()
{
    for (RailItem *item : std::as_const(m_items)) {
        delete item->defaultAction();
        delete item;
    }
    m_items.clear();
}

void Rail::setCount(const QString &id, int count)
{
    if (RailItem *item = m_items.value(id))
        item->setCount(count);
}

void Rail::setCurrent(const QString &id)
{
    if (const RailItem *item = m_items.value(id))
        item->defaultAction()->setChecked(true);
}

QString Rail::current() const
{
    const QAction *action = m_group->checkedAction();
    return action ? action->data().toString() : QString();
}

QSize Rail::sizeHint() const
{
    return {scaled(railWidth), m_layout->sizeHint().height()};
}

QSize Rail::minimumSizeHint() const
{
    return {scaled(railWidth), m_layout->minimumSize().height()};
}

void Rail::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.color(Token::Win));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Line));
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::uikit
