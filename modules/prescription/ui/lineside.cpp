// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineside.h"

#include "lineeditor.h"
#include "notcheckedlist.h"

#include <ambroise/uikit/type.h>

#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

LineSide::LineSide(QWidget *drugSheet, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *inside = new QWidget;
    scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(uikit::scaled(12), uikit::scaled(12), uikit::scaled(12), 0);
    layout->setSpacing(uikit::scaled(8));
    if (drugSheet) {
        drugSheet->setParent(inside);
        layout->addWidget(drugSheet);
    }
    m_notChecked = new NotCheckedList(inside);
    layout->addWidget(m_notChecked);
    m_editor = new LineEditor(inside);
    m_editor->hide();
    layout->addWidget(m_editor);
    layout->addStretch();
}

} // namespace ambroise::prescription::ui
