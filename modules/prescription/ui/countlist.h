// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QListView;

namespace ambroise::prescription::ui {

//! Something counted, as a row: its bar is as long as its share of the greatest.
struct CountRow {
    QString name{};
    QString rest{};
    int count = 0;
};

//! Counts under a title, the greatest first, each with its bar.
class CountList final : public QWidget {
    Q_OBJECT
public:
    explicit CountList(const QString &title, QWidget *parent = nullptr);

    void show(const QList<CountRow> &rows);

private:
    class CountModel *m_model;
    QListView *m_view;
};

} // namespace ambroise::prescription::ui
