// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarywords.h"

#include <QCoreApplication>

namespace ambroise::record::ui {
namespace {

class Summary {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

} // namespace

QList<EntryKind> summaryKinds()
{
    using enum EntryKind;
    return {Problem,          Treatment,  Allergy,   Antecedent,
            FamilyAntecedent, RiskFactor, Pregnancy, Implant};
}

QString sectionWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Problem:
        return Summary::tr("Problèmes");
    case EntryKind::Treatment:
        return Summary::tr("Traitement en cours");
    case EntryKind::Allergy:
        return Summary::tr("Allergies, intolérances");
    case EntryKind::Antecedent:
        return Summary::tr("Antécédents");
    case EntryKind::FamilyAntecedent:
        return Summary::tr("Antécédents familiaux");
    case EntryKind::RiskFactor:
        return Summary::tr("Risques, mode de vie");
    case EntryKind::Pregnancy:
        return Summary::tr("Grossesses");
    case EntryKind::Implant:
        return Summary::tr("Implants");
    default:
        return {};
    }
}

QString lineWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Problem:
        return Summary::tr("Problème");
    case EntryKind::Treatment:
        return Summary::tr("Traitement");
    case EntryKind::Allergy:
        return Summary::tr("Allergie, intolérance");
    case EntryKind::Antecedent:
        return Summary::tr("Antécédent");
    case EntryKind::FamilyAntecedent:
        return Summary::tr("Antécédent familial");
    case EntryKind::RiskFactor:
        return Summary::tr("Risque, mode de vie");
    case EntryKind::Pregnancy:
        return Summary::tr("Grossesse");
    case EntryKind::Implant:
        return Summary::tr("Implant");
    default:
        return {};
    }
}

QString noneWord(Topic topic)
{
    switch (topic) {
    case Topic::Allergies:
        return Summary::tr("aucune connue");
    case Topic::Problems:
    case Topic::Antecedents:
    case Topic::FamilyAntecedents:
    case Topic::Treatments:
        return Summary::tr("aucun");
    }
    return {};
}

std::optional<Topic> topicOf(EntryKind kind)
{
    for (const Topic topic : allTopics())
        if (kindOf(topic) == kind)
            return topic;
    return std::nullopt;
}

QStringList allergenWords()
{
    return {Summary::tr("Non précisé"), Summary::tr("Médicament"), Summary::tr("Classe"),
            Summary::tr("Excipient"),   Summary::tr("Aliment"),    Summary::tr("Autre")};
}

QStringList severityWords()
{
    return {Summary::tr("Non précisée"), Summary::tr("Légère"), Summary::tr("Modérée"),
            Summary::tr("Grave")};
}

QStringList certaintyWords()
{
    return {Summary::tr("Non précisée"), Summary::tr("Suspectée"), Summary::tr("Confirmée")};
}

QStringList treatmentUseWords()
{
    return {Summary::tr("Non précisé"), Summary::tr("Fond"), Summary::tr("Ponctuel")};
}

QStringList stopReasonWords()
{
    return {Summary::tr("Fin prévue"),
            Summary::tr("Inefficace"),
            Summary::tr("Effet indésirable"),
            Summary::tr("Contre-indication, interaction"),
            Summary::tr("Remplacé"),
            Summary::tr("Souhait du patient"),
            Summary::tr("Autre")};
}

} // namespace ambroise::record::ui
