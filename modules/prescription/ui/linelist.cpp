// SPDX-License-Identifier: GPL-3.0-or-later
#include "linelist.h"

#include "linemodel.h"

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/shortcuts.h>

#include <QDropEvent>
#include <QMimeData>
#include <QShortcut>

namespace ambroise::prescription::ui {
namespace {

constexpr int rowHeight = 46;

} // namespace

LineList::LineList(LineModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_keys(new uikit::ActionMap(this))
{
    setModel(model);
    setItemDelegate(new uikit::TwoLineDelegate(rowHeight, this));
    setAccessibleName(tr("Lignes de l’ordonnance"));
    uikit::prepareList(*this);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDropIndicatorShown(true);
    auto *remove =
        new QShortcut(QKeySequence(Qt::Key_Delete), this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &LineList::removeSelected);
    const QString group = tr("Ordonnance");
    m_keys->key({u"ordonnance.zone"_qs, tr("Changer de zone ALD"), group}, Qt::ALT | Qt::Key_Z,
                [this] { changeZone(); });
    m_keys->key({u"ordonnance.up"_qs, tr("Monter la ligne"), group}, Qt::ALT | Qt::Key_Up,
                [this] { moveSelected(-1); });
    m_keys->key({u"ordonnance.down"_qs, tr("Descendre la ligne"), group}, Qt::ALT | Qt::Key_Down,
                [this] { moveSelected(1); });
}

const QList<Line> &LineList::lines() const
{
    return m_model->lines();
}

int LineList::selectedLine() const
{
    return m_model->lineAt(currentIndex());
}

void LineList::select(int line)
{
    setCurrentIndex(m_model->indexOfLine(line));
}

void LineList::remove(int line)
{
    if (line < 0 || line >= lines().size())
        return;
    QList<Line> after = lines();
    const Line removed = after.takeAt(line);
    Q_EMIT changeAsked(after, -1, tr("Ligne retirée : %1").arg(removed.label));
}

void LineList::changeZone()
{
    const int line = selectedLine();
    if (line < 0)
        return;
    QList<Line> after = lines();
    after[line].ald = !after.at(line).ald;
    Q_EMIT changeAsked(after, line, {});
}

void LineList::moveSelected(int step)
{
    const int line = selectedLine();
    const int other = line + step;
    if (line < 0 || other < 0 || other >= lines().size() ||
        lines().at(line).ald != lines().at(other).ald)
        return;
    QList<Line> after = lines();
    after.swapItemsAt(line, other);
    Q_EMIT changeAsked(after, other, {});
}

void LineList::moveTo(int line, int before, bool ald)
{
    if (line < 0 || line >= lines().size())
        return;
    QList<Line> after = lines();
    Line moved = after.takeAt(line);
    moved.ald = ald;
    const int place = before < 0 ? int(after.size()) : before - (line < before ? 1 : 0);
    after.insert(place, moved);
    Q_EMIT changeAsked(after, place, {});
}

void LineList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event);
    if (event->source() == this)
        event->accept();
}

//! The model is not asked: what moves is a line of the ordonnance, and a zone may change with it.
void LineList::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasFormat(m_model->mimeTypes().first()))
        return;
    event->setDropAction(Qt::CopyAction); // nothing is left for the view to remove
    event->accept();
    const int moved = selectedLine();
    const QModelIndex under = indexAt(event->position().toPoint());
    const LineModel::Place place = m_model->placeAt(
        under, under.isValid() && event->position().y() > visualRect(under).center().y());
    // Once the drag is over: the lines it began on are still in use.
    QMetaObject::invokeMethod(
        this, [this, moved, place] { moveTo(moved, place.before, place.ald); },
        Qt::QueuedConnection);
}

} // namespace ambroise::prescription::ui
