// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ambroise::test {

//! Types any text, accents too, as a keyboard does; QTest::keyClicks knows ASCII alone.
inline void type(QWidget &widget, const QString &text)
{
    for (const QChar c : text)
        for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, c.unicode() < 0x80 ? c.toUpper().unicode() : 0, Qt::NoModifier,
                            QString(c));
            QCoreApplication::sendEvent(&widget, &event);
        }
}

} // namespace ambroise::test
