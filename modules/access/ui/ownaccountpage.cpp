// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/ownaccountpage.h>

#include "cardsection.h"
#include "passwordsection.h"

#include <ambroise/uikit/label.h>

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int widest = 560;

} // namespace

OwnAccountPage::OwnAccountPage(Calls calls, const Person &person, QWidget *parent)
    : QWidget(parent)
    , m_password(new PasswordSection(calls))
    , m_card(new CardSection(calls, person))
{
    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addWidget(new Label(tr("Mon compte"), TextRole::Page));
    auto *who =
        new Label(tr("%1 · %2 · identifiant %3").arg(person.name, person.role, person.login),
                  TextRole::Body, Token::Text2);
    who->setWordWrap(true);
    layout->addWidget(who);
    for (QWidget *section : {static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_card)}) {
        section->setMaximumWidth(scaled(widest));
        layout->addSpacing(scaled(8));
        layout->addWidget(section);
    }
    layout->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll);
}

void OwnAccountPage::setCard(const SignInPage::Card &card, bool named)
{
    m_card->setCard(card, named);
}

void OwnAccountPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_password->refresh();
    m_card->refresh();
}

} // namespace ambroise::access::ui
