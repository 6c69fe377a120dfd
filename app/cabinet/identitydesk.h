// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/identity/insisearch.h>
#include <ambroise/identity/ui/identitypage.h>

#include <ambroise/uikit/shortcuts.h>

#include <QObject>

namespace ambroise::app {

//! Where the identity of one open record is established: its page, INSi, the documents, the
//! practice. What is decided is written at the version that the page shows.
class IdentityDesk final : public QObject {
    Q_OBJECT
public:
    //! `insi`: null where this post is not set up; INSi then says so. `print`: a PDF on the post's
    //! printer. References outlive it.
    IdentityDesk(Practice &practice, const access::Session &session, identity::InsiService *insi,
                 std::function<Status(const QByteArray &pdf)> showLabel, QWidget *parent);

    [[nodiscard]] identity::ui::IdentityPage *page() const { return m_page; }
    void setPatient(const patient::Patient &patient);

Q_SIGNALS:
    void changed(); //!< the record's identity was written

private:
    [[nodiscard]] identity::ui::IdentityServices services();
    void bindKeys();
    [[nodiscard]] Result<identity::Mandate> mandate() const;
    QFuture<Result<identity::ui::InsiFound>> askInsi();
    Status decide(const identity::ui::IdentityChange &change);
    Status printLabel();
    void keepCall(const identity::InsiSearch::Call &call);

    Practice &m_practice;
    const access::Session &m_session;
    identity::InsiService *m_insi;
    std::function<Status(const QByteArray &pdf)> m_showLabel;
    std::optional<patient::Patient> m_patient;
    Result<identity::InsiCallId> m_lastCall{identity::InsiCallId{}};
    identity::ui::IdentityPage *m_page;
    uikit::ActionMap *m_actions;                    //!< the page's: they act while it is in front
    std::unique_ptr<identity::InsiSearch> m_search; //!< the last: its end still tells its call
};

} // namespace ambroise::app
