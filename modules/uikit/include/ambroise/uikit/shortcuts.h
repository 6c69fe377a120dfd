// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/palette/command.h>

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace ambroise::uikit {

//! What an act is called, and where. `group` is its title in the key map and in the palette.
struct Act {
    QString id;            //!< unique in its map: "record.note"
    QString text;          //!< verb or noun of the trade: "Note"
    QString group;         //!< "Dossier", "Ordonnance"
    QString icon = {};     //!< for the palette; may be empty
    bool inPalette = true; //!< what opens the palette is not in it
};

//! The keys of a page or of a window. A letter acts while no text field has the focus; in a text
//! field the same letter with Alt does. Keys act while the owner is visible, wherever the focus is
//! in its window: two visible maps must not share one. The maps of a window feed its KeyMapOverlay
//! and its palette by themselves.
class ActionMap final : public QObject {
    Q_OBJECT
public:
    explicit ActionMap(QWidget *owner);

    //! Letter or digit: 'N', or Alt+N in a text field.
    QAction *letter(const Act &act, char letter, std::function<void()> run);
    //! Ctrl+K, F7, Alt+1: whatever has the focus.
    QAction *key(const Act &act, const QKeySequence &keys, std::function<void()> run);
    //! An action of another's, such as a rail's item, with keys.
    void add(const Act &act, QAction *action, const QKeySequence &keys);

    [[nodiscard]] QAction *action(const QString &id) const; //!< null: none
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] bool isActive() const; //!< its owner is visible

    static QString groupOf(const QAction &action);
    static QString keyOf(const QAction &action); //!< as its cap shows it

    //! Every map of the window whose owner is visible, the outermost first.
    static QList<const ActionMap *> activeIn(const QWidget &window);
    //! The enabled acts of the window's visible maps, for its palette. The window must outlive it.
    static CommandSource commandsOf(const QWidget &window);

private:
    QAction *insert(const Act &act, QAction *action, const QList<QKeySequence> &keys);

    QWidget *m_owner;
    QList<QAction *> m_actions;
};

//! Whether the widget takes letters as text.
[[nodiscard]] bool takesText(const QWidget *widget);

} // namespace ambroise::uikit
