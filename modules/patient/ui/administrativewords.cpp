// SPDX-License-Identifier: GPL-3.0-or-later
#include "administrativewords.h"

#include <QCoreApplication>

namespace ambroise::patient::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AdministrativeFile)
};

} // namespace

QString roleWord(PersonRole role)
{
    switch (role) {
    case PersonRole::ToWarn:
        return Words::tr("à prévenir");
    case PersonRole::Trusted:
        return Words::tr("personne de confiance");
    case PersonRole::ParentalAuthority:
        return Words::tr("autorité parentale");
    case PersonRole::Guardian:
        return Words::tr("tuteur");
    case PersonRole::Curator:
        return Words::tr("curateur");
    case PersonRole::Agent:
        return Words::tr("habilitation, mandat de protection");
    case PersonRole::Carer:
        return Words::tr("aidant");
    }
    return {};
}

QString coverageWord(CoverageKind kind)
{
    switch (kind) {
    case CoverageKind::Ald:
        return Words::tr("ALD");
    case CoverageKind::C2s:
        return Words::tr("Complémentaire santé solidaire");
    case CoverageKind::Ame:
        return Words::tr("Aide médicale de l’État");
    case CoverageKind::Amc:
        return Words::tr("Complémentaire");
    case CoverageKind::Maternity:
        return Words::tr("Maternité");
    case CoverageKind::WorkAccident:
        return Words::tr("Accident du travail, maladie professionnelle");
    case CoverageKind::Disability:
        return Words::tr("Pension d’invalidité");
    case CoverageKind::LocalScheme:
        return Words::tr("Régime local d’Alsace-Moselle");
    case CoverageKind::Other:
        return Words::tr("Autre droit");
    }
    return {};
}

QString topicWord(ConsentTopic topic)
{
    switch (topic) {
    case ConsentTopic::DmpFeeding:
        return Words::tr("Alimentation du DMP");
    case ConsentTopic::DmpReading:
        return Words::tr("Consultation du DMP");
    case ConsentTopic::PatientMail:
        return Words::tr("Messages à Mon espace santé");
    case ConsentTopic::ProfessionalMail:
        return Words::tr("MSSanté entre professionnels");
    case ConsentTopic::CareTeamSharing:
        return Words::tr("Partage hors équipe de soins");
    case ConsentTopic::Telesante:
        return Words::tr("Télésanté");
    case ConsentTopic::Reminders:
        return Words::tr("Rappels par SMS ou courriel");
    case ConsentTopic::Images:
        return Words::tr("Photographies au dossier");
    case ConsentTopic::DataReuse:
        return Words::tr("Recherche et études");
    }
    return {};
}

QString meansWord(ConsentMeans means)
{
    switch (means) {
    case ConsentMeans::Spoken:
        return Words::tr("de vive voix");
    case ConsentMeans::Written:
        return Words::tr("par écrit");
    case ConsentMeans::Online:
        return Words::tr("en ligne");
    }
    return {};
}

QString answerWord(ConsentTopic topic, bool agreed)
{
    if (agreed)
        return Words::tr("Accepté");
    // What is done unless somebody objects; the others are asked for.
    const bool isObjection =
        topic == ConsentTopic::DmpFeeding || topic == ConsentTopic::PatientMail ||
        topic == ConsentTopic::ProfessionalMail || topic == ConsentTopic::DataReuse;
    return isObjection ? Words::tr("Opposition") : Words::tr("Refusé");
}

} // namespace ambroise::patient::ui
