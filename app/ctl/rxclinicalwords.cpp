// SPDX-License-Identifier: GPL-3.0-or-later
#include "rxclinicalwords.h"

#include "cli.h"

namespace ambroise::ctl {

QString datumWord(const QString &what)
{
    if (what == u"age" || what == u"months")
        return Ctl::tr("âge");
    if (what == u"weight")
        return Ctl::tr("poids récent");
    if (what == u"egfr")
        return Ctl::tr("DFG");
    if (what == u"sex")
        return Ctl::tr("sexe");
    if (what == u"pregnancy")
        return Ctl::tr("grossesse");
    if (what == u"term")
        return Ctl::tr("terme de la grossesse");
    if (what == u"breastfeeding")
        return Ctl::tr("allaitement");
    return Ctl::tr("antécédents codés");
}

QString clinicalSentenceOf(const prescription::NotChecked &one)
{
    const QString about = one.about.join(u", "_qs);
    QStringList data;
    for (const QString &what : one.about)
        data << datumWord(what);
    if (one.why == u"allergies_not_told")
        return Ctl::tr("Allergies non renseignées.");
    if (one.why == u"allergy_unmatched")
        return Ctl::tr("Allergie non rapprochée d’une substance : %1.").arg(about);
    if (one.why == u"allergy_excipient")
        return Ctl::tr("La base ne donne pas les excipients : %1.").arg(about);
    if (one.why == u"allergy_no_drug")
        return Ctl::tr("Ne désigne aucun médicament : %1.").arg(about);
    if (one.why == u"no_dose_rule")
        return Ctl::tr("Aucune dose maximale dans nos tables : %1.").arg(about);
    if (one.why == u"dose_unknown")
        return Ctl::tr("La dose ne se déduit pas de la posologie.");
    if (one.why == u"dose_not_for_patient")
        return Ctl::tr("Aucune dose maximale pour ce patient dans nos tables : %1.").arg(about);
    if (one.why == u"dose_depends")
        return Ctl::tr("La dose dépend de ce qui n’est pas connu : %1.").arg(data.join(u", "_qs));
    if (one.why == u"state_unknown")
        return Ctl::tr("Non renseigné, et qui compte ici : %1.").arg(data.join(u", "_qs));
    if (one.why == u"condition_words")
        return Ctl::tr("Sans code, non exploitable par les contrôles : %1.").arg(about);
    if (one.why == u"no_state_rule")
        return Ctl::tr("Aucune contre-indication dans nos tables : %1.").arg(about);
    if (one.why == u"no_class")
        return Ctl::tr("Classe absente de nos tables : redondance de classe non contrôlée.");
    return {};
}

} // namespace ambroise::ctl
