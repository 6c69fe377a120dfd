// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daybook.h"

#include <QAbstractListModel>

namespace ambroise::agenda::ui {

//! The rows beside the day: who waits, in the order in which they are called, and who is with whom.
class WaitingModel final : public QAbstractListModel {
    Q_OBJECT
public:
    //! `statusChip` as AgendaServices has it.
    WaitingModel(std::function<uikit::RowChip(const patient::PatientSummary &)> statusChip,
                 UserId me, QObject *parent);

    void show(const DayBook &book);
    [[nodiscard]] AppointmentId idAt(const QModelIndex &index) const; //!< of a title: not stored
    [[nodiscard]] QModelIndex indexOf(AppointmentId id) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        AppointmentId id{};
        uikit::Row row;
    };
    [[nodiscard]] Line lineOf(const DayBook &book, const Appointment &one) const;

    std::function<uikit::RowChip(const patient::PatientSummary &)> m_statusChip;
    UserId m_me;
    QList<Line> m_lines;
};

//! The whole day in rows, by hour.
class DayListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const DayBook &book);
    [[nodiscard]] AppointmentId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(AppointmentId id) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    DayBook m_book;
};

} // namespace ambroise::agenda::ui
