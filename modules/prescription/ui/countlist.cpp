// SPDX-License-Identifier: GPL-3.0-or-later
#include "countlist.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QAbstractListModel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::prescription::ui {

using uikit::Row;

class CountModel final : public QAbstractListModel {
public:
    static constexpr int ShareRole = uikit::RowRole + 1; //!< of the greatest, 0 to 1

    using QAbstractListModel::QAbstractListModel;

    void set(const QList<CountRow> &rows)
    {
        beginResetModel();
        m_rows = rows;
        m_greatest = 1;
        for (const CountRow &row : rows)
            m_greatest = std::max(m_greatest, row.count);
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const CountRow &one = m_rows.at(index.row());
        if (role == ShareRole)
            return double(one.count) / m_greatest;
        Row row;
        row.title = one.name;
        row.rest = one.rest;
        row.right = QString::number(one.count);
        row.strong = false;
        return uikit::rowData(row, role);
    }

private:
    QList<CountRow> m_rows;
    int m_greatest = 1;
};

namespace {

//! A bar under the row, 3 px high: what is said in figures, seen.
class BarDelegate final : public uikit::DenseDelegate {
public:
    using DenseDelegate::DenseDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        DenseDelegate::paint(painter, option, index);
        const int inset = uikit::scaled(12);
        const QRect room = option.rect.adjusted(inset, 0, -inset, 0);
        const double share = index.data(CountModel::ShareRole).toDouble();
        painter->fillRect(QRect(room.left(), room.bottom() - uikit::scaled(4),
                                int(room.width() * share), uikit::scaled(3)),
                          uikit::Theme::of(option.palette).color(uikit::Token::Accent));
    }
};

} // namespace

CountList::CountList(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_model(new CountModel(this))
    , m_view(new QListView(this))
{
    auto *head = new uikit::Label(title, uikit::TextRole::Small, uikit::Token::Text2, true, this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new BarDelegate(30, m_view));
    m_view->setAccessibleName(title);
    uikit::prepareList(*m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(head);
    layout->addWidget(m_view, 1);
}

void CountList::show(const QList<CountRow> &rows)
{
    m_model->set(rows);
}

} // namespace ambroise::prescription::ui
