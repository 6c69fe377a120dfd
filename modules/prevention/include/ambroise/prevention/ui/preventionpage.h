// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/prevention/ui/preventionservices.h>

#include <QWidget>

class QAction;
class QListView;
class QStackedWidget;
class QTableView;

namespace ambroise::uikit {
class ActionMap;
class AskLine;
class Column;
class EmptyState;
class MessageLine;
class SectionTitle;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::prevention::ui {

struct DueLine;

//! *Prévention* of a record: what is due at the left, the vaccinations in the middle, the chosen
//! line or the vaccination being written at the right. What was done by mistake is undone with Z.
//! What another post writes is shown by refresh(), and leaves what is typed.
class PreventionPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock, the rules and the vaccines outlive the page.
    PreventionPage(PreventionServices services, const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    //! The keyboard to what is due.
    void begin();
    //! The code of a box: begins a vaccination, unless one is being written.
    void takeScan(const QString &text);
    //! Lines to be done now; -1: they could not be read.
    [[nodiscard]] int dueCount() const { return m_dueCount; }
    [[nodiscard]] bool isWriting() const;

Q_SIGNALS:
    void dueCountChanged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Asked { Nothing, DoneOn, WhyDeclined, WhyNotConcerned };

    void build();
    void bind();
    void bindActs();
    void showLine();
    void write();
    void leaveForm();
    void ask(Asked what);
    void answer(const QString &text);
    void decide(const DueLine &line, ActState state, QDate day, const QString &reason,
                const QString &said);
    void undoActs(const QList<ActId> &acts);
    void removeChosen();
    void print();
    void tell(const Error &error);
    bool took(const Status &act);
    [[nodiscard]] const DueLine *current() const;

    PreventionServices m_services;
    const Clock &m_clock;
    int m_dueCount = 0;
    bool m_unread = false; //!< the line tells that it could not be read
    Asked m_asked = Asked::Nothing;
    QString m_askedRule;
    QString m_chosen; //!< rule of the chosen line
    uikit::ActionMap *m_keys;
    QListView *m_due;
    class DueModel *m_dueModel;
    QTableView *m_table;
    class VaccinationModel *m_given;
    uikit::SectionTitle *m_title;
    uikit::EmptyState *m_empty;
    uikit::MessageLine *m_problem;
    uikit::AskLine *m_ask;
    uikit::Toast *m_toast;
    QStackedWidget *m_side;
    class DuePanel *m_panel = nullptr;
    class VaccinationForm *m_form;
    uikit::Column *m_columns = nullptr;
    QAction *m_doneAct = nullptr;
    QAction *m_declineAct = nullptr;
    QAction *m_setAsideAct = nullptr;
    QAction *m_removeAct = nullptr;
};

} // namespace ambroise::prevention::ui
