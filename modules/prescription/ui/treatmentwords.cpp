// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentwords.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

namespace ambroise::prescription::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Treatments)
};

} // namespace

QStringList stopReasonWords()
{
    return {Words::tr("Fin prévue"),
            Words::tr("Inefficace"),
            Words::tr("Effet indésirable"),
            Words::tr("Contre-indication, interaction"),
            Words::tr("Remplacé"),
            Words::tr("Souhait du patient"),
            Words::tr("Autre")};
}

QString useWord(const TreatmentUseTold &use)
{
    const bool proposed = use.proposed;
    switch (use.use) {
    case record::TreatmentUse::Chronic:
        return proposed ? Words::tr("Fond (proposé)") : Words::tr("Fond");
    case record::TreatmentUse::Occasional:
        return proposed ? Words::tr("Ponctuel (proposé)") : Words::tr("Ponctuel");
    case record::TreatmentUse::Unspecified:
        break;
    }
    return Words::tr("Non précisé");
}

QString useAct(const PatientTreatment &treatment)
{
    const bool confirms = treatment.use.proposed;
    switch (treatment.nextUse()) {
    case record::TreatmentUse::Chronic:
        return confirms ? Words::tr("Confirmer : fond") : Words::tr("Noter : fond");
    case record::TreatmentUse::Occasional:
        return confirms ? Words::tr("Confirmer : ponctuel") : Words::tr("Noter : ponctuel");
    case record::TreatmentUse::Unspecified:
        break;
    }
    return Words::tr("Effacer l’usage");
}

QString useSaidWord(record::TreatmentUse use)
{
    switch (use) {
    case record::TreatmentUse::Chronic:
        return Words::tr("noté de fond");
    case record::TreatmentUse::Occasional:
        return Words::tr("noté ponctuel");
    case record::TreatmentUse::Unspecified:
        break;
    }
    return Words::tr("usage effacé");
}

QString startWord(const PatientTreatment &treatment)
{
    if (!treatment.start)
        return Words::tr("non connu");
    const PartialDate &start = *treatment.start;
    QStringList parts;
    for (const int part : {start.day(), start.month()})
        if (part > 0)
            parts << QString::number(part).rightJustified(2, u'0');
    parts << QString::number(start.year());
    return parts.join(u'/');
}

QString plannedEndWord(const PatientTreatment &treatment)
{
    if (!treatment.plannedEnd)
        return Words::tr("non dite");
    const QString day = text::frenchDate(*treatment.plannedEnd);
    if (treatment.state != TreatmentState::PastEnd)
        return day;
    return treatment.entry ? Words::tr("%1, dépassée").arg(day) : Words::tr("%1, passée").arg(day);
}

QString stopDayWord(const PatientTreatment &treatment)
{
    if (!treatment.stop)
        return {};
    return treatment.stop->day.isValid() ? text::frenchDate(treatment.stop->day)
                                         : Words::tr("jour non noté");
}

QString stopReasonWord(const record::TreatmentStop &stop)
{
    const qsizetype place = record::stopReasons().indexOf(stop.reason);
    if (place < 0)
        return Words::tr("motif non noté");
    const QString reason = stopReasonWords().at(place);
    if (stop.words.isEmpty())
        return reason;
    return stop.reason == record::StopReason::Other ? stop.words
                                                    : Words::tr("%1 : %2").arg(reason, stop.words);
}

QString sentenceOf(const PatientTreatment &treatment)
{
    QStringList said{treatment.name, treatment.dose(), useWord(treatment.use),
                     Words::tr("depuis : %1").arg(startWord(treatment)),
                     Words::tr("fin prévue : %1").arg(plannedEndWord(treatment))};
    if (treatment.stop)
        said << Words::tr("arrêté : %1").arg(stopDayWord(treatment))
             << stopReasonWord(*treatment.stop);
    said << treatment.prescriber;
    said.removeAll(QString());
    return said.join(u", "_qs);
}

} // namespace ambroise::prescription::ui
