// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QWidget>

#include <functional>

namespace ambroise::uikit {
class Button;
}

namespace ambroise::access::ui {

class Notice;

//! What is worth a second thought, asked at the place of the act and never in a box: what will
//! happen, the act, and the way back. Hidden while nothing is asked.
class ConfirmLine final : public QWidget {
    Q_OBJECT
public:
    explicit ConfirmLine(QWidget *parent = nullptr);

    //! The way back has the focus, so that Enter alone does nothing that cannot be undone.
    void ask(const QString &sentence, const QString &act, std::function<void()> run);
    //! Takes the question back.
    void dismiss();

Q_SIGNALS:
    void dismissed(); //!< by the person

private:
    Notice *m_notice;
    uikit::Button *m_act;
    uikit::Button *m_back;
    std::function<void()> m_run;
};

} // namespace ambroise::access::ui
