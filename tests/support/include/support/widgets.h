// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/message.h>

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace ambroise::test {

//! The first visible widget of its kind, as a screen reader names it, or whatever its name; null:
//! there is none.
template <class Widget>
Widget *named(const QWidget &in, const QString &name = {})
{
    for (Widget *widget : in.findChildren<Widget *>())
        if (widget->isVisibleTo(&in) && (name.isEmpty() || widget->accessibleName() == name))
            return widget;
    return nullptr;
}

//! The visible button that says so; null: there is none.
inline QPushButton *button(const QWidget &in, const QString &text)
{
    for (auto *one : in.findChildren<QPushButton *>())
        if (one->isVisibleTo(&in) && one->text() == text)
            return one;
    return nullptr;
}

//! What the message lines of a page say.
inline QString said(const QWidget &in)
{
    QStringList texts;
    for (const auto *line : in.findChildren<uikit::MessageLine *>())
        if (line->isVisible())
            texts << line->text();
    return texts.join(u'|');
}

//! The same with every label in sight.
inline QString shown(const QWidget &in)
{
    QStringList texts;
    for (const auto *label : in.findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join(u'\n') + said(in);
}

} // namespace ambroise::test
