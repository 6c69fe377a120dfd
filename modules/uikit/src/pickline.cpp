// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/pickline.h>

#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/type.h>

#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr int rowHeight = 24;
constexpr qsizetype mostRows = 6;

} // namespace

PickLine::PickLine(std::function<QStringList(const QString &typed)> find, const QString &name,
                   QWidget *parent)
    : QWidget(parent)
    , m_find(std::move(find))
    , m_line(new SearchField({}, {}, this))
    , m_found(new QListView(this))
    , m_names(new QStringListModel(this))
{
    m_found->setModel(m_names);
    m_found->setAccessibleName(name);
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->setTextElideMode(Qt::ElideRight);
    m_found->setFocusPolicy(Qt::NoFocus);
    m_found->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(2));
    layout->addWidget(m_line);
    layout->addWidget(m_found);
    setFocusProxy(m_line);
    (new ListKeys(
         *m_found,
         [this] {
             const int row = m_found->currentIndex().row();
             if (isOpen() && row >= 0)
                 Q_EMIT taken(row);
             else
                 Q_EMIT keepRequested();
         },
         this))
        ->listenTo(*m_line);
    connect(m_line, &QLineEdit::textEdited, this, &PickLine::look);
    connect(m_found, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT taken(index.row()); });
}

bool PickLine::isOpen() const
{
    return !m_found->isHidden();
}

void PickLine::open()
{
    look();
}

void PickLine::close()
{
    m_found->hide();
}

void PickLine::setText(const QString &text)
{
    m_line->setText(text);
    close();
}

void PickLine::look()
{
    Q_EMIT edited();
    const QStringList names = m_find(m_line->text());
    m_names->setStringList(names);
    m_found->setFixedHeight(scaled(rowHeight) * int(std::min(names.size(), mostRows)) + 4);
    m_found->setVisible(!names.isEmpty());
    m_found->setCurrentIndex(names.isEmpty() || !m_proposesFirst ? QModelIndex()
                                                                 : m_names->index(0));
}

} // namespace ambroise::uikit
