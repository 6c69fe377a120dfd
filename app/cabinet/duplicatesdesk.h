// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/patient/merges.h>
#include <ambroise/patient/ui/duplicateslist.h>
#include <ambroise/patient/ui/mergepage.h>
#include <ambroise/patient/ui/otherrecordpage.h>

#include <QStackedWidget>

namespace ambroise::app {

//! Where records of one person are found and made one: the search through the practice, the choice
//! of another record for one that is open, and the page that compares two.
class DuplicatesDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; its pages stand among `pages`.
    DuplicatesDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
                   QObject *parent);

    //! Through the whole practice, on a connection of its own.
    [[nodiscard]] QFuture<Result<QList<patient::DuplicatePair>>> find(int limit) const;
    //! Brings the two records before the person at the post.
    void compare(PatientId first, PatientId second);
    //! Has the other record chosen, then compares both. Errors: those of PatientRepository::reload.
    Status chooseOtherFor(PatientId record);
    [[nodiscard]] patient::ui::MergePage *page() const { return m_page; }

Q_SIGNALS:
    void merged(ambroise::PatientId kept, ambroise::PatientId absorbed);
    //! Nothing is left to decide of the two. `from`: the record that it began with, if any.
    void left(ambroise::PatientId from);
    void openRequested(ambroise::PatientId id);

private:
    [[nodiscard]] patient::ui::MergeServices services();
    [[nodiscard]] Result<patient::ui::MergeSide> sideOf(PatientId id) const;
    Status merge(const patient::MergeRequest &request);
    Status sayHomonyms(PatientId first, PatientId second, const QString &reason);
    void show(PatientId first, PatientId second);

    Practice &m_practice;
    const access::Session &m_session;
    QStackedWidget &m_pages;
    patient::ui::MergePage *m_page;
    patient::ui::OtherRecordPage *m_other;
    PatientId m_from{};
};

} // namespace ambroise::app
