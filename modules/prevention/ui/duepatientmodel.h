// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/ui/preventionlistpage.h>

#include <QAbstractListModel>

namespace ambroise::prevention::ui {

//! Those who are due, by name.
class DuePatientModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<DuePatient> &patients, const Rule &rule, QDate today);
    [[nodiscard]] const QList<DuePatient> &patients() const { return m_patients; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<DuePatient> m_patients;
    Rule m_rule;
    QDate m_today;
};

} // namespace ambroise::prevention::ui
