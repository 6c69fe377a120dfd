// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/ownaccountpage.h>

class QLineEdit;
class QVBoxLayout;

namespace ambroise::uikit {
class Button;
class Chip;
class FormField;
class Label;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class ConfirmLine;
class Notice;

//! The cards that open one's session: those that are enrolled, and the one in the reader. Nothing
//! here waits for the card.
class CardSection final : public QWidget {
    Q_OBJECT
public:
    CardSection(OwnAccountPage::Calls calls, OwnAccountPage::Person person,
                QWidget *parent = nullptr);

    void setCard(const SignInPage::Card &card, bool named);
    void refresh();

private:
    void build();
    void showCard();
    void showEnrolled();
    void begin();
    void enrol();
    void ended(const Status &status);
    void askToRemove(const EnrolledCard &card);
    void setBusy(bool busy);
    [[nodiscard]] bool isMine() const;
    [[nodiscard]] bool canBeEnrolled() const;

    OwnAccountPage::Calls m_calls;
    OwnAccountPage::Person m_person;
    SignInPage::Card m_card;
    bool m_named = true;
    bool m_busy = false;

    QWidget *m_enrolled;
    QVBoxLayout *m_rows;
    uikit::Chip *m_chip;
    QLineEdit *m_pin;
    uikit::FormField *m_pinField;
    Notice *m_notice;
    ConfirmLine *m_ask;
    uikit::Button *m_enrol;
};

} // namespace ambroise::access::ui
