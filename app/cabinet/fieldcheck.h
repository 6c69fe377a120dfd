// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QPointer>

#include <optional>

namespace ambroise::uikit {
class FormField;
}

namespace ambroise::app {

//! One look over a form: says under each field what is wrong with it, and at the end takes the
//! caret to the first that is.
class FieldCheck {
public:
    //! Clears what was said under the field where `status` is good.
    void say(uikit::FormField &field, const Status &status);
    //! The first fault.
    Status end();

private:
    QPointer<uikit::FormField> m_first;
    std::optional<Error> m_error;
};

} // namespace ambroise::app
