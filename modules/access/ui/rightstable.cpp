// SPDX-License-Identifier: GPL-3.0-or-later
#include "rightstable.h"

#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QEvent>
#include <QHeaderView>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int denseRow = 28;
constexpr int besideWord = 12;
constexpr int AllowedRole = Qt::UserRole;

//! What a role may not do is lighter, in the ink of the theme of the moment.
class AnswerDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant allowed = index.data(AllowedRole);
        if (allowed.isValid() && !allowed.toBool())
            option->palette.setBrush(QPalette::Text,
                                     option->palette.brush(QPalette::PlaceholderText));
    }
};

} // namespace

RightsTable::RightsTable(const std::function<QString(Role)> &roleWord, QWidget *parent)
    : QTableWidget(parent)
{
    setAccessibleName(tr("Droits de chaque rôle"));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    // Six roles beside the longest right in a window of 1024: the usual inset has no room.
    horizontalHeader()->setStyleSheet(
        u"QHeaderView::section { padding: 0 %1px; }"_qs.arg(scaled(besideWord / 2)));
    setItemDelegate(new AnswerDelegate(this));
    prepareList(*this);
    fill(roleWord);
    place();
}

void RightsTable::fill(const std::function<QString(Role)> &roleWord)
{
    const QList<Right> rights = allRights();
    const QList<Role> roles = allRoles();
    setRowCount(int(rights.size()));
    setColumnCount(1 + int(roles.size()));
    auto *corner = new QTableWidgetItem(tr("Droit"));
    corner->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setHorizontalHeaderItem(0, corner);
    for (int column = 0; column < roles.size(); ++column)
        setHorizontalHeaderItem(column + 1, new QTableWidgetItem(roleWord(roles.at(column))));
    for (int row = 0; row < rights.size(); ++row) {
        const QString what = word(rights.at(row));
        auto *name = new QTableWidgetItem(what);
        name->setToolTip(what);
        setItem(row, 0, name);
        for (int column = 0; column < roles.size(); ++column) {
            const bool allowed = allows(roles.at(column), rights.at(row));
            auto *cell = new QTableWidgetItem(allowed ? tr("oui") : tr("non"));
            cell->setTextAlignment(Qt::AlignCenter);
            cell->setFont(uikit::font(TextRole::Body, allowed));
            cell->setData(AllowedRole, allowed);
            cell->setData(Qt::AccessibleTextRole,
                          tr("%1, %2 : %3").arg(roleWord(roles.at(column)), what, cell->text()));
            setItem(row, column + 1, cell);
        }
    }
}

void RightsTable::place()
{
    const QFontMetrics metrics(uikit::font(TextRole::Small, true));
    int roles = 0;
    for (int column = 1; column < columnCount(); ++column) {
        const int width = metrics.horizontalAdvance(horizontalHeaderItem(column)->text()) +
                          scaled(besideWord) + 4;
        setColumnWidth(column, width);
        roles += width;
    }
    setColumnWidth(0, qMax(scaled(150), qMin(scaled(320), viewport()->width() - roles)));
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, scaled(denseRow));
}

void RightsTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    place();
}

void RightsTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

QString RightsTable::word(Right right)
{
    switch (right) {
    case Right::ReadAdministrative:
        return tr("Lire l’administratif");
    case Right::WriteAdministrative:
        return tr("Tenir l’administratif");
    case Right::ReadClinical:
        return tr("Lire le dossier médical");
    case Right::WriteClinical:
        return tr("Tenir le dossier médical");
    case Right::Prescribe:
        return tr("Prescrire et signer");
    case Right::ReadOrdonnance:
        return tr("Lire une ordonnance");
    case Right::Dispense:
        return tr("Délivrer");
    case Right::BreakGlass:
        return tr("Bris de glace");
    case Right::ReadJournal:
        return tr("Lire le journal");
    case Right::ManageAccounts:
        return tr("Gérer les comptes");
    case Right::ManagePractice:
        return tr("Gérer le cabinet");
    }
    return {};
}

} // namespace ambroise::access::ui
