// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/patient/merges.h>
#include <ambroise/patient/ui/duplicateslist.h>
#include <ambroise/patient/ui/mergepage.h>

#include <QStackedWidget>

namespace ambroise::app {

//! Where records of one person are found and made one: the search, and the page that compares two.
class DuplicatesDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page stands among `pages`.
    DuplicatesDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
                   QObject *parent);

    //! Through the whole practice, on a connection of its own.
    [[nodiscard]] QFuture<Result<QList<patient::DuplicatePair>>> find(int limit) const;
    //! Brings the two records before the person at the post.
    void compare(PatientId first, PatientId second);
    [[nodiscard]] patient::ui::MergePage *page() const { return m_page; }

Q_SIGNALS:
    void merged(ambroise::PatientId kept, ambroise::PatientId absorbed);
    void left(); //!< nothing is left to decide of the two
    void openRequested(ambroise::PatientId id);

private:
    [[nodiscard]] patient::ui::MergeServices services();
    [[nodiscard]] Result<patient::ui::MergeSide> sideOf(PatientId id) const;
    Status merge(const patient::MergeRequest &request);

    Practice &m_practice;
    const access::Session &m_session;
    QStackedWidget &m_pages;
    patient::ui::MergePage *m_page;
};

} // namespace ambroise::app
