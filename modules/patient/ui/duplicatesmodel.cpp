// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatesmodel.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

namespace ambroise::patient::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DuplicatesModel)
};

QString personText(const PatientSummary &patient)
{
    return QStringList{displayName(patient), code(patient.sex), text::frenchDate(patient.birthDate)}
        .join(u" · "_qs);
}

QString numbersText(const DuplicatePair &pair)
{
    return Words::tr("dossiers nº %1 et %2")
        .arg(pair.first.id.toString(), pair.second.id.toString());
}

QString likelihoodText(Likelihood likelihood)
{
    switch (likelihood) {
    case Likelihood::VeryProbable:
        return Words::tr("Très probable");
    case Likelihood::Probable:
        return Words::tr("Probable");
    case Likelihood::Possible:
        break;
    }
    return Words::tr("Possible");
}

uikit::Meaning meaningOf(Likelihood likelihood)
{
    switch (likelihood) {
    case Likelihood::VeryProbable:
        return uikit::Meaning::Stop;
    case Likelihood::Probable:
        return uikit::Meaning::Caution;
    case Likelihood::Possible:
        break;
    }
    return uikit::Meaning::Info;
}

uikit::Row rowOf(const DuplicatePair &pair)
{
    uikit::Row row;
    row.title = personText(pair.first);
    row.rest = u"↔ "_qs + personText(pair.second);
    QStringList signs;
    for (const DuplicateSign sign : pair.signs)
        signs << signText(sign);
    row.secondary = signs.join(u" · "_qs);
    const Likelihood likelihood = likelihoodOf(pair.score);
    row.chip = uikit::RowChip{meaningOf(likelihood), likelihoodText(likelihood)};
    row.chipFirst = true;
    row.right = numbersText(pair);
    return row;
}

} // namespace

QString signText(DuplicateSign sign)
{
    switch (sign) {
    case DuplicateSign::SameTraits:
        return Words::tr("mêmes nom, prénom et date de naissance");
    case DuplicateSign::SwappedNames:
        return Words::tr("nom et prénom inversés");
    case DuplicateSign::SimilarNames:
        return Words::tr("né le même jour, nom proche");
    case DuplicateSign::TransposedBirthDate:
        return Words::tr("jour et mois de naissance inversés");
    case DuplicateSign::SimilarBirthDate:
        return Words::tr("mêmes noms, date de naissance proche");
    case DuplicateSign::FormerTraits:
        return Words::tr("identité d’avant une correction");
    case DuplicateSign::FormerIns:
        return Words::tr("ancien INS en commun");
    case DuplicateSign::SamePlace:
        return Words::tr("même lieu de naissance");
    case DuplicateSign::SamePhone:
        return Words::tr("même téléphone");
    case DuplicateSign::SameEmail:
        return Words::tr("même courriel");
    case DuplicateSign::SameAddress:
        return Words::tr("même adresse");
    case DuplicateSign::OtherGivenName:
        return Words::tr("prénom différent");
    case DuplicateSign::OtherSex:
        return Words::tr("sexe différent");
    case DuplicateSign::OtherPlace:
        return Words::tr("lieu de naissance différent");
    }
    return {};
}

void DuplicatesModel::set(const QList<DuplicatePair> &pairs)
{
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
}

int DuplicatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

QVariant DuplicatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return uikit::rowData(rowOf(m_pairs.at(index.row())), role);
}

} // namespace ambroise::patient::ui
