// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demanderepository.h>

#include <QWidget>

class QListView;

namespace ambroise::uikit {
class EmptyState;
}

namespace ambroise::prescription::ui {

//! The signed demandes of a record, the newest first.
class SignedDemandes final : public QWidget {
    Q_OBJECT
public:
    explicit SignedDemandes(QWidget *parent = nullptr);

    void set(const QList<SignedDemande> &all);
    void forget(); //!< none is looked at

Q_SIGNALS:
    void chosen(int row);

private:
    class SignedDemandeModel *m_model;
    QListView *m_view;
    uikit::EmptyState *m_none;
};

} // namespace ambroise::prescription::ui
