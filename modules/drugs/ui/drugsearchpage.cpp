// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/ui/drugsearchpage.h>

#include "druglists.h"

#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::drugs::ui {
namespace {
constexpr int leastLetters = 2;
}

DrugSearchPage::DrugSearchPage(DrugServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_found(new DrugModel(this))
    , m_sheet(new DrugPage(m_services))
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, uikit::scaled(12), 0, 0);
    m_line = new uikit::SearchField(tr("Médicament, substance ou code"), {}, left);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    line->addWidget(m_line);
    column->addLayout(line);
    m_empty = new uikit::EmptyState({}, left);
    m_empty->setAct(tr("Effacer"), tr("Échap"), [this] { m_line->clear(); });
    m_empty->hide();
    column->addWidget(m_empty);
    m_list = new QListView(left);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(46, m_list));
    m_list->setAccessibleName(tr("Médicaments trouvés"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    column->addWidget(m_list, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    // The sheet in a place that stays, so that the list keeps its width where there is no sheet.
    auto *centre = new QWidget;
    centre->setBackgroundRole(QPalette::Base);
    centre->setAutoFillBackground(true);
    auto *place = new QVBoxLayout(centre);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_sheet);
    layout->addWidget(new uikit::Column(left, centre, nullptr, this));
    m_sheet->hide();
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &DrugSearchPage::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    open(m_found->drugs().at(index.row()).cis.toString());
            });
    connect(m_sheet, &DrugPage::backRequested, this, [this] { m_line->setFocus(); });
}

void DrugSearchPage::begin()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void DrugSearchPage::open(const QString &cis)
{
    m_sheet->setVisible(true);
    m_sheet->show(cis);
}

void DrugSearchPage::search(const QString &typed)
{
    const auto found = typed.trimmed().size() >= leastLetters ? m_services.search(typed)
                                                              : Result<QList<Drug>>(QList<Drug>{});
    m_found->set(found.ok() ? *found : QList<Drug>{});
    m_empty->setVisible(!found.ok() ||
                        (found->isEmpty() && typed.trimmed().size() >= leastLetters));
    m_empty->setSentence(found.ok() ? tr("Aucun médicament trouvé.")
                                    : m_services.explain(found.error()));
    // Beside a search that found nothing, the former drug would be taken for what was found.
    m_sheet->setVisible(m_found->rowCount() > 0);
    if (m_found->rowCount() > 0)
        m_list->setCurrentIndex(m_found->index(0));
}

void DrugSearchPage::step(int by)
{
    const int rows = m_found->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(
            m_found->index(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1)));
}

bool DrugSearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_sheet->setFocus();
        return true;
    case Qt::Key_Escape:
        if (m_line->text().isEmpty())
            Q_EMIT backRequested();
        m_line->clear();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace ambroise::drugs::ui
