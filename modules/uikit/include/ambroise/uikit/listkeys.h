// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QAbstractItemView;

namespace ambroise::uikit {

//! ↑ ↓ choose in a list while the caret stays in a line above it, ↵ opens what is chosen.
class ListKeys final : public QObject {
    Q_OBJECT
public:
    //! The list outlives this.
    ListKeys(QAbstractItemView &list, std::function<void()> open, QObject *parent);

    void listenTo(QObject &line) { line.installEventFilter(this); }

protected:
    bool eventFilter(QObject *line, QEvent *event) override;

private:
    void move(int step);

    QAbstractItemView &m_list;
    std::function<void()> m_open;
};

} // namespace ambroise::uikit
