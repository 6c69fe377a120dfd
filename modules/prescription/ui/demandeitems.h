// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demande.h>

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QListView;

namespace ambroise::prescription::ui {

//! The acts of a demande, and under them what is said of the selected one.
class DemandeItems final : public QWidget {
    Q_OBJECT
public:
    explicit DemandeItems(QWidget *parent = nullptr);

    void show(DemandeKind kind, const QList<DemandeItem> &items, int selected = -1);
    [[nodiscard]] const QList<DemandeItem> &items() const { return m_items; }
    void removeSelected();
    void toggleAld();

Q_SIGNALS:
    void edited();

private:
    void select();
    void change(const std::function<void(DemandeItem &)> &how);
    [[nodiscard]] int selected() const;

    QList<DemandeItem> m_items;
    class DemandeItemModel *m_model;
    QListView *m_view;
    QWidget *m_under;
    QLineEdit *m_detail;
    QLineEdit *m_code; //!< LPP of a device
    QCheckBox *m_ald;
    QCheckBox *m_contrast;
};

} // namespace ambroise::prescription::ui
