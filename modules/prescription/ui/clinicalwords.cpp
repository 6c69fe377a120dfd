// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalwords.h"

#include <QCoreApplication>
#include <QDate>

namespace ambroise::prescription::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ClinicalChecks)
};

QString datumWord(const QString &what)
{
    if (what == u"age" || what == u"months")
        return Words::tr("âge");
    if (what == u"weight")
        return Words::tr("poids récent");
    if (what == u"egfr")
        return Words::tr("DFG");
    if (what == u"sex")
        return Words::tr("sexe");
    if (what == u"pregnancy")
        return Words::tr("grossesse");
    if (what == u"term")
        return Words::tr("terme de la grossesse");
    if (what == u"breastfeeding")
        return Words::tr("allaitement");
    return Words::tr("antécédents codés");
}

QString dataWords(const QStringList &data)
{
    QStringList words;
    for (const QString &what : data)
        if (const QString word = datumWord(what); !words.contains(word))
            words << word;
    return words.join(u", "_qs);
}

//! « 12/05/2026 », « mai 2026 » as 05/2026, « 2026 ».
QString sinceWord(const QString &since)
{
    const QDate day = QDate::fromString(since, Qt::ISODate);
    if (day.isValid())
        return day.toString(u"dd/MM/yyyy"_qs);
    const QString month = since.section(u'-', 1, 1);
    return month.isEmpty() ? since : month + u'/' + since.section(u'-', 0, 0);
}

QString doseWord(const AlertFact &fact)
{
    if (fact.what == u"per_intake")
        return Words::tr("%1 mg par prise, maximum %2 mg").arg(fact.value, fact.limit);
    if (fact.what == u"per_day")
        return Words::tr("%1 mg par jour, maximum %2 mg").arg(fact.value, fact.limit);
    if (fact.what == u"per_week")
        return Words::tr("%1 mg par semaine, maximum %2 mg").arg(fact.value, fact.limit);
    if (fact.what == u"interval")
        return Words::tr("%1 h entre deux prises, minimum %2 h").arg(fact.value, fact.limit);
    return {};
}

QString patientWord(const AlertFact &fact)
{
    if (fact.what == u"allergy")
        return Words::tr("allergie : %1").arg(fact.value);
    if (fact.what == u"allergy_suspected")
        return Words::tr("allergie suspectée : %1").arg(fact.value);
    if (fact.what == u"age")
        return Words::tr("%1 ans").arg(fact.value);
    if (fact.what == u"months")
        return Words::tr("%1 mois").arg(fact.value);
    if (fact.what == u"weight")
        return Words::tr("poids %1 kg").arg(fact.value);
    if (fact.what == u"egfr")
        return Words::tr("DFG %1 ml/min/1,73 m²").arg(fact.value);
    if (fact.what == u"sex")
        return fact.value == u"F" ? Words::tr("femme") : Words::tr("homme");
    if (fact.what == u"pregnancy")
        return Words::tr("grossesse");
    if (fact.what == u"term")
        return Words::tr("%1 SA").arg(fact.value);
    if (fact.what == u"breastfeeding")
        return Words::tr("allaitement");
    return fact.value; // a condition, in the record's words
}

QString factWord(const AlertFact &fact)
{
    if (const QString dose = doseWord(fact); !dose.isEmpty())
        return dose;
    const QString word = patientWord(fact);
    return fact.since.isEmpty() ? word : Words::tr("%1 (%2)").arg(word, sinceWord(fact.since));
}

} // namespace

QString factsWord(const Alert &alert)
{
    QStringList words;
    for (const AlertFact &fact : alert.because)
        if (const QString word = factWord(fact); !words.contains(word))
            words << word;
    return words.join(u" · "_qs);
}

QString missingWord(const Alert &alert)
{
    return alert.missing.isEmpty() ? QString()
                                   : Words::tr("Non renseigné : %1").arg(dataWords(alert.missing));
}

QString summaryOf(const Alert &alert)
{
    QStringList said = {factsWord(alert), missingWord(alert), alert.risk.section(u'\n', 0, 0)};
    said.removeAll(QString());
    return said.join(u" – "_qs);
}

QString clinicalReasonWord(const NotChecked &one)
{
    const QString about = one.about.join(u", "_qs).toLower();
    if (one.why == u"allergies_not_told")
        return Words::tr("Allergies non renseignées");
    if (one.why == u"allergy_unmatched")
        return Words::tr("Allergie non rapprochée d’une substance : %1").arg(about);
    if (one.why == u"allergy_excipient")
        return Words::tr("Excipients absents de la base, à vérifier : %1").arg(about);
    if (one.why == u"allergy_no_drug")
        return Words::tr("Allergie qui ne désigne aucun médicament : %1").arg(about);
    if (one.why == u"no_dose_rule")
        return Words::tr("dose : aucun maximum dans les tables");
    if (one.why == u"dose_unknown")
        return Words::tr("dose : la posologie n’en donne pas");
    if (one.why == u"dose_not_for_patient")
        return Words::tr("dose : aucun maximum pour ce patient");
    if (one.why == u"dose_depends")
        return Words::tr("dose : dépend de ce qui manque (%1)").arg(dataWords(one.about));
    if (one.why == u"state_unknown")
        return Words::tr("Non renseigné, et qui compte ici : %1").arg(dataWords(one.about));
    if (one.why == u"condition_words")
        return Words::tr("Sans code, non exploitable par les contrôles : %1")
            .arg(one.about.join(u" ; "_qs)); // titles have commas
    if (one.why == u"no_state_rule")
        return Words::tr("contre-indications : absent des tables");
    if (one.why == u"no_class")
        return Words::tr("classe absente des tables");
    return {};
}

} // namespace ambroise::prescription::ui
