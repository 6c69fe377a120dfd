// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

namespace ambroise::prescription::ui {

//! Everything of the selected line, in the right column. Tells each change at once.
class LineEditor final : public QWidget {
    Q_OBJECT
public:
    explicit LineEditor(QWidget *parent = nullptr);

    void setDay(QDate day) { m_day = day; } //!< of the ordonnance
    void show(const Line &line);
    [[nodiscard]] Line line() const;

Q_SIGNALS:
    void edited();

private:
    struct Mark {
        QCheckBox *box;
        bool Line::*field;
    };

    void build();
    void tell();
    //! What is prescribed hors AMM is not reimbursed (CSS L.162-4).
    void followOffLabel();

    Line m_line;
    QDate m_day;
    QLineEdit *m_posology;
    QSpinBox *m_days;
    QSpinBox *m_boxes;
    QSpinBox *m_renewals;
    QCheckBox *m_notReimbursed;
    QCheckBox *m_offLabel;
    std::array<Mark, 7> m_marks;
    QCheckBox *m_startsLater;
    QDateEdit *m_start;
    QComboBox *m_support;
    QLineEdit *m_dispenser;
    QComboBox *m_nonSubstitutable;
    QLineEdit *m_comment;
    bool m_filling = false;
};

} // namespace ambroise::prescription::ui
