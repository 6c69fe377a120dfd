// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "creationjob.h"

#include <QWidget>

namespace ambroise::access::ui {
class NewPassword;
class Notice;
} // namespace ambroise::access::ui
namespace ambroise::uikit {
class Label;
}

namespace ambroise::app::firstrun {

//! The demonstration practice: opened where it is there already, else made with one password for
//! its four accounts.
class Demonstration final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    Demonstration(crypto::Argon2Params params, const Clock &clock, QWidget *parent = nullptr);
    //! Undoes what is being made, and waits for it.
    ~Demonstration() override;

    //! Looks whether it is there.
    void refresh();
    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    void submit();
    void giveUp();

    [[nodiscard]] static QString folder();

Q_SIGNALS:
    void ready(const QString &path, const QString &login);
    void changed(); //!< isThere or isBusy

private:
    void ended(const Result<RecoveryKeyPtr> &key);

    crypto::Argon2Params m_params;
    const Clock &m_clock;
    bool m_there = false;
    bool m_busy = false;
    std::shared_ptr<std::atomic<bool>> m_givenUp;
    QFuture<Result<RecoveryKeyPtr>> m_job;
    uikit::Label *m_words;
    access::ui::NewPassword *m_password;
    access::ui::Notice *m_notice;
};

} // namespace ambroise::app::firstrun
