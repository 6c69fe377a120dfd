// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/prescription/feedback.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class Button;
class Label;
class MessageLine;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! What the page needs of the program.
struct FeedbackServices {
    //! Of who is signed in, or of the whole practice; however long that takes.
    std::function<QFuture<Result<PrescribingFeedback>>(bool mine, QDate from, QDate to)> read;
    //! Where the user says; nothing where they give up.
    std::function<Status(const QByteArray &csv)> write;
    std::function<QString(const Error &error)> explain;
};

//! The doctor's own prescribing, looked back at: figures, months, classes, alerts.
class FeedbackPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    FeedbackPage(FeedbackServices services, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); //!< reads it anew
    //! As it stands on the page, for a spreadsheet: UTF-8 with a mark, semicolons.
    [[nodiscard]] QByteArray csv() const;
    [[nodiscard]] const PrescribingFeedback &feedback() const { return m_feedback; }

Q_SIGNALS:
    void shown(); //!< what was asked for last stands on the page

private:
    void build();
    void show(const PrescribingFeedback &feedback);
    [[nodiscard]] QDate firstDay() const;

    FeedbackServices m_services;
    const Clock &m_clock;
    PrescribingFeedback m_feedback;
    int m_asked = 0; //!< readings; only the last one is shown
    uikit::Segmented *m_period = nullptr;
    uikit::Segmented *m_whose = nullptr;
    uikit::Label *m_figures = nullptr;
    uikit::Label *m_shares = nullptr;
    uikit::MessageLine *m_problem = nullptr;
    class MonthChart *m_months = nullptr;
    class CountList *m_classes = nullptr;
    class CountList *m_substances = nullptr;
    class CountList *m_alerts = nullptr;
};

} // namespace ambroise::prescription::ui
