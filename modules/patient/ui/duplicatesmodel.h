// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/duplicates.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::patient::ui {

//! "mêmes traits", "prénom différent".
[[nodiscard]] QString signText(DuplicateSign sign);

//! Two records a row: the older one, the other, and why.
class DuplicatesModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<DuplicatePair> &pairs);
    [[nodiscard]] const QList<DuplicatePair> &pairs() const { return m_pairs; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<DuplicatePair> m_pairs;
};

} // namespace ambroise::patient::ui
