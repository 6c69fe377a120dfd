// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/enrolledcard.h>
#include <ambroise/access/ui/signinpage.h>

namespace ambroise::access::ui {

class CardSection;
class PasswordSection;

//! One's own account: changing the password, and the cards that open one's session. Everybody has
//! it.
class OwnAccountPage final : public QWidget {
    Q_OBJECT
public:
    //! What the program does for the page. The calls that end later leave the page alive; one of a
    //! section runs at a time. The others answer within a frame.
    struct Calls {
        std::function<QFuture<Status>(const QString &present, const QString &next)>
            changePassword{};
        //! What a new password is judged with.
        std::function<QStringList()> passwordContext{};
        //! How long the present password has to wait after too many wrong ones.
        std::function<std::chrono::seconds()> wait{};

        //! Whether the card in the reader may become this person's: Conflict "card.taken".
        std::function<Status()> mayEnrol{};
        //! `pin` is empty where it is typed on the reader.
        std::function<QFuture<Status>(const QString &pin)> enrol{};
        std::function<Result<QList<EnrolledCard>>()> cards{};
        std::function<Status(const EnrolledCard &)> removeCard{};
        Explain explain{};
    };
    struct Person {
        QString name{};  //!< "Dr Claire Fontanel"
        QString login{}; //!< "claire"
        QString role{};  //!< in words
    };

    OwnAccountPage(Calls calls, const Person &person, QWidget *parent = nullptr);

    //! What the reader says; `named` is false where the card's holder bears another name than the
    //! account.
    void setCard(const SignInPage::Card &card, bool named);

protected:
    void showEvent(QShowEvent *event) override;

private:
    PasswordSection *m_password;
    CardSection *m_card;
};

} // namespace ambroise::access::ui
