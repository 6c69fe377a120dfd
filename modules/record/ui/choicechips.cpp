// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicechips.h"

#include "inlinecurve.h"

#include <ambroise/uikit/flow.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>

namespace ambroise::record::ui {
namespace {

constexpr int chipHeight = 24;
constexpr int padding = 8;
constexpr int gap = 6;
constexpr int curveWidth = 44;
constexpr qsizetype curvePoints = 12;

class ChoiceChip final : public QAbstractButton {
    Q_DECLARE_TR_FUNCTIONS(ChoiceChip)
public:
    explicit ChoiceChip(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::ClickFocus); // Tab goes on to the next part of the note
        setCursor(Qt::PointingHandCursor);
    }

    void set(const ChoiceChips::Item &item)
    {
        m_item = item;
        const QStringList parts{item.label, item.value, item.remark, stateWord()};
        setAccessibleName(QStringList(parts).filter(QRegularExpression(u"."_qs)).join(u' '));
        setToolTip(hasCurve() ? QString() // the curve itself is shown there
                              : uikit::plainTip(item.tip.isEmpty() ? accessibleName() : item.tip));
        setAccessibleDescription(hasCurve() ? item.tip + u". "_qs + curveWords() : item.tip);
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        int width = 2 * uikit::scaled(padding) - uikit::scaled(gap);
        for (const auto &[font, text] : pieces())
            width += uikit::scaled(gap) + QFontMetrics(font).horizontalAdvance(text);
        if (hasCurve())
            width += uikit::scaled(gap + curveWidth);
        return {width, uikit::scaled(chipHeight)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const uikit::Theme theme = uikit::Theme::of(*this);
        const bool kept = m_item.state == ChoiceChips::State::Kept;
        QPen border(theme.color(hasFocus()     ? uikit::Token::Accent
                                : underMouse() ? uikit::Token::Text3
                                               : uikit::Token::Line),
                    hasFocus() ? 2 : 1);
        if (!kept)
            border.setStyle(Qt::DashLine);
        painter.setPen(border);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), uikit::paint::chipRadius,
                                uikit::paint::chipRadius);
        int x = uikit::scaled(padding);
        for (const auto &[font, text] : pieces()) {
            QFont drawn = font;
            drawn.setStrikeOut(m_item.state == ChoiceChips::State::Struck);
            painter.setFont(drawn);
            painter.setPen(theme.color(kept && font.weight() >= QFont::DemiBold
                                           ? uikit::Token::Text
                                           : uikit::Token::Text2));
            const int width = QFontMetrics(font).horizontalAdvance(text);
            painter.drawText(QRect(x, 0, width + 1, height()),
                             Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += width + uikit::scaled(gap);
        }
        if (hasCurve())
            paintSparkline(painter,
                           QRectF(x, uikit::scaled(7), uikit::scaled(curveWidth - 2),
                                  height() - uikit::scaled(14)),
                           valuesOf(m_item.curve, curvePoints), theme);
    }

private:
    [[nodiscard]] bool hasCurve() const { return m_item.curve.size() > 1; }
    //! The curve for who does not see it: « Évolution : 76 (11/25), 74,9 (05/26), 74,2 (11/26) ».
    [[nodiscard]] QString curveWords() const
    {
        QStringList words;
        for (const CurvePoint &point : m_item.curve)
            words << u"%1 (%2)"_qs.arg(point.label, point.when);
        return tr("Évolution : %1").arg(words.join(u", "_qs));
    }
    [[nodiscard]] QString stateWord() const
    {
        switch (m_item.state) {
        case ChoiceChips::State::Kept:
            return tr("retenu");
        case ChoiceChips::State::Proposed:
            return tr("proposé");
        case ChoiceChips::State::Struck:
            return tr("non retenu");
        }
        return {};
    }
    [[nodiscard]] QList<std::pair<QFont, QString>> pieces() const
    {
        const QFont light = uikit::font(uikit::TextRole::Small);
        QList<std::pair<QFont, QString>> list;
        if (!m_item.label.isEmpty())
            list.append({light, m_item.label});
        if (!m_item.value.isEmpty())
            list.append({uikit::font(uikit::TextRole::Small, true), m_item.value});
        if (!m_item.remark.isEmpty())
            list.append({light, m_item.remark});
        if (m_item.state == ChoiceChips::State::Proposed)
            list.append({light, u"?"_qs});
        return list;
    }

    ChoiceChips::Item m_item;
};

} // namespace

ChoiceChips::ChoiceChips(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_curve(new InlineCurve(parent))
{
    setAccessibleName(name);
    new uikit::FlowLayout(uikit::scaled(6), this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ChoiceChips::set(const QList<Item> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    QList<QAbstractButton *> chips = findChildren<QAbstractButton *>();
    while (chips.size() > items.size())
        delete chips.takeLast();
    while (chips.size() < items.size()) {
        auto *chip = new ChoiceChip(this);
        const qsizetype index = chips.size();
        connect(chip, &QAbstractButton::clicked, this,
                [this, index] { Q_EMIT toggled(m_items.at(index).key); });
        chip->installEventFilter(this);
        layout()->addWidget(chip);
        chip->show();
        chips << chip;
    }
    for (qsizetype i = 0; i < items.size(); ++i)
        static_cast<ChoiceChip *>(chips.at(i))->set(items.at(i));
    setVisible(!items.isEmpty());
    layout()->invalidate();
    updateGeometry();
    placeCurve();
}

void ChoiceChips::placeCurve()
{
    if (m_curve->isVisible())
        followCurve();
}

void ChoiceChips::hideCurve()
{
    m_curve->hide();
}

void ChoiceChips::followCurve()
{
    const QList<QAbstractButton *> chips = findChildren<QAbstractButton *>();
    qsizetype shown = -1; // the pointer goes before the focus
    for (qsizetype i = 0; i < chips.size(); ++i)
        if (chips.at(i)->underMouse() || (shown < 0 && chips.at(i)->hasFocus()))
            shown = i;
    if (shown < 0 || shown >= m_items.size())
        m_curve->hide();
    else
        m_curve->showUnder(*chips.at(shown), m_items.at(shown).curve);
}

bool ChoiceChips::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
        placeCurve();
        break;
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        followCurve();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void ChoiceChips::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    placeCurve();
}

void ChoiceChips::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_curve->hide();
}

void ChoiceChips::focusFirst()
{
    if (auto *first = findChild<QAbstractButton *>())
        first->setFocus(Qt::ShortcutFocusReason);
}

void ChoiceChips::keyPressEvent(QKeyEvent *event)
{
    const QList<QAbstractButton *> chips = findChildren<QAbstractButton *>();
    const auto at = chips.indexOf(qobject_cast<QAbstractButton *>(focusWidget()));
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else if (step != 0 && at >= 0 && at + step >= 0 && at + step < chips.size()) {
        chips.at(at + step)->setFocus(Qt::TabFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace ambroise::record::ui
