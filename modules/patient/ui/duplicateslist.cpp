// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/duplicateslist.h>

#include "duplicatesmodel.h"

#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::patient::ui {
namespace {
constexpr int rowHeight = 46;
constexpr int pairsShown = 200;
} // namespace

DuplicatesList::DuplicatesList(Services services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_message(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_none(new uikit::EmptyState(tr("Aucun doublon trouvé."), this))
    , m_list(new QListView(this))
    , m_model(new DuplicatesModel(this))
{
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Doublons possibles"));
    uikit::prepareList(*m_list);
    m_message->hide();
    m_none->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListView::activated, this, &DuplicatesList::chooseCurrent);
}

DuplicatesList::~DuplicatesList()
{
    m_search.cancel();
}

void DuplicatesList::refresh()
{
    m_search.cancel();
    m_search = m_services.find(pairsShown);
    tell(uikit::Meaning::Info, tr("Recherche de doublons…"));
    uikit::whenDone(
        this, m_search,
        [this, search = m_search](const Result<QList<DuplicatePair>> &found) {
            if (!search.isCanceled())
                show(found);
        },
        [this](const QString &percent) {
            tell(uikit::Meaning::Info, tr("Recherche de doublons… %1 %").arg(percent));
        });
}

void DuplicatesList::tell(uikit::Meaning grade, const QString &text)
{
    m_message->setGrade(grade);
    m_message->setText(text);
    m_message->show();
}

void DuplicatesList::show(const Result<QList<DuplicatePair>> &found)
{
    if (!found.ok()) { // not the same as none
        tell(uikit::Meaning::Stop, m_services.explain(found.error()));
        m_message->announce();
        return;
    }
    m_message->hide();
    if (found->size() >= pairsShown)
        tell(uikit::Meaning::Info,
             tr("Les %1 plus probables ; la suite vient à mesure.").arg(found->size()));
    const int row = std::max(0, m_list->currentIndex().row());
    m_model->set(*found);
    m_none->setVisible(found->isEmpty());
    m_list->setVisible(!found->isEmpty());
    m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
}

void DuplicatesList::chooseCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const DuplicatePair &pair = m_model->pairs().at(current.row());
    Q_EMIT chosen(pair.first.id, pair.second.id);
}

} // namespace ambroise::patient::ui
