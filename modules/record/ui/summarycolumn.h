// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QListView;
class QStackedWidget;

namespace ambroise::uikit {
class Button;
class ReasonForm;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

class SummaryForm;
class SummaryModel;

//! What holds now, in sections, and writing in it: ↵ changes a line, Inser adds one to its section,
//! 0 says that there is none, A stops a treatment.
class SummaryColumn final : public QWidget {
    Q_OBJECT
public:
    //! The services and the clock outlive it.
    SummaryColumn(const RecordServices &services, const Clock &clock, QWidget *parent = nullptr);

    void set(const Overview &overview, const QList<DueLine> &due);
    void focusList();
    //! False: it is no line of the summary.
    bool choose(EntryId line);
    void add(EntryKind kind);
    [[nodiscard]] bool isWriting() const; //!< a line, or why a treatment is stopped
    void keep();                          //!< what is being written

Q_SIGNALS:
    void changed(); //!< something was written
    void left();    //!< Échap
    void problem(const ambroise::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void write();
    void addHere();
    void sayNone();
    void askStop();
    void keepStop();
    void resume(EntryId treatment);
    void showStopAct();
    void closeForm();
    [[nodiscard]] bool handleKey(int key);

    const RecordServices &m_services;
    const Clock &m_clock;
    QStackedWidget *m_stack;
    QListView *m_list;
    SummaryModel *m_model;
    QWidget *m_acts;
    SummaryForm *m_form;
    uikit::ReasonForm *m_stop;
    uikit::Button *m_addAct = nullptr;
    uikit::Button *m_noneAct = nullptr;
    uikit::Button *m_stopAct = nullptr;
    uikit::Toast *m_toast;
    Entry m_stopping{};
};

} // namespace ambroise::record::ui
