// SPDX-License-Identifier: GPL-3.0-or-later
#include "recheckline.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::labs::ui {

RecheckLine::RecheckLine(LabServices services, uikit::Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_toast(toast)
    , m_state(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_ask(new uikit::AskLine(this))
{
    m_state->setInset(16);
    m_state->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_state);
    auto *inset = new QWidget(this); // an AskLine has no margins at its sides
    auto *field = new QHBoxLayout(inset);
    field->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    field->addWidget(m_ask);
    layout->addWidget(inset);
    if (m_services.mayAskRecheck) {
        m_state->addAct(tr("Autre date"), u"D"_qs, [this] { ask(); });
        m_state->addAct(tr("Ne plus attendre"), tr("Suppr"), [this] { drop(); });
    }
    connect(m_ask, &uikit::AskLine::answered, this, &RecheckLine::accept);
    connect(m_ask, &uikit::AskLine::givenUp, this, &RecheckLine::giveUp);
}

Status RecheckLine::follow()
{
    if (!m_services.rechecks)
        return done();
    AMBROISE_TRY(m_awaited, m_services.rechecks());
    tell();
    return done();
}

void RecheckLine::show(const Analysis *analysis, LabReportId report)
{
    const bool other = !analysis || !m_analysis || m_analysis->label != analysis->label;
    if (other)
        m_ask->finish(); // what was being typed is about another analysis
    m_analysis.reset();
    if (analysis)
        m_analysis = NewRecheck{analysis->code, analysis->label, {}, report};
    tell();
}

const Recheck *RecheckLine::awaited() const
{
    const auto found = std::find_if(m_awaited.begin(), m_awaited.end(), [&](const Recheck &one) {
        return m_analysis && isSameAnalysis(one.asked, *m_analysis);
    });
    return found == m_awaited.end() ? nullptr : &*found;
}

void RecheckLine::tell()
{
    const Recheck *one = awaited();
    m_state->setVisible(one != nullptr);
    if (!one)
        return;
    const bool late = one->asked.due < m_services.today();
    m_state->setGrade(late ? uikit::Meaning::Caution : uikit::Meaning::Info);
    m_state->setText(
        late ? tr("%1 : contrôle attendu depuis le %2")
                   .arg(one->asked.label, text::frenchDate(one->asked.due))
             : tr("%1 : contrôle demandé pour le %2")
                   .arg(one->asked.label, text::frenchDate(one->asked.due)),
        tr("par %1, le %2")
            .arg(one->askedByName, text::frenchDate(one->askedAt.toLocalTime().date())));
}

void RecheckLine::ask()
{
    if (!m_analysis)
        return;
    const Recheck *one = awaited();
    m_ask->ask(tr("Contrôle de %1 : délai (15 j, 3 mois) ou date").arg(m_analysis->label),
               tr("Demander"), one ? text::frenchDate(one->asked.due) : tr("3 mois"));
}

void RecheckLine::accept(const QString &typed)
{
    if (!m_analysis)
        return;
    NewRecheck recheck = *m_analysis;
    recheck.due = recheckDay(typed, m_services.today());
    const Status asked = m_services.askRecheck(recheck);
    if (!asked.ok()) {
        Q_EMIT failed(asked.error()); // what was typed stays
        return;
    }
    giveUp();
    m_toast.say(
        tr("Contrôle de %1 demandé pour le %2.").arg(recheck.label, text::frenchDate(recheck.due)));
    Q_EMIT changed();
}

void RecheckLine::giveUp()
{
    m_ask->finish();
    Q_EMIT left();
}

void RecheckLine::drop()
{
    if (const Recheck *one = awaited())
        dropOne(Recheck(*one));
}

void RecheckLine::dropOne(const Recheck &recheck)
{
    if (const Status dropped = m_services.dropRecheck(recheck); !dropped.ok()) {
        Q_EMIT failed(dropped.error());
        return;
    }
    m_toast.say(tr("Contrôle de %1 : plus attendu.").arg(recheck.asked.label), [this, recheck] {
        if (const Status back = m_services.takeBackRecheck(recheck.id); !back.ok())
            Q_EMIT failed(back.error());
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace ambroise::labs::ui
