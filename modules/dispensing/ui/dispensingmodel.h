// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/dispensing/scan.h>

#include <QAbstractListModel>

namespace ambroise::dispensing::ui {

//! The lines of a scanned ordonnance, with what was already given and what is being done now.
class DispensingModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const std::optional<ScannedOrdonnance> &scanned, const QList<LineOutcome> &now);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] const LineOutcome *outcomeNow(int line) const;

    std::optional<ScannedOrdonnance> m_scanned;
    QList<LineOutcome> m_now;
};

} // namespace ambroise::dispensing::ui
