// SPDX-License-Identifier: GPL-3.0-or-later
#include "workline.h"

namespace ambroise::audit::ui {

void WorkLine::begin(const QString &doing, std::function<void()> cancelWork)
{
    cancel();
    m_cancel = std::move(cancelWork);
    setGrade(uikit::Meaning::Info);
    setText(doing);
    clearActs();
    addAct(tr("Annuler"), {}, [this] { cancel(); });
    show();
}

void WorkLine::conclude(uikit::Meaning grade, const QString &sentence, const QString &rest)
{
    setGrade(grade);
    setText(sentence, rest);
    show();
    announce();
}

void WorkLine::cancel()
{
    if (m_cancel)
        m_cancel();
}

} // namespace ambroise::audit::ui
