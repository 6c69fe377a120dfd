// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicepage.h"

#include "practiceform.h"
#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app {

PracticePage::PracticePage(Practice &practice, const access::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_form(new PracticeForm)
    , m_notice(new access::ui::Notice)
    , m_save(new uikit::PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs))
    , m_theirs(new uikit::Button(tr("Prendre l’autre version"), u"Alt A"_qs))
{
    auto *column = settingsColumn(this, tr("Cabinet"));
    column->addWidget(new uikit::Label(tr("Imprimé en tête de chaque ordonnance."),
                                       uikit::TextRole::Body, uikit::Token::Text2, false, this));
    m_form->setMaximumWidth(uikit::scaled(640));
    m_notice->setMaximumWidth(uikit::scaled(640));
    column->addWidget(m_form);
    column->addWidget(m_notice);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_save);
    acts->addWidget(m_theirs);
    acts->addStretch();
    column->addLayout(acts);
    column->addStretch();
    setFocusProxy(m_form);
    const auto bind = [this](const QKeySequence &keys, void (PracticePage::*run)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    bind(Qt::CTRL | Qt::Key_Return, &PracticePage::save);
    bind(Qt::ALT | Qt::Key_A, &PracticePage::takeTheirs);
    connect(m_save, &QPushButton::clicked, this, &PracticePage::save);
    connect(m_theirs, &QPushButton::clicked, this, &PracticePage::takeTheirs);
    connect(m_form, &PracticeForm::edited, this, [this] {
        m_dirty = true;
        if (!m_other)
            m_notice->clear();
        showButtons();
    });
    refresh();
}

void PracticePage::refresh()
{
    if (m_dirty)
        return;
    m_other.reset();
    m_notice->clear();
    const auto kept = m_practice.profile().get();
    if (kept.ok())
        m_form->set(*kept);
    else
        m_notice->say(uikit::Meaning::Stop, sentenceOf(kept.error()));
    showButtons();
}

void PracticePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void PracticePage::showButtons()
{
    m_save->setText(m_other ? tr("Garder ma version") : tr("Enregistrer"));
    m_save->setEnabled(m_dirty);
    m_theirs->setVisible(m_other.has_value());
}

void PracticePage::save()
{
    if (!m_dirty)
        return;
    auto typed = m_form->profile();
    if (!typed.ok())
        return;
    if (m_other)
        typed->version = m_other->version; // seen, and mine is preferred
    put(*typed);
}

void PracticePage::put(const access::PracticeProfile &profile)
{
    const Status kept = m_practice.changeProfile(profile, m_session.actor());
    if (!kept.ok() && kept.error().subject == u"storage.version") {
        showConflict();
        return;
    }
    if (!kept.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(kept.error()));
        return;
    }
    m_dirty = false;
    refresh();
    m_notice->say(uikit::Meaning::Done, tr("Enregistré."));
    Q_EMIT saved(profile.name);
}

void PracticePage::showConflict()
{
    const auto now = m_practice.profile().get();
    if (!now.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(now.error()));
        return;
    }
    m_other = *now;
    m_form->compareWith(*now);
    m_notice->say(uikit::Meaning::Caution,
                  tr("Modifié entre-temps par une autre personne, comme indiqué sous les champs. "
                     "Choisir une version."));
    showButtons();
}

void PracticePage::takeTheirs()
{
    if (!m_other)
        return;
    m_dirty = false;
    refresh();
}

} // namespace ambroise::app
