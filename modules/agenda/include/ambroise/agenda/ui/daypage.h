// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/agenda/ui/agendaservices.h>
#include <ambroise/core/clock.h>

#include <QTimer>
#include <QWidget>

#include <memory>

class QListView;
class QStackedWidget;

namespace ambroise::uikit {
class Column;
class Label;
class MessageLine;
class Segmented;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::agenda::ui {

struct DayBook;

//! *Journée*: the appointments of a day in columns or in rows, the waiting room beside them, and
//! what can be done with the chosen one. A step that was taken by mistake is undone with Z. What
//! another post writes is shown by follow(), and leaves what is chosen and what is typed.
class DayPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the page.
    DayPage(AgendaServices services, const Clock &clock, QWidget *parent = nullptr);
    ~DayPage() override;

    //! Today, unless another day is shown already; the keyboard to the day.
    void begin();
    //! Reads the day again.
    void follow();
    //! Chosen among today's.
    void bring(AppointmentId id);
    //! The form for that patient, who stands there already where `there`.
    void propose(PatientId patient, bool there);
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] AppointmentId chosen() const;

Q_SIGNALS:
    void openRequested(ambroise::PatientId patient);
    void identityRequested(ambroise::PatientId patient);
    void labelRequested(ambroise::PatientId patient);

private:
    void build();
    QWidget *buildHead();
    QWidget *buildSide();
    void bind();
    void go(QDate day);
    void read(bool toNow);
    void tell(const Error &error);
    void choose(AppointmentId id);
    void become(AppointmentState state);
    bool took(const Status &act);
    void write(const AppointmentDetails &proposed, bool there);
    void showForm();
    [[nodiscard]] bool isWriting() const;
    void editChosen();
    void leaveForm();
    void openChosen();
    [[nodiscard]] const Appointment *current() const;
    [[nodiscard]] AppointmentDetails proposedNow() const;

    AgendaServices m_services;
    const Clock &m_clock;
    QDate m_day;
    std::unique_ptr<DayBook> m_book;
    AppointmentId m_chosen{};
    bool m_unread = false; //!< the line tells that the day could not be read
    uikit::Label *m_title;
    uikit::Label *m_counts;
    uikit::Segmented *m_view;
    uikit::MessageLine *m_problem;
    uikit::Toast *m_toast;
    QStackedWidget *m_days;
    class DayGrid *m_grid;
    QListView *m_list;
    class DayListModel *m_rows;
    uikit::Column *m_columns = nullptr;
    QStackedWidget *m_side;
    QListView *m_waiting;
    class WaitingModel *m_there;
    class VisitPanel *m_panel;
    class AppointmentForm *m_form;
    QTimer m_minute; //!< waits grow, the line of now goes down
};

} // namespace ambroise::agenda::ui
