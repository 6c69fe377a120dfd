// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daybook.h"

#include <ambroise/uikit/shortcuts.h>

#include <QWidget>

class QGridLayout;

namespace ambroise::uikit {
class Button;
class Label;
} // namespace ambroise::uikit

namespace ambroise::agenda::ui {

//! The chosen appointment under the waiting room: who it is, and what can be done with it now, each
//! with its key. What cannot be done now is not shown.
class VisitPanel final : public QWidget {
    Q_OBJECT
public:
    //! What may be asked for. Become acts name the state.
    struct Acts {
        std::function<void(AppointmentState state)> become;
        std::function<void()> openRecord;
        std::function<void()> checkIdentity;
        std::function<void()> printLabel;
        std::function<void()> edit;
    };
    //! The keys act while `page` is in front.
    VisitPanel(QWidget &page, Acts acts, QWidget *parent = nullptr);

    //! Null: nothing is chosen.
    void show(const DayBook &book, const Appointment *one);

private:
    void build();
    void arrange();
    void offer(const DayBook &book, const Appointment *one);

    Acts m_acts;
    uikit::ActionMap *m_keys;
    QList<uikit::Button *> m_buttons;
    QGridLayout *m_grid = nullptr;
    uikit::Label *m_name;
    uikit::Label *m_civil;
    uikit::Label *m_what;
    QList<std::pair<QAction *, AppointmentState>> m_steps;
    QAction *m_open = nullptr;
    QAction *m_check = nullptr;
    QAction *m_label = nullptr;
    QAction *m_edit = nullptr;
};

} // namespace ambroise::agenda::ui
