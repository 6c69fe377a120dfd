// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/theme.h>

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace ambroise::uikit {

//! One line, 30 high, at the place of the act: what happened, what to do, with which key. Never two
//! lines: what does not fit is cut, whole in the tooltip and for screen readers. Stop: error;
//! Caution: warning or conflict; Info; Done.
class MessageLine : public QWidget {
    Q_OBJECT
public:
    explicit MessageLine(Meaning grade, QWidget *parent = nullptr);

    void setGrade(Meaning grade);
    void setText(const QString &strong, const QString &rest = {});
    [[nodiscard]] QString text() const; //!< both parts
    void setTag(const QString &code);   //!< "CI", "PE", "Avis" instead of the grade's icon
    void setInset(int pixels);          //!< 12 unless told; 16 in the work area
    //! Something else than before: its acts are gone; shown, and announced.
    void say(Meaning grade, const QString &strong, const QString &rest = {});

    Button *addAct(const QString &text, const QString &key, std::function<void()> run);
    Button *addAct(QAction *action);
    void clearActs();

    //! Has a screen reader say it once, without moving the focus.
    void announce();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect textRect() const;
    [[nodiscard]] int textWidth() const;
    void place();

    QHBoxLayout *m_acts;
    Meaning m_grade;
    QString m_strong;
    QString m_rest;
    QString m_tag;
    int m_inset = 12;
};

//! What was just done, and how to undo it: a line above the action bar for eight seconds, longer
//! while the pointer or the focus is on it. Hidden otherwise.
class Toast : public QWidget {
    Q_OBJECT
public:
    explicit Toast(QWidget *parent = nullptr);

    //! Z undoes where no text field has the focus, where `undo` is given.
    void say(const QString &text, std::function<void()> undo = {});
    void dismiss();
    void setDuration(std::chrono::milliseconds duration); //!< 8 s unless told
    [[nodiscard]] QString text() const { return m_line->text(); }

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void undo();
    void expire();

    MessageLine *m_line;
    QAction *m_undoAction;
    std::function<void()> m_undo;
    QTimer m_timer;
};

//! Where there is nothing to show: one sentence and one act, at the top left, without a drawing.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString &sentence, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    Button *setAct(const QString &text, const QString &key, std::function<void()> run);
    Button *setAct(QAction *action);

private:
    class Label *m_sentence;
    Button *m_act = nullptr;
    Button *keep(Button *act);
};

} // namespace ambroise::uikit
