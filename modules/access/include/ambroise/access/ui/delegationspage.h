// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/delegation.h>

#include <QWidget>

#include <functional>

class QComboBox;
class QDateEdit;
class QListView;

namespace ambroise::uikit {
class EmptyState;
class FormField;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::access::ui {

class Notice;

//! Where a doctor has people of the practice qualify identities in their name, and ends it. Suppr
//! ends the selected one; Ctrl+↵ gives.
class DelegationsPage final : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        Delegation delegation{};
        QString delegateName{};
        QString mandatorName{};
    };
    struct Calls {
        std::function<Result<QList<Entry>>()> entries; //!< newest first
        //! Who may be given one, in the order of the list.
        std::function<Result<QList<Account>>()> delegates;
        std::function<Status(const Account &delegate, QDate endsOn)> give;
        std::function<Status(DelegationId id)> end;
        std::function<QString(const Error &error)> explain;
        std::function<QDate()> today;
    };
    //! `mayGive`: the person signed in is a doctor of the practice.
    DelegationsPage(Calls calls, bool mayGive, QWidget *parent = nullptr);

    void refresh();

private:
    void build(bool mayGive);
    void give();
    void endSelected();
    void tell(const Error &error);

    Calls m_calls;
    QList<Account> m_people;
    class DelegationModel *m_model;
    QListView *m_list;
    uikit::EmptyState *m_none;
    QComboBox *m_who;
    QDateEdit *m_until;
    uikit::PrimaryButton *m_give;
    Notice *m_notice;
};

} // namespace ambroise::access::ui
