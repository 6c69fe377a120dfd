// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/uikit/sideform.h>

#include <QDate>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace ambroise::uikit {

class FormField;
class Label;

//! Why something ends, and when: a reason out of a few, each with its digit, words beside it, a day
//! that is today unless another one is typed. « 3 ↵ » answers it whole.
class ReasonForm : public SideForm {
    Q_OBJECT
public:
    ReasonForm(const QString &keep, const QString &dayLabel, const QStringList &reasons,
               QWidget *parent = nullptr);

    //! Empty, for that thing; the caret on the reasons.
    void ask(const QString &title, const QString &what, QDate today);
    //! Something to know before it is kept, under what it is about; gone with the next `ask`.
    void setNote(const QString &note);
    void choose(int reason);
    [[nodiscard]] int reason() const; //!< its place among the reasons; -1: none
    [[nodiscard]] QString words() const;
    //! Errors: those of PartialDate::parse; Invalid "date.shape" where it is no whole day.
    [[nodiscard]] Result<QDate> day() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Label *m_what;
    Label *m_note;
    QStandardItemModel *m_model;
    QListView *m_reasons;
    QLineEdit *m_words;
    QLineEdit *m_day;
    QDate m_today;
};

} // namespace ambroise::uikit
