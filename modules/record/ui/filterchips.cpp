// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterchips.h"

#include <ambroise/uikit/flow.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ambroise::record::ui {
namespace {

constexpr int chipHeight = 24;
constexpr int padding = 6;

class FilterChip final : public QAbstractButton {
public:
    FilterChip(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics strong(uikit::font(uikit::TextRole::Small, true));
        return {strong.horizontalAdvance(text()) + 2 * uikit::scaled(padding),
                uikit::scaled(chipHeight)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const uikit::Theme theme = uikit::Theme::of(*this);
        const QColor ground = isChecked()    ? theme.color(uikit::Token::Soft)
                              : underMouse() ? theme.hover()
                                             : theme.color(uikit::Token::Base);
        uikit::paint::box(painter, rect(), uikit::paint::chipRadius, ground,
                          theme.color(isChecked() ? uikit::Token::Accent : uikit::Token::Line));
        painter.setFont(uikit::font(uikit::TextRole::Small, isChecked()));
        painter.setPen(theme.color(isChecked() ? uikit::Token::Accent : uikit::Token::Text2));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            uikit::paint::focusRing(painter, rect(), uikit::paint::chipRadius, theme);
    }
};

} // namespace

FilterChips::FilterChips(const QString &name, const QStringList &labels, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto *flow = new uikit::FlowLayout(uikit::scaled(4), this);
    for (const QString &label : labels) {
        auto *chip = new FilterChip(label, this);
        chip->setAccessibleName(label);
        chip->setAccessibleDescription(name);
        chip->installEventFilter(this);
        m_group->addButton(chip, int(m_group->buttons().size()));
        flow->addWidget(chip);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCurrent(0);
    keepOneTabStop();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked)
            return;
        keepOneTabStop();
        Q_EMIT currentChanged(id);
    });
}

int FilterChips::current() const
{
    return m_group->checkedId();
}

void FilterChips::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void FilterChips::setCounts(const QList<int> &counts)
{
    for (int i = 0; i < m_group->buttons().size(); ++i) {
        QAbstractButton *chip = m_group->button(i);
        const QString told = tr("%1, %n entrée(s)", nullptr, counts.value(i)).arg(chip->text());
        chip->setAccessibleName(told);
        chip->setToolTip(told);
    }
}

void FilterChips::keepOneTabStop()
{
    for (QAbstractButton *button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_group->checkedButton());
}

bool FilterChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool forward = key == Qt::Key_Right || key == Qt::Key_Down;
    if (!forward && key != Qt::Key_Left && key != Qt::Key_Up)
        return QWidget::eventFilter(watched, event);
    const int last = int(m_group->buttons().size()) - 1;
    const int next = std::clamp(current() + (forward ? 1 : -1), 0, last);
    setCurrent(next);
    m_group->button(next)->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace ambroise::record::ui
