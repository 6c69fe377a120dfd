// SPDX-License-Identifier: GPL-3.0-or-later
#include "druglists.h"

#include "drugfacts.h"

#include <ambroise/uikit/tip.h>

#include <QCoreApplication>

namespace ambroise::drugs::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DrugSheet)
};

} // namespace

QVariant DrugRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const uikit::Row row = rowAt(index.row());
    return role == Qt::ToolTipRole ? QVariant(uikit::plainTip(uikit::sentence(row)))
                                   : uikit::rowData(row, role);
}

void DrugModel::set(const QList<Drug> &drugs)
{
    beginResetModel();
    m_drugs = drugs;
    endResetModel();
}

int DrugModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_drugs.size());
}

uikit::Row DrugModel::rowAt(int row) const
{
    const Drug &drug = m_drugs.at(row);
    uikit::Row shown;
    shown.title = drug.label;
    QStringList detail{drug.inn.join(u", "_qs), drug.holder};
    if (!drug.marketed)
        detail.prepend(Words::tr("non commercialisé"));
    detail.removeAll(QString());
    shown.secondary = detail.join(u" · "_qs);
    shown.strong = drug.marketed;
    return shown;
}

void MemberModel::set(const QList<PricedMember> &members)
{
    beginResetModel();
    m_members = members;
    endResetModel();
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

uikit::Row MemberModel::rowAt(int row) const
{
    const PricedMember &priced = m_members.at(row);
    const GroupMember &member = priced.member;
    uikit::Row shown;
    shown.title = member.label;
    shown.strong = member.role == GroupRole::Princeps;
    shown.secondary = roleWord(member.role);
    if (!member.marketed)
        shown.secondary += u" · "_qs + Words::tr("non commercialisé");
    if (!priced.box)
        return shown;
    shown.right = priced.box->price.toFrench();
    if (!priced.more)
        shown.secondary += u" · "_qs + priced.box->label;
    else if (priced.more->cents() < 0)
        shown.secondary +=
            u" · "_qs +
            Words::tr("%1 de moins").arg(Money::fromCents(-priced.more->cents()).toFrench());
    else if (priced.more->cents() > 0)
        shown.secondary += u" · "_qs + Words::tr("%1 de plus").arg(priced.more->toFrench());
    else
        shown.secondary += u" · "_qs + Words::tr("même prix");
    return shown;
}

} // namespace ambroise::drugs::ui
