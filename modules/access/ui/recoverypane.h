// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/explain.h>

#include <QWidget>

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

//! The access is lost: the recovery key first, then a new password for that login.
class RecoveryPane final : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryPane(Explain explain, QWidget *parent = nullptr);

    //! From the beginning, with nothing typed but the login.
    void begin(const QString &login, const QStringList &names);
    [[nodiscard]] QString login() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString password() const;

    void setBusy(bool busy);
    void setWait(const QString &sentence);
    void fail(const Error &error);
    void forget();

Q_SIGNALS:
    void submitted();
    void left();

protected:
    bool event(QEvent *event) override;

private:
    enum class Step { Key, Password };
    void build();
    void place();
    void refresh();
    void goOn();
    void goBack();
    bool checkKey();
    void groupKey();

    Explain m_explain;
    QStringList m_names;
    Step m_step = Step::Key;
    bool m_busy = false;
    QString m_wait;

    uikit::Label *m_title;
    uikit::Label *m_subtitle;
    QLineEdit *m_login;
    QLineEdit *m_key;
    uikit::FormField *m_loginField;
    uikit::FormField *m_keyField;
    NewPassword *m_password;
    Notice *m_notice;
    QWidget *m_foot = nullptr;
    uikit::PrimaryButton *m_next;
    uikit::Button *m_back;
};

} // namespace ambroise::access::ui
