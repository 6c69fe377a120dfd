// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofstep.h"

#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QLineEdit>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {
namespace {

constexpr int longestTyped = 12;

} // namespace

ProofStep::ProofStep(QWidget *parent)
    : Step(parent)
    , m_edit(new QLineEdit)
    , m_field(new uikit::FormField({}, m_edit, this))
{
    m_edit->setMaxLength(longestTyped);
    m_edit->setFixedWidth(uikit::scaled(160));
    m_edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_edit->setFont(uikit::codeFont(uikit::TextRole::Body));
    m_edit->setObjectName(u"recoveryProof"_qs);
    m_field->setHint(tr("Quatre caractères ; majuscules et minuscules ne comptent pas."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_field);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
}

void ProofStep::ask(const RecoveryKeyPtr &key)
{
    m_key = key;
    // Among the others than the last one.
    const int groups = crypto::RecoveryKey::groups;
    m_asked = m_asked < 0
                  ? QRandomGenerator::system()->bounded(groups)
                  : (m_asked + 1 + QRandomGenerator::system()->bounded(groups - 1)) % groups;
    m_edit->clear();
    m_field->setLabel(tr("Groupe %1 de la clé").arg(m_asked + 1));
    m_field->setError({});
}

void ProofStep::forget()
{
    m_key.reset();
    m_edit->clear();
}

void ProofStep::submit()
{
    if (!m_key)
        return;
    if (m_key->hasGroup(m_asked, m_edit->text())) {
        Q_EMIT accepted();
        return;
    }
    m_field->setError(tr("Ce n’est pas le groupe %1. Le relire sur la feuille.").arg(m_asked + 1));
    m_edit->setFocus();
    m_edit->selectAll();
}

} // namespace ambroise::app::firstrun
