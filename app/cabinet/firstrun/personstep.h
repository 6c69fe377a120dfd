// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "step.h"

#include <practice/creation.h>

class QLineEdit;

namespace ambroise::access::ui {
class NewPassword;
}
namespace ambroise::uikit {
class FormField;
class FormGrid;
class Label;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::app::firstrun {

//! Somebody who can sign in from the first day: names, what their role wants, login, password. The
//! login is proposed from the names until somebody writes another.
class PersonStep final : public Step {
    Q_OBJECT
public:
    explicit PersonStep(access::Role role, QWidget *parent = nullptr);

    //! What is asked follows from it; what was typed stays.
    void setRole(access::Role role);
    [[nodiscard]] access::Role role() const { return m_role; }
    //! What the password must not be made of besides, and which logins others have.
    void setSurroundings(const QString &practice, const QStringList &takenLogins);

    void submit() override;
    bool blame(const Error &error) override;
    //! Only once it was accepted.
    [[nodiscard]] FirstPerson person() const;
    //! Given names and surname, for whom nothing else is known.
    void forgetPassword();

private:
    QLineEdit *addLine(uikit::FormGrid &grid, const QString &label, uikit::FormField **field,
                       int span = 1);
    void build();
    void proposeLogin();
    void showKey();
    void refreshContext();
    [[nodiscard]] Status judgeLogin() const;
    [[nodiscard]] Status judgeRpps() const;

    access::Role m_role;
    QString m_practice;
    QStringList m_taken;
    bool m_ownLogin = false; //!< typed by somebody, not proposed

    uikit::Segmented *m_title;
    uikit::FormField *m_titleField = nullptr;
    QLineEdit *m_givenName = nullptr;
    QLineEdit *m_surname = nullptr;
    QLineEdit *m_rpps = nullptr;
    QLineEdit *m_specialty = nullptr;
    QLineEdit *m_login = nullptr;
    uikit::FormField *m_givenNameField = nullptr;
    uikit::FormField *m_surnameField = nullptr;
    uikit::FormField *m_rppsField = nullptr;
    uikit::FormField *m_specialtyField = nullptr;
    uikit::FormField *m_loginField = nullptr;
    access::ui::NewPassword *m_password;
    uikit::Label *m_manager;
};

} // namespace ambroise::app::firstrun
