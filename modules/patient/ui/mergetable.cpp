// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergetable.h"

#include <ambroise/patient/ui/statuschip.h>

#include <ambroise/core/text.h>
#include <ambroise/uikit/table.h>
#include <ambroise/uikit/type.h>

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ambroise::patient::ui {
namespace {

constexpr int tableRowHeight = 32;

enum TraitRow { Surname, GivenNames, Birth, CivilSex, Place, Sureness, InsNumber, traitRows };
const int contentRow = traitRows + int(allMergedFields.size());
const int rows = contentRow + 1;

class Words {
    Q_DECLARE_TR_FUNCTIONS(MergeTable)
};

QString traitName(int row)
{
    switch (row) {
    case Surname:
        return Words::tr("Nom de naissance");
    case GivenNames:
        return Words::tr("Prénoms de naissance");
    case Birth:
        return Words::tr("Date de naissance");
    case CivilSex:
        return Words::tr("Sexe");
    case Place:
        return Words::tr("Lieu de naissance");
    case Sureness:
        return Words::tr("Identité");
    default:
        return Words::tr("Matricule INS");
    }
}

QString sexText(identity::Sex sex)
{
    switch (sex) {
    case identity::Sex::Male:
        return Words::tr("Masculin");
    case identity::Sex::Female:
        return Words::tr("Féminin");
    case identity::Sex::Indeterminate:
        break;
    }
    return Words::tr("Indéterminé");
}

QString traitText(int row, const identity::Identity &identity)
{
    const identity::StrictTraits &traits = identity.traits();
    switch (row) {
    case Surname:
        return traits.surname().text();
    case GivenNames:
        return traits.givenNames().text();
    case Birth:
        return text::frenchDate(traits.birthDate().date());
    case CivilSex:
        return sexText(traits.sex());
    case Place:
        return (traits.birthPlace().code() + u' ' + traits.birthPlace().label()).trimmed();
    case Sureness:
        return statusChip(identity.status(), identity.attributes()).text;
    default:
        return identity.ins() ? identity.ins()->matricule.grouped() : QString();
    }
}

QString fieldName(MergedField field)
{
    switch (field) {
    case MergedField::UsedSurname:
        return Words::tr("Nom utilisé");
    case MergedField::UsedGivenName:
        return Words::tr("Prénom utilisé");
    case MergedField::Phones:
        return Words::tr("Téléphones");
    case MergedField::Email:
        return Words::tr("Courriel");
    case MergedField::Address:
        return Words::tr("Adresse");
    case MergedField::MedecinTraitant:
        return Words::tr("Médecin traitant");
    case MergedField::DeceasedOn:
        return Words::tr("Décédé le");
    case MergedField::Notes:
        break;
    }
    return Words::tr("Notes");
}

QString addressText(const PostalAddress &address)
{
    const QString town = (address.postalCode + u' ' + address.city).trimmed();
    QStringList parts = address.street.split(u'\n') << town << address.country;
    parts.removeAll(QString());
    return parts.join(u", "_qs);
}

QString fieldText(MergedField field, const PatientDetails &details)
{
    QStringList phones;
    switch (field) {
    case MergedField::UsedSurname:
        return details.usedSurname;
    case MergedField::UsedGivenName:
        return details.usedGivenName;
    case MergedField::Phones:
        for (const PhoneNumber &phone : details.contacts.phones)
            phones << phone.toFrench();
        return phones.join(u", "_qs);
    case MergedField::Email:
        return details.contacts.email ? details.contacts.email->toString() : QString();
    case MergedField::Address:
        return addressText(details.contacts.address);
    case MergedField::MedecinTraitant:
        return details.medecinTraitant;
    case MergedField::DeceasedOn:
        return text::frenchDate(details.deceasedOn);
    case MergedField::Notes:
        break;
    }
    return details.notes;
}

bool holdsBoth(MergedField field)
{
    return field == MergedField::Phones || field == MergedField::Notes;
}

} // namespace

void MergeModel::set(const Patient &left, const Patient &right, const QString &leftContent,
                     const QString &rightContent)
{
    beginResetModel();
    m_first = left;
    m_second = right;
    m_firstContent = leftContent;
    m_secondContent = rightContent;
    m_left = proposedToKeep(left, right) == left.id;
    propose();
    endResetModel();
}

void MergeModel::keepLeft(bool left)
{
    beginResetModel();
    m_left = left;
    propose();
    endResetModel();
}

void MergeModel::propose()
{
    for (size_t i = 0; i < m_from.size(); ++i)
        m_from[i] = proposedFor(allMergedFields[i], kept().details, absorbed().details);
}

PatientDetails MergeModel::details() const
{
    PatientDetails details = kept().details;
    for (size_t i = 0; i < m_from.size(); ++i)
        take(details, allMergedFields[i], m_from[i], kept().details, absorbed().details);
    return details;
}

int MergeModel::fieldAt(int row) const
{
    return row >= traitRows && row < contentRow ? row - traitRows : -1;
}

bool MergeModel::isChoice(int field) const
{
    const MergedField which = allMergedFields[size_t(field)];
    return fieldText(which, m_first->details) != fieldText(which, m_second->details);
}

void MergeModel::choose(const QModelIndex &index)
{
    const int field = index.isValid() ? fieldAt(index.row()) : -1;
    if (field < 0 || !isChoice(field))
        return;
    MergedFrom &from = m_from[size_t(field)];
    const MergedFrom left = m_left ? MergedFrom::Kept : MergedFrom::Absorbed;
    const MergedFrom right = m_left ? MergedFrom::Absorbed : MergedFrom::Kept;
    const bool both = holdsBoth(allMergedFields[size_t(field)]);
    if (index.column() == Left)
        from = left;
    else if (index.column() == Right)
        from = right;
    else if (index.column() == After)
        from = from == left ? right : from == right && both ? MergedFrom::Both : left;
    Q_EMIT dataChanged(this->index(index.row(), FieldName), this->index(index.row(), After));
}

int MergeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_first ? 0 : rows;
}

int MergeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : After + 1;
}

QString MergeModel::text(int row, int column) const
{
    const int field = fieldAt(row);
    if (column == FieldName) {
        if (row == contentRow)
            return tr("Contenu");
        return field < 0 ? traitName(row) : fieldName(allMergedFields[size_t(field)]);
    }
    if (row == contentRow)
        return column == Left    ? m_firstContent
               : column == Right ? m_secondContent
                                 : tr("tout est gardé");
    const Patient &shown = column == Left ? *m_first : column == Right ? *m_second : kept();
    if (field < 0)
        return traitText(row, shown.details.identity);
    const PatientDetails &details = column == After ? this->details() : shown.details;
    return fieldText(allMergedFields[size_t(field)], details);
}

QVariant MergeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const bool differs = row != contentRow && text(row, Left) != text(row, Right);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column()).replace(u'\n', u" / "_qs);
    case Qt::ToolTipRole:
        return index.column() == FieldName ? QString() : text(row, index.column());
    case Qt::FontRole:
        return uikit::font(uikit::TextRole::Body, differs && index.column() != FieldName);
    case Qt::AccessibleTextRole:
        return QStringList{text(row, FieldName), text(row, index.column()),
                           differs ? tr("différent") : QString()}
            .join(u' ');
    default:
        return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_first)
        return {};
    switch (section) {
    case Left:
        return tr("Dossier nº %1").arg(m_first->id.toString());
    case Right:
        return tr("Dossier nº %1").arg(m_second->id.toString());
    case After:
        return tr("Après la fusion");
    default:
        return QString();
    }
}

MergeTable::MergeTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new MergeModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Dossiers comparés"));
    uikit::prepareTable(*this, tableRowHeight);
    connect(this, &QTableView::clicked, m_model, &MergeModel::choose);
}

void MergeTable::keyPressEvent(QKeyEvent *event)
{
    const int row = std::max(0, currentIndex().row());
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const bool left = event->key() == Qt::Key_Left;
        m_model->choose(m_model->index(row, left ? MergeModel::Left : MergeModel::Right));
    } else if (event->key() == Qt::Key_Space) {
        m_model->choose(m_model->index(row, MergeModel::After));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void MergeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    constexpr std::array<int, 4> shares = {16, 28, 28, 28};
    for (int column = 0; column < int(shares.size()); ++column)
        setColumnWidth(column, viewport()->width() * shares.at(size_t(column)) / 100);
}

} // namespace ambroise::patient::ui
