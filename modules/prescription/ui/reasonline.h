// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace ambroise::prescription::ui {

//! A reason asked at the place of the act, not in a box: a field, the act on ↵, giving up on Échap.
//! Hidden otherwise.
class ReasonLine final : public QWidget {
    Q_OBJECT
public:
    ReasonLine(const QString &label, const QString &act, QWidget *parent = nullptr);

    //! Shows it with the caret in it; what was typed before a refusal is still there.
    void ask();
    //! Hides it and forgets what was typed.
    void finish();

Q_SIGNALS:
    void confirmed(const QString &reason);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_edit;
};

} // namespace ambroise::prescription::ui
