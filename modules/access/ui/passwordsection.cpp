// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordsection.h"

#include "moments.h"

#include <ambroise/access/ui/newpassword.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QVBoxLayout>

namespace ambroise::access::ui {

using namespace uikit;
using namespace std::chrono_literals;

PasswordSection::PasswordSection(OwnAccountPage::Calls calls, QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_present(new PasswordField)
    , m_presentField(new FormField(tr("Mot de passe actuel"), m_present))
    , m_next(new NewPassword(tr("Nouveau mot de passe")))
    , m_notice(new Notice)
    , m_change(new Button(tr("Changer le mot de passe")))
{
    m_present->setObjectName(u"presentPassword"_qs);
    m_next->setObjectName(u"nextPassword"_qs);
    m_change->setObjectName(u"changePassword"_qs);
    m_notice->setObjectName(u"passwordNotice"_qs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(12));
    layout->addWidget(new Label(tr("Mot de passe"), TextRole::Document));
    layout->addWidget(m_presentField);
    layout->addWidget(m_next);
    layout->addWidget(m_notice);
    layout->addWidget(m_change, 0, Qt::AlignLeft);
    connect(m_change, &QPushButton::clicked, this, &PasswordSection::change);
    connect(m_next, &NewPassword::confirmed, this, &PasswordSection::change);
    connect(m_next, &NewPassword::changed, m_notice, &Notice::clear);
    connect(m_present, &QLineEdit::textEdited, this, [this] {
        m_presentField->setError({});
        m_notice->clear();
    });
    connect(m_present, &QLineEdit::returnPressed, m_next,
            [this] { m_next->setFocus(Qt::OtherFocusReason); });
}

void PasswordSection::refresh()
{
    m_next->setContext(m_calls.passwordContext());
}

void PasswordSection::setBusy(bool busy)
{
    m_busy = busy;
    const std::initializer_list<QWidget *> parts = {m_present, m_next, m_change};
    for (QWidget *part : parts)
        part->setEnabled(!busy);
    m_change->setText(busy ? tr("Vérification…") : tr("Changer le mot de passe"));
}

void PasswordSection::change()
{
    if (m_busy)
        return;
    if (m_present->text().isEmpty()) {
        m_presentField->setError(tr("Taper d’abord le mot de passe actuel."));
        m_present->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const auto wait = m_calls.wait(); wait > 0s) {
        m_notice->say(Meaning::Stop,
                      tr("Trop d’essais. Nouvel essai dans %1.").arg(waitWords(wait)));
        return;
    }
    if (!m_next->check()) {
        m_next->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->clear();
    setBusy(true);
    whenDone(this, m_calls.changePassword(m_present->text(), m_next->text()),
             [this](const Status &status) { ended(status); });
}

void PasswordSection::ended(const Status &status)
{
    setBusy(false);
    if (status.ok()) {
        m_present->clear();
        m_next->clear();
        m_notice->say(Meaning::Done, tr("Mot de passe changé."));
        m_present->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (status.error().subject == u"keyring.password") {
        m_present->clear();
        m_presentField->setError(tr("Ce n’est pas votre mot de passe actuel."));
        m_present->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->say(Meaning::Stop, m_calls.explain(status.error()));
}

} // namespace ambroise::access::ui
