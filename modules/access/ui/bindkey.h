// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPushButton>
#include <QShortcut>

namespace ambroise::access::ui {

//! The key presses the button while the focus is inside `form`. The buttons of two forms of a page
//! may share a key.
inline void bindKey(QWidget *form, const QKeySequence &keys, QPushButton *button)
{
    auto *shortcut = new QShortcut(keys, form);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
}

} // namespace ambroise::access::ui
