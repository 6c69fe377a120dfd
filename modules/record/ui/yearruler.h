// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace ambroise::record::ui {

//! The years of a history beside it, the newest first, each with how much happened in it. A click
//! or ↑ ↓ asks for a year. Hidden where there is only one.
class YearRuler final : public QWidget {
    Q_OBJECT
public:
    struct Year {
        int year = 0;
        int count = 0;

        friend bool operator==(const Year &, const Year &) = default;
    };
    explicit YearRuler(QWidget *parent = nullptr);

    void set(const QList<Year> &years);
    [[nodiscard]] const QList<Year> &years() const { return m_years; }
    void setCurrent(int year); //!< the one in sight
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void yearWanted(int year);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect rectOf(qsizetype index) const;
    [[nodiscard]] qsizetype indexAt(int y) const; //!< -1: none
    [[nodiscard]] qsizetype currentIndex() const;
    [[nodiscard]] QString told(qsizetype index) const;
    void ask(qsizetype index);

    QList<Year> m_years;
    int m_current = 0;
};

} // namespace ambroise::record::ui
