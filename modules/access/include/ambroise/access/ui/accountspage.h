// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/enrolledcard.h>
#include <ambroise/access/ui/explain.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QTableView;

namespace ambroise::uikit {
class ActionMap;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class AccountModel;
class ConfirmLine;
class GivenPassword;
class Notice;
class PersonForm;

//! The people of the practice and what each may do: added, changed, given a new password, closed,
//! opened again, their cards taken away. Beside it, the table of rights, read from `allows`.
//!
//! Keys: A adds, ↵ changes, P new password, C takes the card away, X closes or opens again;
//! Échap leaves a form, Ctrl+↵ keeps it.
class AccountsPage final : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        Account account;
        QDateTime lastSignIn{}; //!< on any post
        QList<EnrolledCard> cards{};
    };

    //! What the program does for the page. What makes a password's slot takes its time; the page
    //! stays alive and one such call runs at a time. The others answer within a frame.
    struct Calls {
        std::function<Result<QList<Entry>>()> list{};
        //! What a password of that person is judged with.
        std::function<QStringList(const QString &login, const Person &)> passwordContext{};
        std::function<QFuture<Status>(const Login &, const Person &, const QString &password)>
            add{};
        std::function<QFuture<Status>(const Account &, const QString &password)> setPassword{};
        std::function<QFuture<Status>(const Account &, const QString &password)> reactivate{};
        std::function<Status(const Account &)> update{};
        std::function<Status(const Account &)> deactivate{};
        std::function<Status(const Account &, const EnrolledCard &)> removeCard{};
        std::function<QString(Role)> roleWord{};
        Explain explain{};
    };

    //! `self`: who looks at the page, who cannot close their own account. The clock outlives it.
    AccountsPage(Calls calls, UserId self, const Clock &clock, QWidget *parent = nullptr);

    //! Reads the people again.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildPeople();
    QWidget *buildForms();
    void bindKeys();
    [[nodiscard]] const Entry *current() const;
    void choose(const QString &login);
    void currentChanged();

    void beginAdding();
    void beginChanging();
    void beginPassword();
    void keepPerson();
    void keepPassword();
    void askToRemoveCard();
    void askToClose();
    void backToPeople();

    void begin(const QFuture<Status> &slow, const QString &doneSentence, const QString &login);
    void ended(const Status &status, const QString &doneSentence, const QString &login);

    Calls m_calls;
    UserId m_self;
    const Clock &m_clock;
    bool m_busy = false;

    AccountModel *m_model;
    uikit::Segmented *m_parts;
    QStackedWidget *m_stack;
    QWidget *m_people;
    QTableView *m_table;
    uikit::ActionMap *m_actions = nullptr;
    Notice *m_notice;
    ConfirmLine *m_ask;
    PersonForm *m_person;
    GivenPassword *m_password;
};

} // namespace ambroise::access::ui
