// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>

#include <QWidget>

class QListView;
class QStackedWidget;

namespace ambroise::record::ui {

class SummaryForm;
class SummaryModel;

//! What holds now, in sections, and writing in it: ↵ changes a line, Inser adds one to its section,
//! 0 says that there is none.
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
    [[nodiscard]] bool isWriting() const;
    void keep(); //!< what is being written

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
    void closeForm();
    [[nodiscard]] bool handleKey(int key);

    const RecordServices &m_services;
    QStackedWidget *m_stack;
    QListView *m_list;
    SummaryModel *m_model;
    QWidget *m_acts;
    SummaryForm *m_form;
};

} // namespace ambroise::record::ui
