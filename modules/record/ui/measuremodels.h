// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measurefigures.h"
#include "recordmodels.h"

#include <QAbstractTableModel>

namespace ambroise::record::ui {

//! The curves that a record has, in sections: measured, computed, growth. Each with its last value,
//! its date, what changed since the one before, and a small curve.
class CurveListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<MeasureSeries> &series, const QList<GrowthCurve> &growth);
    [[nodiscard]] const MeasureSeries *seriesAt(const QModelIndex &index) const; //!< null: another
    [[nodiscard]] const GrowthCurve *growthAt(const QModelIndex &index) const;
    [[nodiscard]] QString keyAt(const QModelIndex &index) const; //!< the same at the next reading
    [[nodiscard]] QModelIndex indexOf(const QString &key) const; //!< else of the first curve
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item {
        uikit::Row row{};
        QList<double> small{};
        QString key{};
        int series = -1;
        int growth = -1;
    };
    void addTitle(const QString &title, qsizetype count);
    void addSeries(bool computed);
    void addGrowth();

    QList<MeasureSeries> m_series;
    QList<GrowthCurve> m_growth;
    QList<Item> m_items;
};

//! Two lines, the small curve at the right of the second.
class CurveDelegate final : public uikit::TwoLineDelegate {
    Q_OBJECT
public:
    using uikit::TwoLineDelegate::TwoLineDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

//! The points of the curve in front as a table, the newest first.
class ReadingsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Reading {
        QStringList cells{};
        QString told{};               //!< the row in one sentence
        std::optional<Entry> entry{}; //!< nothing: it is computed
    };
    using QAbstractTableModel::QAbstractTableModel;

    void showSeries(const MeasureSeries &series, const CurveFigure &figure);
    void showGrowth(const GrowthCurve &curve, const GrowthChild &child);
    void clear();
    [[nodiscard]] const Entry *entryAt(int row) const; //!< null: nothing to correct
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant alignment(int column) const;

    QStringList m_titles;
    int m_numbers = 0; //!< so many columns after the first are numbers
    QList<Reading> m_rows;
};

} // namespace ambroise::record::ui
