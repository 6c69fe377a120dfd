// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/prescription/treatmenthistory.h>

#include <QWidget>

#include <functional>

class QAction;
class QListView;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace ambroise::uikit {
class ActionMap;
class Column;
class EmptyState;
class Label;
class MessageLine;
class ReasonForm;
class Segmented;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! What the page asks of the practice, on the GUI thread; each answers within a frame.
struct TreatmentServices {
    std::function<Result<TreatmentHistory>()> history;
    std::function<Status(const PatientTreatment &treatment, const record::TreatmentStop &stop)>
        stop;
    std::function<Status(const PatientTreatment &treatment)> takeBack;
    //! In place of the stop that another post was faster to say, which stays in its history; null:
    //! theirs stays.
    std::function<Status(const PatientTreatment &treatment, const record::TreatmentStop &stop)>
        replaceStop;
    //! Unspecified: what was said is taken back; null: nothing is said from here.
    std::function<Status(const PatientTreatment &treatment, record::TreatmentUse use)> sayUse;
    std::function<QString(const Error &error)> explain;
    bool mayWrite = false;
};

//! What a patient takes and has taken: a chart over the years and the same as a table, the steps of
//! the chosen one beside them. A stops it, with a reason; R takes the stop back; U says whether it
//! is « de fond ».
class TreatmentsPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    TreatmentsPage(TreatmentServices services, const Clock &clock, QWidget *parent = nullptr);

    //! The record was written in: read again, once the page is seen.
    void refresh();
    void focusTable();

Q_SIGNALS:
    void changed(); //!< something was said of a treatment
    void ordonnanceWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    //! The same treatment at the next reading.
    struct Place {
        record::EntryId entry{};
        StoppedLine line{};
        [[nodiscard]] static Place of(const PatientTreatment &treatment);
        friend bool operator==(const Place &, const Place &) = default;
    };
    void build();
    [[nodiscard]] QWidget *buildCentre();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildSide();
    void bindKeys();
    void read();
    void shareRoom();
    void showChosen();
    [[nodiscard]] const PatientTreatment *chosen() const; //!< null: none
    [[nodiscard]] int rowOf(const Place &place) const;    //!< -1: it is there no more
    void askStop();
    [[nodiscard]] Result<record::TreatmentStop> writtenStop() const;
    void keepStop();
    void stopKept(const Status &kept, const QString &name);
    [[nodiscard]] bool tellConflict();
    void keepMine();
    void takeBack();
    void takeBack(const Place &place);
    void sayUse();
    void sayUse(const Place &place, record::TreatmentUse use);
    void closeForm();
    void tell(const Error &error);

    TreatmentServices m_services;
    const Clock &m_clock;
    Place m_asked{};     //!< whose stop is being written
    bool m_stale = true; //!< what is shown is not yet what was written
    uikit::ActionMap *m_keys;
    QAction *m_stop = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_use = nullptr;
    class TreatmentModel *m_model;
    class TreatmentSteps *m_steps;
    class TreatmentChart *m_chart;
    QScrollArea *m_scroll;
    QSplitter *m_parts;
    QTableView *m_table;
    QStackedWidget *m_centre;
    QStackedWidget *m_side;
    uikit::Column *m_column = nullptr;
    uikit::Segmented *m_span;
    uikit::Label *m_name;
    uikit::Label *m_said;
    QListView *m_list;
    uikit::ReasonForm *m_form;
    uikit::MessageLine *m_problem;
    uikit::EmptyState *m_empty;
    uikit::Toast *m_toast;
};

} // namespace ambroise::prescription::ui
