// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QPainter>
#include <QResizeEvent>

namespace ambroise::uikit {
namespace {

constexpr int leftWidth = 252;
constexpr int rightWidth = 304;
constexpr int narrowest = 200;
constexpr int widest = 360;
constexpr int narrowWindow = 1100;
constexpr int grabMargin = 3; // each side of the line

class Handle final : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(contentsRect(), Theme::of(*this).color(Token::Line));
    }
    void mouseDoubleClickEvent(QMouseEvent * /*event*/) override
    {
        if (auto *column = qobject_cast<Column *>(splitter()))
            column->resetWidths();
    }
    //! QSplitterHandle itself catches within 5 px only.
    void resizeEvent(QResizeEvent *event) override
    {
        setContentsMargins(grabMargin, 0, grabMargin, 0);
        setMask(QRegion(contentsRect()));
        setAttribute(Qt::WA_MouseNoMask);
        // NOLINTNEXTLINE(bugprone-parent-virtual-call): QSplitterHandle's would undo it
        QWidget::resizeEvent(event);
    }
};

void asSide(QWidget &widget)
{
    widget.setMinimumWidth(scaled(narrowest));
    widget.setMaximumWidth(scaled(widest));
    widget.setBackgroundRole(QPalette::AlternateBase);
    widget.setAutoFillBackground(true);
}

} // namespace

Column::Column(QWidget *left, QWidget *centre, QWidget *right, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_left(left)
    , m_centre(centre)
    , m_right(right)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    for (QWidget *side : {left, right})
        if (side)
            asSide(*side);
    centre->setBackgroundRole(QPalette::Base);
    centre->setAutoFillBackground(true);
    for (QWidget *widget : {left, centre, right})
        if (widget)
            addWidget(widget);
    setStretchFactor(indexOf(centre), 1);
    resetWidths();
}

void Column::resetWidths()
{
    QList<int> widths;
    const int left = m_left ? scaled(leftWidth) : 0;
    const int right = m_right && isRightShown() ? scaled(rightWidth) : 0;
    if (m_left)
        widths << left;
    widths << qMax(scaled(narrowest), width() - left - right);
    if (m_right)
        widths << right;
    setSizes(widths);
}

bool Column::isRightShown() const
{
    return m_right && !m_right->isHidden();
}

void Column::showRight(bool shown)
{
    if (!m_right)
        return;
    m_right->setVisible(shown);
    Q_EMIT rightShown(shown);
}

QSplitterHandle *Column::createHandle()
{
    return new Handle(orientation(), this);
}

void Column::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const bool narrow = window()->width() < scaled(narrowWindow);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    showRight(!narrow);
}

} // namespace ambroise::uikit
