// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstrun.h"

#include "assistant.h"
#include "startpage.h"

#include <words/sentences.h>

#include <ambroise/uikit/shell/statusbar.h>

#include <QStackedWidget>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {

FirstRun::FirstRun(const Post &post, crypto::Argon2Params params, const Clock &clock,
                   QWidget *parent)
    : QWidget(parent)
    , m_post(post)
    , m_params(params)
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartPage(post, params, clock))
{
    auto *status = new uikit::StatusBar(this);
    status->setTall(true);
    status->set({u"post"_qs, tr("Poste %1").arg(post.name), u"pc-display-horizontal"_qs});
    m_stack->addWidget(m_start);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(status);
    connect(m_start, &StartPage::createAsked, this, &FirstRun::openAssistant);
    connect(m_start, &StartPage::left, this, &FirstRun::left);
    connect(m_start, &StartPage::folderChosen, this,
            [this](const QString &path, const Post &as) { Q_EMIT practiceChosen(path, {}, as); });
    connect(m_start, &StartPage::demonstrationReady, this,
            [this](const QString &path, const QString &login) {
                Q_EMIT practiceChosen(path, login, m_post);
            });
}

void FirstRun::begin(bool mayLeave)
{
    m_start->setMayLeave(mayLeave);
    m_stack->setCurrentWidget(m_start);
    m_start->begin();
}

void FirstRun::setProblem(const QString &path, const Error &error)
{
    m_start->setProblem(path, sentenceOf(error));
}

void FirstRun::openAssistant()
{
    if (!m_assistant) {
        m_assistant = new Assistant(m_post, m_params, m_clock);
        m_stack->addWidget(m_assistant);
        connect(m_assistant, &Assistant::left, this, [this] {
            m_stack->setCurrentWidget(m_start);
            m_start->begin();
        });
        connect(m_assistant, &Assistant::created, this, &FirstRun::practiceChosen);
    }
    m_stack->setCurrentWidget(m_assistant);
    m_assistant->begin();
}

bool FirstRun::mayClose()
{
    return !m_assistant || m_assistant->mayEnd();
}

} // namespace ambroise::app::firstrun
