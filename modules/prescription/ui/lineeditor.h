// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ambroise::prescription::ui {

//! Everything of the selected line, in the right column. Tells each change at once.
class LineEditor final : public QWidget {
    Q_OBJECT
public:
    explicit LineEditor(QWidget *parent = nullptr);

    void show(const Line &line);
    [[nodiscard]] Line line() const;

Q_SIGNALS:
    void edited();

private:
    Line m_line;
    QLineEdit *m_posology;
    QSpinBox *m_days;
    QSpinBox *m_boxes;
    QSpinBox *m_renewals;
    QCheckBox *m_ald;
    QCheckBox *m_notReimbursed;
    QComboBox *m_nonSubstitutable;
    QLineEdit *m_comment;
    bool m_filling = false;
};

} // namespace ambroise::prescription::ui
