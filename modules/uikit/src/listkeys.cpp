// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/listkeys.h>

#include <QAbstractItemView>
#include <QKeyEvent>

#include <algorithm>

namespace ambroise::uikit {

ListKeys::ListKeys(QAbstractItemView &list, std::function<void()> open, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_open(std::move(open))
{
}

void ListKeys::move(int step)
{
    const int rows = m_list.model()->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(m_list.currentIndex().row() + step, 0, rows - 1);
    m_list.setCurrentIndex(m_list.model()->index(row, 0));
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
