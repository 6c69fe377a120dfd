// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicestep.h"

#include <cabinet/practiceform.h>
#include <words/sentences.h>

#include <QVBoxLayout>

namespace ambroise::app::firstrun {

PracticeStep::PracticeStep(QWidget *parent)
    : Step(parent)
    , m_form(new PracticeForm(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    setFocusProxy(m_form);
    connect(m_form, &PracticeForm::edited, this, [this] { Q_EMIT told({}); });
}

void PracticeStep::submit()
{
    auto profile = m_form->profile();
    if (!profile.ok())
        return;
    m_profile = std::move(profile).value();
    Q_EMIT accepted();
}

bool PracticeStep::blame(const Error &error)
{
    if (error.subject != u"practice.name" && error.subject != u"certificate.name" &&
        error.subject != u"finess.shape")
        return false;
    Q_EMIT told(sentenceOf(error));
    return true;
}

} // namespace ambroise::app::firstrun
