// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <algorithm>

namespace ambroise::uikit {
namespace {

class Segment final : public QToolButton {
public:
    Segment(const QString &text, Segmented::Density density, QWidget *parent)
        : QToolButton(parent)
        , m_density(density)
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const bool dense = m_density == Segmented::Density::Dense;
        const QFontMetrics metrics(textFont(true));
        return {metrics.horizontalAdvance(text()) + 2 * scaled(dense ? 4 : 12),
                scaled(dense ? 24 : 28)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme theme = Theme::of(*this);
        QPainter painter(this);
        const bool first = x() <= 0;
        const bool last = geometry().right() >= parentWidget()->rect().right();
        QPainterPath shape; // the parent's rounded frame, seen from here
        const QRectF frame = QRectF(parentWidget()->rect()).adjusted(1, 1, -1, -1);
        shape.addRoundedRect(frame.translated(-pos()), paint::fieldRadius - 1,
                             paint::fieldRadius - 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(shape);
        if (isChecked())
            painter.fillRect(rect(), theme.color(Token::Soft));
        else if (underMouse())
            painter.fillRect(rect(), theme.hover());
        if (!last)
            painter.fillRect(QRect(width() - 1, 1, 1, height() - 2), theme.color(Token::Line2));
        painter.setClipping(false);
        QColor ink = theme.color(isChecked() ? Token::Accent : Token::Text2);
        if (!isEnabled())
            ink = theme.color(Token::Text3);
        painter.setPen(ink);
        painter.setFont(textFont(isChecked()));
        paint::line(painter, rect(), Qt::AlignHCenter, text());
        if (hasFocus())
            paint::focusRing(painter, rect().adjusted(first ? 0 : -1, 0, 0, 0),
                             first || last ? paint::fieldRadius : 0, theme);
    }

private:
    [[nodiscard]] QFont textFont(bool strong) const
    {
        return uikit::font(
            m_density == Segmented::Density::Dense ? TextRole::Small : TextRole::Body, strong);
    }

    Segmented::Density m_density;
};

} // namespace

Segmented::Segmented(const QString &name, const QStringList &labels, Density density,
                     QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_density(density)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const QString &label : labels) {
        auto *segment = new Segment(label, density, this);
        segment->setAccessibleDescription(name);
        segment->installEventFilter(this);
        m_group->addButton(segment, int(m_group->buttons().size()));
    }
    setCurrent(0);
    keepOneTabStop();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked)
            return;
        keepOneTabStop();
        Q_EMIT currentChanged(id);
    });
}

int Segmented::count() const
{
    return int(m_group->buttons().size());
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void Segmented::keepOneTabStop()
{
    for (QAbstractButton *button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_group->checkedButton());
}

bool Segmented::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool forward = key == Qt::Key_Right || key == Qt::Key_Down;
    if (!forward && key != Qt::Key_Left && key != Qt::Key_Up)
        return QWidget::eventFilter(watched, event);
    const int step = forward == (layoutDirection() == Qt::LeftToRight) ? 1 : -1;
    const int next = std::clamp(current() + step, 0, count() - 1);
    setCurrent(next);
    m_group->button(next)->setFocus(Qt::TabFocusReason);
    return true;
}

QSize Segmented::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QAbstractButton *button : m_group->buttons()) {
        width += button->sizeHint().width();
        height = button->sizeHint().height();
    }
    return {width, height};
}

QSize Segmented::minimumSizeHint() const
{
    return {count() * scaled(24), sizeHint().height()};
}

void Segmented::arrange()
{
    const int spare = width() - sizeHint().width();
    const int n = std::max(1, count());
    int x = 0;
    for (int i = 0; i < count(); ++i) {
        QAbstractButton *button = m_group->button(i);
        const int share = spare * (i + 1) / n - spare * i / n;
        const int w = i == n - 1 ? width() - x : button->sizeHint().width() + share;
        button->setGeometry(x, 0, w, height());
        x += w;
    }
}

void Segmented::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Segmented::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    paint::box(painter, rect(), paint::fieldRadius, theme.color(Token::Base),
               theme.color(Token::Line));
}

void Segmented::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace ambroise::uikit
