// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/ui/explain.h>

#include <QWidget>

namespace ambroise::uikit {
class Button;
class Label;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class NewPassword;
class Notice;

//! A password that who manages the accounts gives to somebody: who lost theirs, or whose closed
//! account opens again.
class GivenPassword final : public QWidget {
    Q_OBJECT
public:
    explicit GivenPassword(Explain explain, QWidget *parent = nullptr);

    void begin(const Account &account, const QStringList &context);
    [[nodiscard]] const Account &account() const { return *m_account; }
    [[nodiscard]] QString password() const;
    bool check();

    void setBusy(bool busy);
    void fail(const Error &error);
    //! Forgets what was typed.
    void forget();

Q_SIGNALS:
    void kept();
    void left();

private:
    Explain m_explain;
    std::optional<Account> m_account;
    uikit::Label *m_title;
    uikit::Label *m_note;
    NewPassword *m_password;
    Notice *m_notice;
    uikit::PrimaryButton *m_keep;
    uikit::Button *m_back;
};

} // namespace ambroise::access::ui
