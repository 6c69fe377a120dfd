// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keys.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>
#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr const char *idProperty = "ambroiseId";
constexpr const char *groupProperty = "ambroiseGroup";
constexpr const char *hiddenProperty = "ambroiseHidden";

//! The keys under the digits 1 to 9 of a French keyboard, which Ctrl and Alt leave unshifted.
constexpr Qt::Key azertyDigits[] = {Qt::Key_Ampersand,  Qt::Key_Eacute,     Qt::Key_QuoteDbl,
                                    Qt::Key_Apostrophe, Qt::Key_ParenLeft,  Qt::Key_Minus,
                                    Qt::Key_Egrave,     Qt::Key_Underscore, Qt::Key_Ccedilla};

QList<QKeySequence> onEveryKeyboard(const QKeySequence &keys)
{
    QList<QKeySequence> all{keys};
    if (keys.count() != 1)
        return all;
    const QKeyCombination chord = keys[0];
    const bool digit = chord.key() >= Qt::Key_1 && chord.key() <= Qt::Key_9;
    if (digit && chord.keyboardModifiers() != Qt::NoModifier)
        all << QKeySequence(
            QKeyCombination(chord.keyboardModifiers(), azertyDigits[chord.key() - Qt::Key_1]));
    if (chord.key() == Qt::Key_Return)
        all << QKeySequence(QKeyCombination(chord.keyboardModifiers(), Qt::Key_Enter));
    return all;
}

} // namespace

ActionMap::ActionMap(QWidget *owner)
    : QObject(owner)
    , m_owner(owner)
{
}

QAction *ActionMap::letter(const Act &act, char letter, std::function<void()> run)
{
    auto *action = new QAction(act.text, this);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    action->setAutoRepeat(false);
    const auto key = Qt::Key(QChar::fromLatin1(letter).toUpper().unicode());
    // A text field takes the bare letter before any shortcut does: that is the whole rule.
    return insert(act, action, {QKeySequence(key), QKeySequence(Qt::ALT | key)});
}

QAction *ActionMap::key(const Act &act, const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(act.text, this);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return insert(act, action, onEveryKeyboard(keys));
}

void ActionMap::add(const Act &act, QAction *action, const QKeySequence &keys)
{
    insert(act, action, onEveryKeyboard(keys));
}

QAction *ActionMap::insert(const Act &act, QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setProperty(idProperty, act.id);
    action->setProperty(groupProperty, act.group);
    action->setProperty(hiddenProperty, !act.inPalette);
    if (!act.icon.isEmpty())
        action->setIcon(icon(act.icon));
    m_owner->addAction(action);
    m_actions << action;
    connect(action, &QObject::destroyed, this, [this, action] { m_actions.removeAll(action); });
    return action;
}

QAction *ActionMap::action(const QString &id) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&](const QAction *a) {
        return a->property(idProperty).toString() == id;
    });
    return found == m_actions.end() ? nullptr : *found;
}

QList<QAction *> ActionMap::actions() const
{
    return m_actions;
}

bool ActionMap::isActive() const
{
    return m_owner->isVisible() && m_owner->isEnabled();
}

QString ActionMap::groupOf(const QAction &action)
{
    return action.property(groupProperty).toString();
}

QString ActionMap::keyOf(const QAction &action)
{
    return keyText(action.shortcut());
}

QList<const ActionMap *> ActionMap::activeIn(const QWidget &window)
{
    QList<const ActionMap *> active;
    for (const ActionMap *map : window.findChildren<ActionMap *>())
        if (map->isActive())
            active << map;
    const auto depth = [](const ActionMap *map) {
        int levels = 0;
        for (const QWidget *w = map->m_owner; w; w = w->parentWidget())
            ++levels;
        return levels;
    };
    std::stable_sort(active.begin(), active.end(),
                     [&](const ActionMap *a, const ActionMap *b) { return depth(a) < depth(b); });
    return active;
}

CommandSource ActionMap::commandsOf(const QWidget &window)
{
    return [guard = QPointer<const QWidget>(&window)](const QString &typed) {
        QList<Command> commands;
        if (!guard)
            return commands;
        for (const ActionMap *map : activeIn(*guard))
            for (QAction *action : map->actions())
                if (action->isEnabled() && !action->property(hiddenProperty).toBool())
                    commands << Command{action->property(idProperty).toString(),
                                        groupOf(*action),
                                        action->text(),
                                        {},
                                        keyOf(*action),
                                        action->icon(),
                                        [held = QPointer<QAction>(action)] {
                                            if (held)
                                                held->trigger();
                                        }};
        return filtered(commands, typed);
    };
}

bool takesText(const QWidget *widget)
{
    return widget && widget->testAttribute(Qt::WA_InputMethodEnabled) &&
           widget->inputMethodQuery(Qt::ImEnabled).toBool() &&
           !widget->inputMethodQuery(Qt::ImReadOnly).toBool();
}

} // namespace ambroise::uikit
