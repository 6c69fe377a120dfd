// SPDX-License-Identifier: GPL-3.0-or-later
#include "signeddemandes.h"

#include "demandewords.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QAbstractListModel>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

using uikit::Row;

class SignedDemandeModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<SignedDemande> &all)
    {
        beginResetModel();
        m_all = all;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_all.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const SignedDemande &one = m_all.at(index.row());
        Row row;
        row.title = kindWord(one.content.kind);
        row.secondary = summaryOf(one.content);
        row.right = text::frenchDate(one.signedAt.toLocalTime().date());
        return uikit::rowData(row, role);
    }

private:
    QList<SignedDemande> m_all;
};

SignedDemandes::SignedDemandes(QWidget *parent)
    : QWidget(parent)
    , m_model(new SignedDemandeModel(this))
    , m_view(new QListView(this))
    , m_none(new uikit::EmptyState(tr("Aucune demande signée dans ce dossier."), this))
{
    auto *title =
        new uikit::Label(tr("Signées"), uikit::TextRole::Small, uikit::Token::Text2, true);
    title->setContentsMargins(uikit::scaled(12), uikit::scaled(10), 0, 0);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new uikit::TwoLineDelegate(46, m_view));
    m_view->setAccessibleName(tr("Demandes signées"));
    uikit::prepareList(*m_view, QPalette::AlternateBase);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(title);
    layout->addWidget(m_none);
    layout->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT chosen(index.row());
            });
}

void SignedDemandes::set(const QList<SignedDemande> &all)
{
    m_model->set(all);
    m_none->setVisible(all.isEmpty());
    m_view->setVisible(!all.isEmpty());
}

void SignedDemandes::forget()
{
    m_view->setCurrentIndex({});
}

} // namespace ambroise::prescription::ui
