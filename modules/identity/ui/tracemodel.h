// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/uikit/listrow.h>

#include <QAbstractListModel>

namespace ambroise::identity::ui {

//! The history of an identity as rows: decisions and questions to INSi, newest first. What belongs
//! to a record that was merged into it says so: it made nothing of this identity.
class TraceModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<TraceEntry> &entries, const QList<KeptCall> &calls,
             const QList<MergedTrace> &merged);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<uikit::Row> m_rows;
};

//! "Pièce contrôlée", "Récupérée auprès d’INSi".
[[nodiscard]] QString causeText(Cause cause);

} // namespace ambroise::identity::ui
