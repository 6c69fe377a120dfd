// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace ambroise::uikit {
class FormField;
class PasswordField;
class StrengthMeter;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

//! A password to be chosen: field, strength, and what would make it better, in words. It is shown
//! on demand instead of being asked twice.
class NewPassword final : public QWidget {
    Q_OBJECT
public:
    explicit NewPassword(const QString &label, QWidget *parent = nullptr);

    //! Login, names and the practice's name: what the password must not be made of.
    void setContext(const QStringList &context);
    [[nodiscard]] QString text() const;
    void clear();

    //! Whether crypto::PasswordRules accept it.
    [[nodiscard]] bool isAccepted() const;
    //! Says under the field why it is not accepted; answers isAccepted().
    bool check();
    void setError(const QString &sentence);

Q_SIGNALS:
    void changed();
    void confirmed(); //!< Enter

private:
    void judge();

    uikit::PasswordField *m_field;
    uikit::FormField *m_form;
    uikit::StrengthMeter *m_meter;
    QStringList m_context;
};

} // namespace ambroise::access::ui
