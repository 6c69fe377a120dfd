// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daylayout.h"

#include <ambroise/uikit/theme.h>

#include <QAbstractScrollArea>

namespace ambroise::agenda::ui {

//! The day in columns, one for each professional: a quarter of an hour is 15.2 high, a line shows
//! what time it is. ↑ ↓ go from one appointment to the next in a column, ← → to the other columns,
//! ↵ opens. DayList shows the same in rows, for who cannot see a grid.
class DayGrid final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit DayGrid(QWidget *parent = nullptr);

    //! Keeps what is chosen, where it is still there.
    void show(const DayBook &book);
    void choose(AppointmentId id); //!< not stored, or not there: nothing
    [[nodiscard]] AppointmentId chosen() const { return m_chosen; }
    //! The hour of now, or the first appointment, into sight.
    void scrollToNow();

Q_SIGNALS:
    void chosenChanged(ambroise::agenda::AppointmentId id);
    void opened(ambroise::agenda::AppointmentId id);
    //! A place where nothing stands was double-clicked.
    void placeOpened(ambroise::UserId professional, QTime start);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int yOf(int minute) const; //!< in the viewport
    [[nodiscard]] QRect columnRect(int column) const;
    [[nodiscard]] QRect rectOf(const Placed &place) const;
    [[nodiscard]] const Placed *placeAt(const QPoint &point) const;
    [[nodiscard]] const Placed *chosenPlace() const;
    void paintHours(QPainter &painter, const uikit::Theme &theme) const;
    void paintHeads(QPainter &painter, const uikit::Theme &theme) const;
    void paintPlace(QPainter &painter, const uikit::Theme &theme, const Placed &place) const;
    void paintNow(QPainter &painter, const uikit::Theme &theme) const;
    void move(int step);
    void moveAside(int columns);
    void take(AppointmentId id);
    void updateScrollBar();
    void makeVisible(const Placed &place);

    DayBook m_book;
    QList<Placed> m_places;
    AppointmentId m_chosen{};
    int m_firstHour = 8;
    int m_lastHour = 19; //!< shown until its beginning
};

} // namespace ambroise::agenda::ui
