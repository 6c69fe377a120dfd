// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/message.h>

class QVBoxLayout;

namespace ambroise::uikit {

class SectionTitle;

//! A thing being written in a side column: its title, what is wrong, the fields (they scroll where
//! the column is low), and at the foot the acts that keep and leave. ↵ keeps where no field has
//! lines or lists, else Ctrl+↵; Échap leaves.
class SideForm : public QWidget {
    Q_OBJECT
public:
    enum class Keeps { OnEnter, OnCtrlEnter };
    SideForm(const QString &title, const QString &keep, Keeps key, QWidget *parent = nullptr);

    //! Takes the fields; they stand one under the other.
    void addField(QWidget *field);
    void setTitle(const QString &title);
    [[nodiscard]] SectionTitle *title() const { return m_title; }
    void setLeaveWord(const QString &word);
    //! The line of the stop pair, said once.
    void tell(const QString &sentence);
    [[nodiscard]] MessageLine *problem() const { return m_problem; }

Q_SIGNALS:
    void keepRequested();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Keeps m_key;
    SectionTitle *m_title;
    MessageLine *m_problem;
    QVBoxLayout *m_fields = nullptr;
    Button *m_leave = nullptr;
};

} // namespace ambroise::uikit
