// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>
#include <ambroise/labs/ui/labservices.h>

#include <QWidget>

namespace ambroise::uikit {
class AskLine;
class MessageLine;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::labs::ui {

//! Under the table: whether the chosen analysis is to be done again, by when, and the field in
//! which the day is typed. Hidden while there is nothing to say or to ask.
class RecheckLine final : public QWidget {
    Q_OBJECT
public:
    //! `toast` says what was done.
    RecheckLine(LabServices services, uikit::Toast &toast, QWidget *parent = nullptr);

    //! Reads again what the patient's doctors wait for. Error: of the reading.
    Status follow();
    //! The chosen analysis (null: none), and the report in which it is read.
    void show(const Analysis *analysis, LabReportId report);
    void ask();
    void drop();
    [[nodiscard]] bool isAwaited() const { return awaited() != nullptr; }

Q_SIGNALS:
    void changed();
    void failed(const ambroise::Error &error);
    void left(); //!< the keyboard goes back to the table

private:
    [[nodiscard]] const Recheck *awaited() const;
    void tell();
    void accept(const QString &typed);
    void giveUp();
    void dropOne(const Recheck &recheck);

    LabServices m_services;
    QList<Recheck> m_awaited;
    std::optional<NewRecheck> m_analysis{}; //!< the chosen one, without a day
    uikit::Toast &m_toast;
    uikit::MessageLine *m_state;
    uikit::AskLine *m_ask;
};

} // namespace ambroise::labs::ui
