// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creationjob.h"
#include "step.h"

class QLineEdit;

namespace ambroise::uikit {
class FormField;
}

namespace ambroise::app::firstrun {

//! One group of the recovery key, chosen at random, typed from where it was kept: nobody goes on
//! with a key that is nowhere.
class ProofStep final : public Step {
    Q_OBJECT
public:
    explicit ProofStep(QWidget *parent = nullptr);

    //! Asks for a group, another one than the last time.
    void ask(const RecoveryKeyPtr &key);
    [[nodiscard]] int asked() const { return m_asked; } //!< from 0
    void forget();

    void submit() override;
    bool blame(const Error & /*error*/) override { return false; }

private:
    RecoveryKeyPtr m_key;
    int m_asked = -1;
    QLineEdit *m_edit;
    uikit::FormField *m_field;
};

} // namespace ambroise::app::firstrun
