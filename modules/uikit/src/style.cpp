// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/type.h>

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr int fieldHeight = 28;
constexpr int fieldPadding = 8;
constexpr int arrowWidth = 28;
constexpr int lineEditMargin = 2; // QLineEdit adds it itself

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property("ambroiseInvalid").toBool();
}

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

void field(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    const QColor ground = theme.color(!enabled ? Token::Win : readOnly ? Token::Alt : Token::Base);
    QColor border = theme.color(enabled ? Token::Line : Token::Line2);
    if (isInvalid(widget))
        border = theme.pair(Meaning::Stop).text;
    if (enabled && option.state.testFlag(QStyle::State_HasFocus)) {
        paint::box(painter, option.rect, paint::fieldRadius, ground,
                   isInvalid(widget) ? border : theme.color(Token::Accent), 2);
        return;
    }
    if (enabled && !isInvalid(widget) && option.state.testFlag(QStyle::State_MouseOver))
        border = theme.color(Token::Text3);
    paint::box(painter, option.rect, paint::fieldRadius, ground, border);
}

void mark(QPainter &painter, const QStyleOption &option, bool round)
{
    const Theme theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partial = option.state.testFlag(QStyle::State_NoChange);
    const int radius = round ? option.rect.height() / 2 : paint::capRadius;
    const bool hot = option.state.testFlag(QStyle::State_MouseOver) ||
                     option.state.testFlag(QStyle::State_HasFocus);
    QColor border = theme.color(hot ? Token::Accent : Token::Text3);
    QColor ground = theme.color(Token::Base);
    if (on || partial)
        border = ground = theme.color(Token::Accent);
    if (!enabled) {
        border = theme.color(on || partial ? Token::Text3 : Token::Line2);
        ground = theme.color(on || partial ? Token::Text3 : Token::Win);
    }
    paint::box(painter, option.rect, radius, ground, border,
               option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1);
    if (!on && !partial)
        return;
    const int inset = qRound(option.rect.height() * (round ? 0.31 : 0.16));
    const QRect inner = option.rect.adjusted(inset, inset, -inset, -inset);
    const QColor ink = theme.color(enabled ? Token::OnAccent : Token::Win);
    if (round) {
        paint::box(painter, inner, inner.height() / 2, ink, {});
        return;
    }
    drawIcon(painter, inner, partial ? u"dash-lg" : u"check-lg", ink);
}

void chevron(QPainter &painter, const QStyleOption &option, const QRect &rect, QStringView name,
             int size)
{
    const Theme theme = Theme::of(option.palette);
    const int side = scaled(size);
    QRect inner(0, 0, side, side);
    inner.moveCenter(rect.center());
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    drawIcon(painter, inner, name, theme.color(enabled ? Token::Text2 : Token::Text3));
}

void frame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (isTextArea(widget)) {
        field(painter, option, widget);
        return;
    }
    paint::box(painter, option.rect, 0, {}, Theme::of(option.palette).color(Token::Line));
}

void itemGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    using Position = QStyleOptionViewItem::ViewItemPosition;
    const bool first = option.viewItemPosition == Position::Beginning ||
                       option.viewItemPosition == Position::OnlyOne ||
                       (option.viewItemPosition == Position::Invalid && option.index.column() <= 0);
    paint::RowState state = paint::RowState::of(option);
    state.focused = false; // drawn by PE_FrameFocusRect
    const Theme theme = Theme::of(option.palette);
    if (qobject_cast<const QTableView *>(option.widget))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                         theme.color(Token::Line2));
    if (first) {
        paint::row(painter, option.rect, theme, state);
        return;
    }
    if (state.selected)
        painter.fillRect(option.rect, theme.color(state.windowActive ? Token::Soft : Token::Line2));
    else if (state.hovered)
        painter.fillRect(option.rect, theme.hover());
}

void focusFrame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme theme = Theme::of(option.palette);
    if (!qobject_cast<const QAbstractItemView *>(widget)) {
        paint::focusRing(painter, option.rect, paint::capRadius, theme);
        return;
    }
    if (!option.state.testFlag(QStyle::State_Selected))
        paint::row(painter, option.rect, theme, {false, false, true, true});
}

