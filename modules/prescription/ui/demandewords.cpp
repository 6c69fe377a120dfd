// SPDX-License-Identifier: GPL-3.0-or-later
#include "demandewords.h"

#include <QCoreApplication>
#include <QHash>

namespace ambroise::prescription::ui {
namespace {

using F = DemandeField;

class Demandes {
    Q_DECLARE_TR_FUNCTIONS(Demandes)
};

QString daysWord(DemandeKind kind)
{
    return kind == DemandeKind::Transport ? Demandes::tr("Nombre de transports")
                                          : Demandes::tr("Durée (jours)");
}

} // namespace

QString kindWord(DemandeKind kind)
{
    switch (kind) {
    case DemandeKind::Biology:
        return Demandes::tr("Biologie");
    case DemandeKind::Imaging:
        return Demandes::tr("Imagerie");
    case DemandeKind::Nursing:
        return Demandes::tr("Infirmier");
    case DemandeKind::Physiotherapy:
        return Demandes::tr("Kiné");
    case DemandeKind::SpeechTherapy:
        return Demandes::tr("Orthophonie");
    case DemandeKind::Orthoptics:
        return Demandes::tr("Orthoptie");
    case DemandeKind::Podiatry:
        return Demandes::tr("Podologie");
    case DemandeKind::Device:
        return Demandes::tr("Matériel");
    case DemandeKind::Transport:
        return Demandes::tr("Transport");
    case DemandeKind::SickLeave:
        return Demandes::tr("Arrêt");
    }
    return {};
}

QString fieldWord(DemandeKind kind, DemandeField field)
{
    switch (field) {
    case F::Indication:
        return Demandes::tr("Renseignements cliniques");
    case F::Urgent:
        return Demandes::tr("Urgent");
    case F::AtHome:
        return Demandes::tr("À domicile");
    case F::Fasting:
        return Demandes::tr("À jeun");
    case F::Sundays:
        return Demandes::tr("Dimanches et jours fériés compris");
    case F::Days:
        return daysWord(kind);
    case F::Sessions:
        return Demandes::tr("Nombre de séances");
    case F::Renewals:
        return Demandes::tr("Renouvellements");
    case F::Date:
        return Demandes::tr("Le ou à partir du");
    case F::Mode:
        return Demandes::tr("Moyen de transport");
    case F::From:
        return Demandes::tr("De");
    case F::To:
        return Demandes::tr("À");
    case F::RoundTrip:
        return Demandes::tr("Aller et retour");
    case F::Shared:
        return Demandes::tr("Transport partagé possible");
    case F::Companion:
        return Demandes::tr("Accompagnant nécessaire");
    case F::Cause:
        return kind == DemandeKind::Transport ? Demandes::tr("Motif") : Demandes::tr("Nature");
    case F::Prolongs:
        return Demandes::tr("Prolongation");
    case F::FirstDay:
        return Demandes::tr("Premier jour");
    case F::LastDay:
        return Demandes::tr("Dernier jour");
    case F::Outings:
        return Demandes::tr("Sorties");
    case F::PartTime:
        return Demandes::tr("Temps partiel thérapeutique");
    }
    return {};
}

QString choiceWord(DemandeField field, const QString &choice)
{
    const QHash<QString, QString> modes{{u"seated"_qs, Demandes::tr("VSL ou taxi conventionné")},
                                        {u"ambulance"_qs, Demandes::tr("Ambulance")},
                                        {u"own_car"_qs, Demandes::tr("Véhicule personnel")},
                                        {u"public"_qs, Demandes::tr("Transport en commun")}};
    const QHash<QString, QString> outings{
        {u"allowed"_qs, Demandes::tr("Autorisées, présence 9 h–11 h et 14 h–16 h")},
        {u"free"_qs, Demandes::tr("Autorisées sans restriction")},
        {u"forbidden"_qs, Demandes::tr("Non autorisées")}};
    const QHash<QString, QString> causes{
        {u"illness"_qs, Demandes::tr("Maladie")},
        {u"ald"_qs, Demandes::tr("En rapport avec une ALD")},
        {u"injury"_qs, Demandes::tr("Accident du travail, maladie professionnelle")},
        {u"pregnancy"_qs, Demandes::tr("Grossesse pathologique")},
        {u"hospital"_qs, Demandes::tr("Entrée ou sortie d’hospitalisation")},
        {u"series"_qs, Demandes::tr("Transports en série")},
        {u"far"_qs, Demandes::tr("Plus de 150 km (accord préalable)")},
        {u"summons"_qs, Demandes::tr("Convocation du service médical")},
        {u"other"_qs, Demandes::tr("Autre")}};
    return field == F::Mode      ? modes.value(choice, choice)
           : field == F::Outings ? outings.value(choice, choice)
                                 : causes.value(choice, choice);
}

} // namespace ambroise::prescription::ui
