// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/signinpage.h>

namespace ambroise::uikit {
class Label;
}

namespace ambroise::access::ui {

class ChoiceRow;
class PeopleList;

//! The left half of the sign-in page: product, practice, people. While a session is locked only its
//! person is shown, until somebody asks to change the user.
class PeoplePane final : public QWidget {
    Q_OBJECT
public:
    explicit PeoplePane(const Clock &clock, QWidget *parent = nullptr);

    void setPractice(const QString &name, const QString &city);
    void setPeople(const QList<SignInPage::Person> &people);
    void setAlone(const std::optional<SignInPage::Person> &person);
    //! Somebody of the list, or nobody where a login is typed.
    void setCurrent(const QString &login);
    //! F3 and its row.
    void askOther();
    void setMayChangePractice(bool may);
    //! F4 and its row, where it is shown.
    void askOtherPractice();

    [[nodiscard]] int heightWanted() const;

Q_SIGNALS:
    void chosen(const QString &login);
    void taken();
    void otherAsked();
    void otherPracticeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    void refresh();

    QList<SignInPage::Person> m_people;
    std::optional<SignInPage::Person> m_alone;
    uikit::Label *m_practice;
    PeopleList *m_list;
    ChoiceRow *m_other;
    ChoiceRow *m_otherPractice;
    bool m_mayChange = false;
};

} // namespace ambroise::access::ui
