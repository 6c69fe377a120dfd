// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/labs/history.h>

#include <QAbstractTableModel>

namespace ambroise::labs::ui {

//! The table of a patient's results: abnormal ones of the day that is read first, then the
//! chapters. Columns: the analysis, as many days as there is room for, reference, unit, trend.
class ResultsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SectionRole = Qt::UserRole + 1, //!< bool: the title of a group
        FlagRole,                       //!< int: labs::Flag of the cell
        DoubtfulRole,                   //!< bool
        TrendRole,                      //!< QList<QPointF>, days and values; the last is of today
        CurrentDayRole                  //!< bool: of the header too
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const History &history, QDate day);
    //! The day that is read; the window of days follows it.
    void setDay(QDate day);
    void setVisibleDays(int count);

    [[nodiscard]] const History &history() const { return m_history; }
    [[nodiscard]] QDate day() const { return m_day; }
    //! Null: the title of a group, or nothing.
    [[nodiscard]] const Analysis *analysisAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; //!< -1: none
    [[nodiscard]] int firstRow() const;                //!< of an analysis; -1: none
    [[nodiscard]] int visibleDays() const { return int(m_days.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int analysis = -1; //!< -1: a title
        QString title{};
    };
    void arrange();
    [[nodiscard]] QVariant analysisData(const Analysis &analysis, int column, int role) const;
    [[nodiscard]] QVariant cellData(const Analysis &analysis, QDate day, int role) const;
    [[nodiscard]] QString groupTitle(const Analysis &analysis) const;

    History m_history;
    QDate m_day;
    int m_room = 6;
    QList<QDate> m_days; //!< that are shown
    QList<Row> m_rows;
};

} // namespace ambroise::labs::ui
