// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/ownaccountpage.h>

namespace ambroise::uikit {
class Button;
class FormField;
class PasswordField;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class NewPassword;
class Notice;

//! Changing one's own password: the present one first, because an open session is not yet proof of
//! who sits there.
class PasswordSection final : public QWidget {
    Q_OBJECT
public:
    explicit PasswordSection(OwnAccountPage::Calls calls, QWidget *parent = nullptr);

    void refresh();

private:
    void change();
    void ended(const Status &status);
    void setBusy(bool busy);

    OwnAccountPage::Calls m_calls;
    bool m_busy = false;
    uikit::PasswordField *m_present;
    uikit::FormField *m_presentField;
    NewPassword *m_next;
    Notice *m_notice;
    uikit::Button *m_change;
};

} // namespace ambroise::access::ui
