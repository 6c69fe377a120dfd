// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedlist.h"

#include "linemodel.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::prescription::ui {

SignedList::SignedList(QWidget *parent)
    : QWidget(parent)
    , m_model(new SignedModel(this))
    , m_view(new QListView(this))
    , m_none(new uikit::Label(tr("Aucune pour l’instant."), uikit::TextRole::Body,
                              uikit::Token::Text2, false, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new uikit::SectionTitle(tr("Ordonnances signées"), {}, this));
    m_none->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    layout->addWidget(m_none);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new uikit::TwoLineDelegate(46, m_view));
    m_view->setAccessibleName(tr("Ordonnances signées"));
    uikit::prepareList(*m_view, QPalette::AlternateBase);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT chosen(SignedRow(m_rows.at(index.row())));
            });
    connect(m_view, &QListView::activated, this, &SignedList::sheetRequested);
    auto *cancel =
        new QShortcut(QKeySequence(Qt::Key_Delete), m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(cancel, &QShortcut::activated, this, &SignedList::cancelRequested);
}

void SignedList::setRows(const QList<SignedRow> &rows)
{
    const QString kept = m_rows.value(m_view->currentIndex().row()).number;
    m_rows = rows;
    const auto same = std::find_if(rows.begin(), rows.end(), [&kept](const SignedRow &row) {
        return !kept.isEmpty() && row.number == kept;
    });
    const QSignalBlocker quiet(m_view->selectionModel());
    m_model->set(rows);
    choose(same == rows.end() ? -1 : int(same - rows.begin()));
    m_view->viewport()->update();
    m_none->setVisible(rows.isEmpty());
}

const SignedRow *SignedList::lastInForce() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [](const SignedRow &row) { return !row.cancelled; });
    return found == m_rows.cend() ? nullptr : &*found;
}

void SignedList::showUnread()
{
    m_none->hide();
}

void SignedList::choose(int row)
{
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

} // namespace ambroise::prescription::ui
