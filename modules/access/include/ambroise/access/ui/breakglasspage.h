// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/ui/explain.h>

#include <QWidget>

class QLineEdit;

namespace ambroise::access::ui {

class Notice;

//! Bris de glace: whose record it is, what opening it means, and a reason to write. Ctrl+↵ or ↵
//! opens, Échap goes back.
class BreakGlassPage final : public QWidget {
    Q_OBJECT
public:
    //! What the reason opens: access::Session::breakGlass of that patient.
    using Open = std::function<Status(const QString &reason)>;

    //! `banner`: who the patient is, given by the shell; taken as its child.
    BreakGlassPage(QWidget *banner, Open open, Explain explain, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened();
    void left();

private:
    QWidget *buildForm();
    void confirm();

    Open m_open;
    Explain m_explain;
    QLineEdit *m_reason;
    Notice *m_notice;
};

} // namespace ambroise::access::ui
