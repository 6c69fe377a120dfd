// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/listkeys.h>

#include <QAbstractItemView>
#include <QKeyEvent>

namespace ambroise::uikit {

ListKeys::ListKeys(QAbstractItemView &list, std::function<void()> open, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_open(std::move(open))
{
}

void ListKeys::move(int step)
{
    const QAbstractItemModel &model = *m_list.model();
    for (int row = m_list.currentIndex().row() + step; row >= 0 && row < model.rowCount();
         row += step) {
        const QModelIndex index = model.index(row, 0);
        if (!index.flags().testFlag(Qt::ItemIsSelectable))
            continue; // the title of a group
        m_list.setCurrentIndex(index);
        return;
    }
}

bool ListKeys::eventFilter(QObject *line, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(line, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_open();
        return true;
    default:
        return false;
    }
}

} // namespace ambroise::uikit
