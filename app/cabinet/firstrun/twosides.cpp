// SPDX-License-Identifier: GPL-3.0-or-later
#include "twosides.h"

#include <ambroise/access/ui/signinparts.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {
namespace {

constexpr int leftWidth = 300;
constexpr int rightWidth = 580;
constexpr int gap = 40;
constexpr int usualHeight = 560;
constexpr int leastMargin = 24;
constexpr int inset = 12; // beside a scroll bar

} // namespace

using uikit::scaled;

TwoSides::TwoSides(QWidget *parent)
    : QWidget(parent)
    , m_leftSide(new QWidget(this))
    , m_rightSide(new QWidget(this))
    , m_left(new QVBoxLayout(m_leftSide))
    , m_right(new QVBoxLayout(m_rightSide))
    , m_page(nullptr)
    , m_scroll(new QScrollArea)
    , m_subtitle(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2))
    , m_title(new uikit::Label({}, uikit::TextRole::Patient))
    , m_sentence(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2))
{
    m_subtitle->setWordWrap(true);
    m_left->setContentsMargins({});
    m_left->setSpacing(0);
    m_left->addWidget(new access::ui::Wordmark);
    m_left->addWidget(m_subtitle);
    m_left->addSpacing(scaled(24));
    m_right->setContentsMargins({});
    m_right->setSpacing(scaled(16));
    m_right->addWidget(m_scroll, 1);
    m_title->setObjectName(u"pageTitle"_qs);
    m_sentence->setWordWrap(true);
    auto *page = new QWidget;
    m_page = new QVBoxLayout(page);
    m_page->setContentsMargins(0, 0, scaled(inset), 0);
    m_page->setSpacing(scaled(4));
    m_page->addWidget(m_title);
    m_page->addWidget(m_sentence);
    m_page->addSpacing(scaled(16));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false); // the scroll area fills what it is given
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget * /*old*/, QWidget *now) { followFocus(now); });
}

void TwoSides::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

void TwoSides::setHeading(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void TwoSides::setFoot(QWidget *foot)
{
    foot->setContentsMargins(0, 0, scaled(inset), 0);
    m_right->addWidget(foot);
}

void TwoSides::followFocus(QWidget *now)
{
    if (now && m_scroll->widget() && m_scroll->widget()->isAncestorOf(now))
        m_scroll->ensureWidgetVisible(now, 0, scaled(48)); // with its label and its fault
}

void TwoSides::place()
{
    const int whole = scaled(leftWidth + 2 * gap + rightWidth);
    const int left = qMax(scaled(leastMargin), (width() - whole) / 2);
    const int top = qMax(scaled(leastMargin), (height() - scaled(usualHeight)) / 2);
    const int tall = height() - 2 * top;
    m_leftSide->setGeometry(left, top, scaled(leftWidth), tall);
    const int right = left + scaled(leftWidth + 2 * gap);
    m_rightSide->setGeometry(right, top, qMin(scaled(rightWidth), width() - right - scaled(8)),
                             tall);
}

void TwoSides::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void TwoSides::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(m_leftSide->geometry().right() + scaled(gap), m_leftSide->y(), 1,
                           m_leftSide->height()),
                     uikit::Theme::of(*this).color(uikit::Token::Line));
}

} // namespace ambroise::app::firstrun
