// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkwords.h"

#include "clinicalwords.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/ui/ordonnancepage.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

QString withoutStrength(const QString &label)
{
    static const QRegularExpression strength(u"\\s\\d[^+]*$"_qs); // with a second name: whole
    return shortLabel(label).remove(strength);
}

//! With how it is taken, where it is not of the ordonnance.
QString told(const QString &label, const Checked &checked, int own, int line)
{
    if (line < own)
        return label;
    const QDate stop = checked.taken.value(line - own).stoppedOn;
    return stop.isValid() ? Words::tr("%1 (arrêté le %2)").arg(label, text::frenchDate(stop))
                          : Words::tr("%1 (en cours)").arg(label);
}

} // namespace

uikit::Meaning meaningOf(const Alert &alert)
{
    const int gravity = gravityOf(alert);
    if (gravity >= 5)
        return uikit::Meaning::Stop;
    if (alert.level == u"AD")
        return uikit::Meaning::Avoid;
    if (alert.level == u"APC")
        return uikit::Meaning::Apc;
    return gravity >= 3 ? uikit::Meaning::Caution : uikit::Meaning::Info;
}

QString levelWord(const Alert &alert)
{
    if (alert.kind == CheckKind::Interaction)
        return alert.level;
    switch (alert.kind) {
    case CheckKind::Duplicate:
        return Words::tr("Doublon");
    case CheckKind::Allergy:
        return Words::tr("Allergie");
    case CheckKind::State:
        return Words::tr("État");
    case CheckKind::Dose:
        return Words::tr("Dose");
    case CheckKind::Duration:
        return Words::tr("Durée");
    case CheckKind::Legal:
        return Words::tr("Règle");
    case CheckKind::Availability:
        return alert.subjects.value(0); // « Rupture », « Tension »
    default:
        return kindWord(alert.kind);
    }
}

QString shortLabel(const QString &label)
{
    return label.section(u',', 0, 0).simplified();
}

QString briefLabel(const Checked &checked, int line)
{
    const QString label = checked.lines.value(line).label;
    const QString brief = withoutStrength(label);
    const auto others =
        std::count_if(checked.lines.begin(), checked.lines.end(),
                      [&brief](const Line &one) { return withoutStrength(one.label) == brief; });
    return others > 1 ? shortLabel(label) : brief;
}

QString nameOf(const Checked &checked, int own, int line)
{
    return told(shortLabel(checked.lines.value(line).label), checked, own, line);
}

QString briefNameOf(const Checked &checked, int own, int line)
{
    return told(briefLabel(checked, line), checked, own, line);
}

QString kindWord(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Interaction:
        return Words::tr("interactions");
    case CheckKind::Duplicate:
        return Words::tr("doublons");
    case CheckKind::Allergy:
        return Words::tr("allergies");
    case CheckKind::State:
        return Words::tr("états du patient");
    case CheckKind::Dose:
        return Words::tr("doses");
    case CheckKind::Duration:
        return Words::tr("durées");
    case CheckKind::Legal:
        return Words::tr("règles de prescription");
    case CheckKind::Availability:
        return Words::tr("disponibilité");
    }
    return {};
}

QStringList markWords()
{
    return {Words::tr("CI : contre-indication, à ne pas associer ; un motif est demandé"),
            Words::tr("AD : association déconseillée, sauf raison pesée"),
            Words::tr("PE : précaution d’emploi, possible en suivant la conduite dite"),
            Words::tr("APC : à prendre en compte, un risque qui s’ajoute"),
            Words::tr("Doublon, Allergie, État, Dose, Durée, Règle, Rupture, Tension : ce que le "
                      "signal a comparé"),
            Words::tr("Étiquette pleine : grave, un motif est demandé ; contour : avertissement ou "
                      "information")};
}

QString reasonWord(const NotChecked &one)
{
    const QString about = one.about.join(u", "_qs).toLower();
    if (one.why == u"not_made")
        return Words::tr("pas encore contrôlé par ce logiciel");
    if (one.why == u"unknown_drug")
        return Words::tr("produit absent de la base du médicament");
    if (one.why == u"no_composition")
        return Words::tr("composition inconnue");
    if (one.why == u"perhaps")
        return Words::tr("selon le produit, peut-être aussi : %1").arg(about);
    if (one.why == u"unmatched")
        return Words::tr("non rapproché du thésaurus : %1").arg(about);
    if (one.why == u"absent")
        return Words::tr("absent du thésaurus : %1").arg(about);
    if (one.why == u"local")
        return Words::tr("voie locale, non concernée par le thésaurus");
    if (one.why == u"undefined_rule")
        return Words::tr("règle que le thésaurus ne précise pas : %1").arg(about);
    if (one.why == u"unknown_route")
        return Words::tr("voie inconnue");
    if (one.why == u"inn")
        return Words::tr("prescrit par substance : règles et disponibilité propres à chaque "
                         "médicament");
    if (one.why == u"no_conditions")
        return Words::tr("conditions de prescription non importées");
    if (one.why == u"no_availability")
        return Words::tr("ruptures et tensions non importées");
    if (one.why == u"no_duration")
        return Words::tr("durée non dite : durée maximale non contrôlée");
    if (one.why == u"no_source")
        return Words::tr("thésaurus non importé");
    if (const QString clinical = clinicalReasonWord(one); !clinical.isEmpty())
        return clinical;
    return Words::tr("non contrôlé"); // never silent
}

} // namespace ambroise::prescription::ui
