// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/notice.h>

#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/paint.h>

#include <QAccessible>
#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ambroise::access::ui {
namespace {

constexpr int inset = 10;
constexpr int iconSide = 14;
constexpr int gap = 8;

} // namespace

using namespace uikit;

Notice::Notice(QWidget *parent)
    : QWidget(parent)
    , m_label(new Label({}))
{
    m_label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    place();
    hide();
}

void Notice::say(Meaning grade, const QString &sentence, bool quiet)
{
    const bool isNew = sentence != m_label->text() || grade != m_grade;
    m_grade = grade;
    m_label->setInk(grade);
    m_label->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    update();
    if (!isNew || quiet || sentence.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Notice::text() const
{
    return m_label->text();
}

void Notice::place()
{
    layout()->setContentsMargins(scaled(inset + iconSide + gap), scaled(6), scaled(inset),
                                 scaled(6));
}

void Notice::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Pair pair = Theme::of(*this).pair(m_grade);
    paint::box(painter, rect(), paint::chipRadius, pair.tint, {});
    const int side = scaled(iconSide);
    const int top = scaled(6) + (lineHeight(TextRole::Body) - side) / 2;
    drawIcon(painter, QRect(scaled(inset), top, side, side), standardIcon(m_grade), pair.text);
}

void Notice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

} // namespace ambroise::access::ui
