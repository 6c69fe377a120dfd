// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/signinpage.h>
#include <ambroise/uikit/theme.h>

class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
class PasswordField;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class Notice;
class WayRow;

//! What the reader says, as a chip and, where the card tells, as a line on its tries.
struct CardWords {
    uikit::Meaning meaning;
    QString text;
    QString icon;
};
[[nodiscard]] CardWords wordsOf(const SignInPage::Card &card, bool usable);
[[nodiscard]] QString triesOf(const SignInPage::Card &card);
//! A field for a card's code.
void preparePin(QLineEdit &field);

class WordButton;

//! The right half of the sign-in page: who is about to enter, by which way, and the button.
class OpenPane final : public QWidget {
    Q_OBJECT
public:
    enum class Way { Card, Password };

    explicit OpenPane(QWidget *parent = nullptr);

    void setHeading(const QString &title, const QString &subtitle);
    //! Shown where the person is not in the list.
    void setLoginAsked(bool asked);
    void setTypedLogin(const QString &login);
    [[nodiscard]] QString typedLogin() const;

    //! `usable`: it is the chosen person's. The way changes with it.
    void setCard(const SignInPage::Card &card, bool usable);
    [[nodiscard]] Way way() const { return m_way; }
    void setWay(Way way);

    [[nodiscard]] QString secret() const; //!< the code or the password, as the way is
    [[nodiscard]] bool needsSecret() const;
    void clearSecrets();

    void setBusy(bool busy);
    void setWait(const QString &sentence); //!< empty: no wait
    void say(const QString &sentence);     //!< what went wrong; empty: nothing
    void focusField();

Q_SIGNALS:
    void submitted();
    void lostAccess();
    void loginTyped();
    void wayChanged();

protected:
    bool event(QEvent *event) override;

private:
    void build();
    QWidget *foot();
    void place();
    void refresh();
    void showCard();
    void showMessage();
    void submit();

    SignInPage::Card m_card;
    bool m_cardUsable = false;
    bool m_busy = false;
    bool m_loginAsked = false;
    Way m_way = Way::Password;
    QString m_error;
    QString m_wait;

    uikit::Label *m_title;
    uikit::Label *m_subtitle;
    QLineEdit *m_login;
    uikit::FormField *m_loginField;
    WayRow *m_cardWay;
    WayRow *m_passwordWay;
    QLineEdit *m_pin;
    uikit::FormField *m_pinField;
    uikit::PasswordField *m_password;
    QWidget *m_cardBox;
    QWidget *m_passwordBox;
    Notice *m_notice;
    uikit::PrimaryButton *m_open;
    WordButton *m_lost;
};

} // namespace ambroise::access::ui
