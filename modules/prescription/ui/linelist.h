// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QListView>

namespace ambroise::uikit {
class ActionMap;
}

namespace ambroise::prescription::ui {

//! The lines being written, in their zones. Suppr removes the selected one, Alt+Z takes it into the
//! other zone, Alt+↑ ↓ and the mouse put it elsewhere. It asks for what is to change and changes
//! nothing itself.
class LineList final : public QListView {
    Q_OBJECT
public:
    explicit LineList(class LineModel *model, QWidget *parent = nullptr);

    [[nodiscard]] int selectedLine() const; //!< -1: none
    void select(int line);
    void remove(int line);
    void removeSelected() { remove(selectedLine()); }
    void changeZone();
    //! -1: before the one above it, in its zone.
    void moveSelected(int step);
    //! Puts a line before another, in the other's zone; before the end where there is none.
    void moveTo(int line, int before, bool ald);

Q_SIGNALS:
    //! `said`: what was done, where it is to be told and undone.
    void changeAsked(const QList<ambroise::prescription::Line> &lines, int selected,
                     const QString &said);

protected:
    void dropEvent(QDropEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;

private:
    [[nodiscard]] const QList<Line> &lines() const;

    LineModel *m_model;
    uikit::ActionMap *m_keys;
};

} // namespace ambroise::prescription::ui
