// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/ui/explain.h>

#include <QHash>
#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLineEdit;

namespace ambroise::uikit {
class Button;
class FormField;
class Label;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class NewPassword;
class Notice;

//! Who somebody is and what they are in the practice: a new person with login and first password,
//! or one whose account is there. What is wrong is said under its field.
class PersonForm final : public QWidget {
    Q_OBJECT
public:
    //! What a password of that person is judged with.
    using Context = std::function<QStringList(const QString &login, const Person &)>;

    PersonForm(const std::function<QString(Role)> &roleWord, Context context, Explain explain,
               QWidget *parent = nullptr);

    void beginNew();
    void beginEdit(const Account &account);
    //! Null for a new one.
    [[nodiscard]] const std::optional<Account> &account() const { return m_account; }

    //! What stands in the fields. Error: that of Login::parse.
    [[nodiscard]] Result<Login> login() const;
    [[nodiscard]] Person person() const;
    [[nodiscard]] QString password() const;
    //! Whether the first password is good enough; says why not.
    bool checkPassword();

    void setBusy(bool busy);
    //! At the field that it is about, else above the buttons.
    void fail(const Error &error);

Q_SIGNALS:
    void kept();
    void left();

private:
    QWidget *buildFields(const std::function<QString(Role)> &roleWord);
    QWidget *buildFoot();
    void fill(const Person &person);
    void touched();
    void clearErrors();
    [[nodiscard]] QString textOf(const QString &id) const;

    Context m_context;
    Explain m_explain;
    std::optional<Account> m_account;
    bool m_ownLogin = false; //!< the login was typed, not proposed

    uikit::Label *m_title;
    QHash<QString, QLineEdit *> m_edits;
    QHash<QString, uikit::FormField *> m_fields;
    QComboBox *m_role;
    NewPassword *m_password;
    uikit::Label *m_passwordNote;
    Notice *m_notice;
    uikit::PrimaryButton *m_keep;
    uikit::Button *m_back;
};

} // namespace ambroise::access::ui
