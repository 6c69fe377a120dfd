// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/change.h>

#include <QObject>

namespace ambroise::storage {

//! Where the connections of one process to an embedded practice announce, for its ChangeFeeds.
class ChangeHub final : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void announced(const ambroise::storage::Change &change);
};

} // namespace ambroise::storage
