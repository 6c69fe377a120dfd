// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "step.h"

#include <ambroise/access/practiceprofile.h>

namespace ambroise::app {
class PracticeForm;
}

namespace ambroise::app::firstrun {

//! Who the practice is.
class PracticeStep final : public Step {
    Q_OBJECT
public:
    explicit PracticeStep(QWidget *parent = nullptr);

    void submit() override;
    bool blame(const Error &error) override;
    //! What was accepted.
    [[nodiscard]] const access::PracticeProfile &profile() const { return m_profile; }

private:
    PracticeForm *m_form;
    access::PracticeProfile m_profile;
};

} // namespace ambroise::app::firstrun
