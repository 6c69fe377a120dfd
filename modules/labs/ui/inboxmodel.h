// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/ui/labservices.h>

#include <QAbstractListModel>

namespace ambroise::labs::ui {

//! Reports to be read, then analyses that did not come in time, then reports that wait for their
//! patient.
class InboxModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<KeptReport> &unseen, const QList<KeptReport> &waiting,
              const QList<Recheck> &overdue,
              const QHash<PatientId, patient::PatientSummary> &patients);
    //! Null: something else stands there.
    [[nodiscard]] const KeptReport *at(const QModelIndex &index) const;
    [[nodiscard]] const Recheck *recheckAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(LabReportId id) const;
    //! That row or the next one after it that can be chosen, else the last; -1: none.
    [[nodiscard]] int choosableRow(int row) const;
    [[nodiscard]] int firstWaiting() const;
    [[nodiscard]] QString nameOf(const KeptReport &report) const;
    [[nodiscard]] QString nameOf(PatientId patient) const;
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        std::optional<KeptReport> report{};
        std::optional<Recheck> recheck{};
        uikit::Row row{};
    };
    void addTitle(const QString &title, qsizetype count);
    void add(const QString &title, const QList<KeptReport> &reports);
    void add(const QString &title, const QList<Recheck> &rechecks);
    [[nodiscard]] uikit::Row rowOf(const KeptReport &report) const;
    [[nodiscard]] uikit::Row rowOf(const Recheck &recheck) const;

    QList<Line> m_lines;
    QHash<PatientId, patient::PatientSummary> m_patients;
    int m_count = 0;
};

} // namespace ambroise::labs::ui
