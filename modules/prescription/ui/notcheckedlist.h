// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::prescription::ui {

//! *Non contrôlé*: what the checks could not look at, always in sight beside the ordonnance. What
//! holds for every line is said once.
class NotCheckedList final : public QWidget {
    Q_OBJECT
public:
    explicit NotCheckedList(QWidget *parent = nullptr);

    //! The first `own` lines are of the ordonnance.
    void show(const Checked &checked, int own);

private:
    void add(const QString &what, const QString &why);

    uikit::Label *m_title;
    QWidget *m_lines;
};

} // namespace ambroise::prescription::ui
