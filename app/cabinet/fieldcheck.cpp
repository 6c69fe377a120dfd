// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldcheck.h"

#include <words/sentences.h>

#include <ambroise/uikit/form.h>

namespace ambroise::app {

void FieldCheck::say(uikit::FormField &field, const Status &status)
{
    field.setError(status.ok() ? QString() : sentenceOf(status.error()));
    if (status.ok() || m_error)
        return;
    m_first = &field;
    m_error = status.error();
}

Status FieldCheck::end()
{
    if (!m_error)
        return done();
    if (m_first)
        m_first->setFocus();
    return *m_error;
}

} // namespace ambroise::app
