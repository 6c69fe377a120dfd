// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>

namespace ambroise::prescription::ui {

//! The patient's signed ordonnances, newest first. ↵ opens the sheet, Suppr asks to cancel.
class SignedList final : public QWidget {
    Q_OBJECT
public:
    explicit SignedList(QWidget *parent = nullptr);

    //! The chosen one stays chosen, without being told again.
    void setRows(const QList<SignedRow> &rows);
    //! They could not be read: what was known stays, and it is not said that there are none.
    void showUnread();
    void choose(int row); //!< -1: none
    [[nodiscard]] const QList<SignedRow> &rows() const { return m_rows; }
    //! The newest that was not cancelled; null: none.
    [[nodiscard]] const SignedRow *lastInForce() const;

Q_SIGNALS:
    void chosen(const ambroise::prescription::ui::SignedRow &row);
    void sheetRequested();
    void cancelRequested();

private:
    QList<SignedRow> m_rows;
    class SignedModel *m_model;
    QListView *m_view;
    uikit::Label *m_none;
};

} // namespace ambroise::prescription::ui
