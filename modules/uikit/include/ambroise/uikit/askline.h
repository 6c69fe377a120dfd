// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QIntValidator;
class QLineEdit;

namespace ambroise::uikit {

class Button;
class Label;

//! One thing asked at the place of the act, not in a box: a field, the act on ↵, giving up on
//! Échap. Hidden while nothing is asked.
class AskLine : public QWidget {
    Q_OBJECT
public:
    explicit AskLine(QWidget *parent = nullptr);

    //! Shows it with the caret in the field. Asked the same again, what was typed stands there.
    void ask(const QString &label, const QString &act, const QString &value = {});
    //! A whole number in that range.
    void askNumber(const QString &label, const QString &act, int value, int least, int most);
    //! A code that nobody is to read over a shoulder.
    void askSecret(const QString &label, const QString &act);
    //! Hides it and forgets what was typed.
    void finish();
    [[nodiscard]] QLineEdit *field() const { return m_edit; }

Q_SIGNALS:
    void answered(const QString &text); //!< trimmed; of a number only one in the range
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    Label *m_label;
    QLineEdit *m_edit;
    Button *m_act;
    QIntValidator *m_range; //!< of a number
};

} // namespace ambroise::uikit
