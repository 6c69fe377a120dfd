// SPDX-License-Identifier: GPL-3.0-or-later
#include "duemodel.h"

namespace ambroise::prevention::ui {
namespace {

//! What comes later is of no use today.
constexpr int monthsAhead = 12;

} // namespace

void DueModel::addSection(const QString &title, const QList<DueLine> &lines)
{
    if (lines.isEmpty())
        return;
    Item head;
    head.row.title = title;
    head.row.section = true;
    head.row.right = QString::number(lines.size());
    m_items << head;
    for (const DueLine &line : lines) {
        Item item;
        item.line = line;
        item.row.title = line.label;
        item.row.strong = isDue(line.first());
        QStringList said{line.detail, line.late ? QString() : line.state};
        said.removeAll(QString());
        item.row.secondary = said.join(u" · "_qs);
        if (line.late)
            item.row.chip = uikit::RowChip{uikit::Meaning::Avoid, line.state};
        m_items << item;
    }
}

void DueModel::show(const QList<DueItem> &items, const RuleBook &book, QDate today)
{
    beginResetModel();
    m_items.clear();
    const QList<DueLine> lines = linesOf(items, book, today);
    const auto those = [&](auto passes) {
        QList<DueLine> found;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(found), passes);
        return found;
    };
    for (const RuleKind kind : {RuleKind::Vaccination, RuleKind::Examination, RuleKind::Screening})
        addSection(kindWord(kind), those([&](const DueLine &line) {
                       return isDue(line.first()) && book.rule(line.first().rule)->kind == kind;
                   }));
    addSection(tr("À venir"), those([&](const DueLine &line) {
                   return line.first().state == DueState::ToCome &&
                          line.first().since <= today.addMonths(monthsAhead);
               }));
    addSection(tr("Fait"),
               those([](const DueLine &line) { return line.first().state == DueState::Done; }));
    addSection(tr("Refusé ou non concerné"), those([](const DueLine &line) {
                   return line.first().state == DueState::Declined ||
                          line.first().state == DueState::NotConcerned;
               }));
    endResetModel();
}

const DueLine *DueModel::lineAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_items.size() || !m_items.at(index.row()).line)
        return nullptr;
    return &*m_items.at(index.row()).line;
}

QModelIndex DueModel::indexOf(const QString &rule) const
{
    for (int row = 0; row < m_items.size(); ++row)
        if (m_items.at(row).line && m_items.at(row).line->first().rule == rule)
            return index(row);
    return m_items.size() > 1 ? index(1) : QModelIndex();
}

int DueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant DueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return uikit::rowData(m_items.at(index.row()).row, role);
}

Qt::ItemFlags DueModel::flags(const QModelIndex &index) const
{
    return lineAt(index) ? QAbstractListModel::flags(index) : Qt::ItemFlags(Qt::NoItemFlags);
}

} // namespace ambroise::prevention::ui
