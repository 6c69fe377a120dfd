// SPDX-License-Identifier: GPL-3.0-or-later
#include "givenpassword.h"

#include "bindkey.h"

#include <ambroise/access/ui/newpassword.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int fieldWidth = 420;

} // namespace

GivenPassword::GivenPassword(Explain explain, QWidget *parent)
    : QWidget(parent)
    , m_explain(std::move(explain))
    , m_title(new Label({}, TextRole::Page))
    , m_note(new Label({}, TextRole::Body, Token::Text2))
    , m_password(new NewPassword(tr("Nouveau mot de passe")))
    , m_notice(new Notice)
    , m_keep(new PrimaryButton({}, u"Ctrl ↵"_qs))
    , m_back(new Button(tr("Revenir"), u"Échap"_qs))
{
    m_title->setElided(true);
    m_note->setWordWrap(true);
    m_password->setObjectName(u"givenPassword"_qs);
    m_password->setMaximumWidth(scaled(fieldWidth));
    m_keep->setObjectName(u"keepPassword"_qs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    layout->setSpacing(scaled(12));
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_note, m_password, m_notice})
        layout->addWidget(part);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_keep);
    row->addWidget(m_back);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    connect(m_keep, &QPushButton::clicked, this, &GivenPassword::kept);
    connect(m_password, &NewPassword::confirmed, m_keep, &QPushButton::click);
    connect(m_back, &QPushButton::clicked, this, &GivenPassword::left);
    bindKey(this, Qt::CTRL | Qt::Key_Return, m_keep);
    bindKey(this, Qt::Key_Escape, m_back);
}

void GivenPassword::begin(const Account &account, const QStringList &context)
{
    m_account = account;
    m_title->setText(account.person.displayName());
    m_note->setText(account.active
                        ? tr("Remplace le mot de passe actuel. À remettre à la personne, qui le "
                             "change ensuite dans Réglages, Mon compte.")
                        : tr("Le compte fermé n’a plus aucun accès : il rouvre avec un nouveau mot "
                             "de passe. Une carte est à enregistrer de nouveau."));
    m_password->setContext(context);
    forget();
    setBusy(false);
    m_password->setFocus(Qt::OtherFocusReason);
}

QString GivenPassword::password() const
{
    return m_password->text();
}

bool GivenPassword::check()
{
    return m_password->check();
}

void GivenPassword::setBusy(bool busy)
{
    const bool reopens = m_account && !m_account->active;
    const std::initializer_list<QWidget *> parts = {m_keep, m_back, m_password};
    for (QWidget *part : parts)
        part->setEnabled(!busy);
    m_keep->setText(busy      ? tr("Enregistrement…")
                    : reopens ? tr("Rouvrir le compte")
                              : tr("Donner ce mot de passe"));
}

void GivenPassword::fail(const Error &error)
{
    m_notice->say(Meaning::Stop, m_explain(error));
    m_password->setFocus(Qt::OtherFocusReason);
}

void GivenPassword::forget()
{
    m_password->clear();
    m_notice->clear();
}

} // namespace ambroise::access::ui
