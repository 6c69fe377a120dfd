// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QToolButton;

namespace ambroise::uikit {

class Label;

//! A line to search in a list: its icon at the left, the key that leads to it at the right while it
//! is empty and unfocused.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    //! `placeholder` is also its accessible name.
    explicit SearchField(const QString &placeholder, const QString &key = {},
                         QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    QString m_key;
};

//! A secret: hidden, but for as long as its word *Afficher* is pressed in. Kept out of input
//! methods' memories.
class PasswordField : public QLineEdit {
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);

    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool revealed);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    QToolButton *m_toggle;
};

//! How hard a password is to guess, 0 to 4 bars, and why: the words are the caller's.
class StrengthMeter : public QWidget {
    Q_OBJECT
public:
    explicit StrengthMeter(QWidget *parent = nullptr);

    void setStrength(int bars, const QString &explanation); //!< `bars` is kept between 0 and 4
    [[nodiscard]] int strength() const { return m_bars; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_bars = 0;
    Label *m_explanation;
};

} // namespace ambroise::uikit