void button(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = Theme::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hot = option.state.testFlag(QStyle::State_MouseOver);
    const QColor ground = theme.color(!enabled ? Token::Win : down ? Token::Soft : Token::Base);
    QColor border = theme.color(!enabled ? Token::Line2 : hot ? Token::Text3 : Token::Line);
    const bool focus = enabled && option.state.testFlag(QStyle::State_HasFocus);
    paint::box(painter, option.rect, paint::fieldRadius, ground,
               focus ? theme.color(Token::Accent) : border, focus ? 2 : 1);
}

void toolButton(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_On))
        paint::box(painter, option.rect, paint::fieldRadius, theme.color(Token::Soft), {});
    else if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        paint::box(painter, option.rect, paint::fieldRadius, theme.color(Token::Line2), {});
    if (option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(painter, option.rect, paint::fieldRadius, theme);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Under a style sheet sizeFromContents is not asked for these.
    if (qobject_cast<QAbstractSpinBox *>(widget))
        widget->setMinimumHeight(scaled(fieldHeight));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
            panel && panel->lineWidth > 0)
            field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        mark(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        mark(*painter, *option, true);
        return;
    case PE_Frame:
        frame(*painter, *option, widget);
        return;
    case PE_FrameFocusRect:
        focusFrame(*painter, *option, widget);
        return;
    case PE_PanelButtonCommand:
        button(*painter, *option);
        return;
    case PE_PanelButtonTool:
        toolButton(*painter, *option);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            itemGround(*painter, *item);
        return;
    case PE_IndicatorArrowDown:
        chevron(*painter, *option, option->rect, u"chevron-down", 12);
        return;
    case PE_IndicatorArrowUp:
        chevron(*painter, *option, option->rect, u"chevron-up", 12);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *tabs = qobject_cast<const PaintedTabs *>(widget);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_TabBarTab && tabs && tab) {
        tabs->paintTab(*painter, *tab);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        field(*painter, *option, widget);
        chevron(*painter, *option,
                proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), u"chevron-down",
                13);
        return;
    }
    if (control == CC_SpinBox) {
        field(*painter, *option, widget);
        if (!option->subControls.testFlag(SC_SpinBoxUp))
            return;
        chevron(*painter, *option, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                u"chevron-up", 9);
        chevron(*painter, *option, proxy()->subControlRect(control, option, SC_SpinBoxDown, widget),
                u"chevron-down", 9);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, subControl, widget)
            .adjusted(scaled(fieldPadding) - lineEditMargin - 2, 0, 0, 0);
    if (control != CC_ComboBox)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const QRect rect = option->rect;
    const int arrow = scaled(arrowWidth);
    if (subControl == SC_ComboBoxArrow)
        return visualRect(option->direction, rect,
                          QRect(rect.right() - arrow + 1, rect.top(), arrow, rect.height()));
    if (subControl == SC_ComboBoxEditField)
        return visualRect(option->direction, rect,
                          rect.adjusted(scaled(fieldPadding) - 1, 2, -arrow, -2));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element != SE_LineEditContents || !panel || panel->lineWidth <= 0)
        return rect;
    const int inset = scaled(fieldPadding) - lineEditMargin - panel->lineWidth;
    return rect.adjusted(inset, 0, -inset, 0);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? 4 : 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return scaled(8);
    case PM_FocusFrameHMargin: // of the text of an item, less one
        return scaled(qobject_cast<const QTableView *>(widget) ? 10 : 8) - 1;
    case PM_HeaderDefaultSectionSizeVertical:
        return scaled(fieldHeight);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Table_GridLineColor:
        return int(Theme::of(option ? option->palette : QPalette()).color(Token::Line2).rgba());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
            panel && panel->lineWidth > 0)
            result.setHeight(std::max(size.height(), scaled(fieldHeight)));
        return result;
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_PushButton:
        result.setHeight(scaled(fieldHeight));
        return result;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), scaled(fieldHeight)));
        return result;
    default:
        return result;
    }
}

} // namespace ambroise::uikit
