// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ambroise::prescription::ui {

class LineEditor;
class NotCheckedList;

//! Beside the lines: what is known of the drug, what was not checked, the fields of the selected
//! line. Scrolls where it is higher than the window.
class LineSide final : public QWidget {
    Q_OBJECT
public:
    //! `drugSheet` may be null; taken as a child.
    explicit LineSide(QWidget *drugSheet, QWidget *parent = nullptr);

    [[nodiscard]] LineEditor &editor() const { return *m_editor; }
    [[nodiscard]] NotCheckedList &notChecked() const { return *m_notChecked; }

private:
    LineEditor *m_editor;
    NotCheckedList *m_notChecked;
};

} // namespace ambroise::prescription::ui
