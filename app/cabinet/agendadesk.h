// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/agenda/ui/daypage.h>

#include <QStackedWidget>

namespace ambroise::app {

//! The agenda of the practice for who is signed in: the page of the day, and calling the next
//! patient from anywhere.
class AgendaDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page stands among `pages`.
    AgendaDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
               QObject *parent);

    [[nodiscard]] agenda::ui::DayPage *page() const { return m_page; }
    //! Whether who is signed in receives patients.
    [[nodiscard]] bool receives() const;
    //! How many wait for who is signed in; for everybody where that one receives nobody.
    [[nodiscard]] Result<int> waitingCount() const;
    //! Ends the consultation that goes on, and begins that of the next in the waiting room. Error:
    //! NotFound "agenda.nobody_waits".
    Result<PatientId> callNext();
    //! Back: who is in consultation waits again, and who was seen last is. Error: NotFound
    //! "agenda.nobody_before".
    Result<PatientId> callPrevious();
    //! The consultation of that patient is over, where one goes on with who is signed in.
    Status finish(const patient::RecordIds &patient);
    //! Somebody stands at the desk: who is expected today goes to the waiting room; who is there
    //! already stays where they are. Nothing: nobody expected them.
    Result<std::optional<agenda::AppointmentId>> arrive(const patient::RecordIds &patient);

private:
    [[nodiscard]] agenda::ui::AgendaServices services();
    [[nodiscard]] Result<QList<agenda::ui::Professional>> professionals() const;
    [[nodiscard]] Result<QList<agenda::Appointment>> today() const;
    Status become(const agenda::Appointment &one, agenda::AppointmentState state);

    Practice &m_practice;
    const access::Session &m_session;
    agenda::ui::DayPage *m_page;
};

} // namespace ambroise::app
