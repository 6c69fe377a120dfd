// SPDX-License-Identifier: GPL-3.0-or-later
#include "demandeitems.h"

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QAbstractListModel>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>

#include <functional>

namespace ambroise::prescription::ui {

using uikit::Row;

class DemandeItemModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<DemandeItem> &items)
    {
        beginResetModel();
        m_items = items;
        endResetModel();
    }
    void replace(int row, const DemandeItem &item)
    {
        m_items[row] = item;
        Q_EMIT dataChanged(index(row), index(row));
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() ? uikit::rowData(rowOf(m_items.at(index.row())), role) : QVariant();
    }

private:
    [[nodiscard]] static Row rowOf(const DemandeItem &item)
    {
        Row row;
        row.title = item.label;
        QStringList details;
        if (!item.detail.isEmpty())
            details << item.detail;
        if (item.contrast)
            details << tr("produit de contraste iodé");
        row.rest = details.join(u" · "_qs);
        row.right = item.ald ? tr("ALD") : QString();
        return row;
    }
    QList<DemandeItem> m_items;
};

DemandeItems::DemandeItems(QWidget *parent)
    : QWidget(parent)
    , m_model(new DemandeItemModel(this))
    , m_view(new QListView(this))
    , m_under(new QWidget(this))
    , m_detail(new QLineEdit(m_under))
    , m_code(new QLineEdit(m_under))
    , m_ald(new QCheckBox(tr("En rapport avec l’ALD"), m_under))
    , m_contrast(new QCheckBox(tr("Produit de contraste"), m_under))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new uikit::DenseDelegate(28, m_view));
    m_view->setAccessibleName(tr("Actes demandés"));
    uikit::prepareList(*m_view);
    m_detail->setPlaceholderText(tr("Précision : côté, incidence, fréquence"));
    m_detail->setAccessibleName(tr("Précision"));
    m_detail->setMaxLength(500);
    m_code->setPlaceholderText(tr("Code LPP"));
    m_code->setAccessibleName(tr("Code LPP"));
    m_code->setMaxLength(13);
    m_code->setMaximumWidth(uikit::scaled(110));
    auto *row = new QHBoxLayout(m_under);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_detail, 1);
    row->addWidget(m_code);
    row->addWidget(m_contrast);
    row->addWidget(m_ald);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(6));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_under);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { select(); });
    auto *remove =
        new QShortcut(QKeySequence(Qt::Key_Delete), m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &DemandeItems::removeSelected);
    connect(m_view, &QListView::activated, this, [this] { m_detail->setFocus(); });
    connect(m_detail, &QLineEdit::textEdited, this, [this](const QString &typed) {
        change([&](DemandeItem &item) { item.detail = typed; });
    });
    connect(m_code, &QLineEdit::textEdited, this, [this](const QString &typed) {
        change([&](DemandeItem &item) { item.code = typed.trimmed(); });
    });
    connect(m_ald, &QCheckBox::toggled, this,
            [this](bool on) { change([&](DemandeItem &item) { item.ald = on; }); });
    connect(m_contrast, &QCheckBox::toggled, this,
            [this](bool on) { change([&](DemandeItem &item) { item.contrast = on; }); });
    select();
}

void DemandeItems::show(DemandeKind kind, const QList<DemandeItem> &items, int selected)
{
    m_items = items;
    m_model->set(items);
    m_code->setVisible(kind == DemandeKind::Device);
    m_contrast->setVisible(kind == DemandeKind::Imaging);
    if (!items.isEmpty())
        m_view->setCurrentIndex(m_model->index(selected < 0 ? 0 : selected));
    select();
}

int DemandeItems::selected() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

void DemandeItems::select()
{
    const int row = selected();
    m_under->setEnabled(row >= 0);
    const DemandeItem item = row < 0 ? DemandeItem{} : m_items.at(row);
    const QSignalBlocker quietAld(m_ald);
    const QSignalBlocker quietContrast(m_contrast);
    m_detail->setText(item.detail);
    m_code->setText(item.code);
    m_ald->setChecked(item.ald);
    m_contrast->setChecked(item.contrast);
}

void DemandeItems::change(const std::function<void(DemandeItem &)> &how)
{
    const int row = selected();
    if (row < 0)
        return;
    how(m_items[row]);
    m_model->replace(row, m_items.at(row));
    Q_EMIT edited();
}

void DemandeItems::removeSelected()
{
    const int row = selected();
    if (row < 0)
        return;
    m_items.removeAt(row);
    m_model->set(m_items);
    if (!m_items.isEmpty())
        m_view->setCurrentIndex(m_model->index(std::min<int>(row, int(m_items.size()) - 1)));
    select();
    Q_EMIT edited();
}

void DemandeItems::toggleAld()
{
    if (selected() >= 0)
        m_ald->toggle();
}

} // namespace ambroise::prescription::ui

#include "demandeitems.moc"
