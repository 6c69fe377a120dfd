// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

class QStyleOptionTab;
class QToolButton;

namespace ambroise::uikit {

//! Tabs that draw themselves, also while one is dragged. A tab is known by its id, whatever its
//! place.
class PaintedTabs : public QTabBar {
    Q_OBJECT
public:
    explicit PaintedTabs(const QString &name, QWidget *parent = nullptr);

    int add(const QString &id, const QString &title);
    [[nodiscard]] int indexOf(const QString &id) const; //!< -1: none
    [[nodiscard]] QString idAt(int index) const;
    [[nodiscard]] QString currentId() const { return idAt(currentIndex()); }
    void select(const QString &id);
    void selectNext(int step); //!< Ctrl+Tab; goes round

    virtual void paintTab(QPainter &painter, const QStyleOptionTab &option) const = 0;

Q_SIGNALS:
    void selected(const QString &id); //!< empty where no tab is left

protected:
    //! A tab that is cut has its whole title as tooltip.
    bool event(QEvent *event) override;
    [[nodiscard]] int indexAt(const QStyleOptionTab &option) const;
};

//! The open records and pages of the top bar: 40 high, the current one on the sheet's ground with
//! its close button. Closable (Ctrl+W is the window's to bind) and movable.
class OpenTabs final : public PaintedTabs {
    Q_OBJECT
public:
    explicit OpenTabs(QWidget *parent = nullptr);

    void paintTab(QPainter &painter, const QStyleOptionTab &option) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested(const QString &id);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void tabLayoutChange() override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void placeClose();
    QToolButton *m_close;
};

} // namespace ambroise::uikit
