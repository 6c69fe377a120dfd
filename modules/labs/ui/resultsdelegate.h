// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace ambroise::labs::ui {

//! The cells of the table of results: numbers under each other, ▲ ▼ in bold, the small curve.
class ResultsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

//! Its titles; the day that is read in the accent's ink.
class ResultsHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit ResultsHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace ambroise::labs::ui
