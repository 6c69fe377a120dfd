// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHelpEvent>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QWidget>

namespace ambroise::test {

//! What somebody reads of a tooltip, which Qt takes for HTML where it looks so.
inline QString readTip(const QString &tip)
{
    return Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
}

//! What appears when the pointer rests there.
inline QString tipAt(QWidget &widget, QPoint at)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &event);
    return readTip(QToolTip::text());
}

} // namespace ambroise::test
