// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/signinpage.h>

#include <QListView>

namespace ambroise::access::ui {

//! The people of the practice, 52 high each, on the window's ground. Enter or a click takes one.
class PeopleList final : public QListView {
    Q_OBJECT
public:
    explicit PeopleList(const Clock &clock, QWidget *parent = nullptr);

    void setPeople(const QList<SignInPage::Person> &people);
    void setCurrentLogin(const QString &login); //!< nobody where there is no such login
    [[nodiscard]] QString currentLogin() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &login); //!< by the arrows or the pointer
    void taken();                      //!< by Enter or the pointer: now to its password

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class PeopleModel *m_model;
    bool m_silent = false;
};

//! Two letters for the round mark: "CF" of "Dr Claire Fontanel".
[[nodiscard]] QString initialsOf(const QString &name);
//! The name without its title: "Claire" of "Dr Claire Fontanel".
[[nodiscard]] QString givenNameOf(const QString &name);

} // namespace ambroise::access::ui
