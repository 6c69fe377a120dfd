// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "groupprices.h"

#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::drugs::ui {

//! Rows that are made from values of one kind, in their order.
class DrugRows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] virtual uikit::Row rowAt(int row) const = 0;
};

//! What a search found.
class DrugModel final : public DrugRows {
public:
    using DrugRows::DrugRows;
    void set(const QList<Drug> &drugs);
    [[nodiscard]] const QList<Drug> &drugs() const { return m_drugs; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] uikit::Row rowAt(int row) const override;

private:
    QList<Drug> m_drugs;
};

//! The others of a generic group.
class MemberModel final : public DrugRows {
public:
    using DrugRows::DrugRows;
    void set(const QList<PricedMember> &members);
    [[nodiscard]] const QList<PricedMember> &members() const { return m_members; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] uikit::Row rowAt(int row) const override;

private:
    QList<PricedMember> m_members;
};

} // namespace ambroise::drugs::ui
