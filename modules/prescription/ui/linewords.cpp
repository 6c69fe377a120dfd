// SPDX-License-Identifier: GPL-3.0-or-later
#include "linewords.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

namespace ambroise::prescription::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LineWords)
};

struct Tag {
    QString shortly;
    QString inFull;
};

QList<Tag> allOf(const Line &line)
{
    QList<Tag> tags;
    const auto add = [&tags](bool said, const QString &shortly, const QString &inFull) {
        if (said)
            tags.append({shortly, inFull});
    };
    add(line.nonSubstitutable != NonSubstitutable::No,
        Words::tr("NS %1").arg(code(line.nonSubstitutable)),
        Words::tr("Non substituable, %1").arg(reasonInFull(line.nonSubstitutable)));
    add(line.offLabel, Words::tr("hors AMM"),
        Words::tr("Hors autorisation de mise sur le marché, non remboursable"));
    add(line.notReimbursed && !line.offLabel, Words::tr("NR"), Words::tr("Non remboursable"));
    add(line.workInjury, Words::tr("AT/MP"),
        Words::tr("En rapport avec un accident du travail ou une maladie professionnelle"));
    add(line.prevention, Words::tr("prévention"), Words::tr("Au titre de la prévention"));
    add(line.singleDelivery, Words::tr("en une fois"), Words::tr("Délivrance en une seule fois"));
    add(line.overlapAllowed, Words::tr("chevauchement"),
        Words::tr("Chevauchement autorisé avec l’ordonnance précédente"));
    add(line.startDate.isValid(), Words::tr("dès le %1").arg(line.startDate.toString(u"dd/MM")),
        Words::tr("À commencer le %1").arg(text::frenchDate(line.startDate)));
    add(line.support == Support::Secured, Words::tr("sécurisée"),
        Words::tr("Sur ordonnance sécurisée"));
    add(line.support == Support::Exception, Words::tr("exception"),
        Words::tr("Sur ordonnance de médicaments d’exception"));
    add(line.renewals > 0, Words::tr("à renouveler %1 fois").arg(line.renewals),
        Words::tr("À renouveler %1 fois").arg(line.renewals));
    return tags;
}

} // namespace

QString reasonInFull(NonSubstitutable reason)
{
    switch (reason) {
    case NonSubstitutable::No:
        break;
    case NonSubstitutable::Mte:
        return Words::tr("MTE : marge thérapeutique étroite");
    case NonSubstitutable::Efg:
        return Words::tr("EFG : enfant, forme galénique inadaptée");
    case NonSubstitutable::Cif:
        return Words::tr("CIF : contre-indication formelle à un excipient");
    }
    return {};
}

QStringList tagsOf(const Line &line)
{
    QStringList tags;
    for (const QList<Tag> all = allOf(line); const Tag &tag : all)
        tags << tag.shortly;
    return tags;
}

QStringList meaningsOfTags(const Line &line)
{
    QStringList meanings;
    for (const QList<Tag> all = allOf(line); const Tag &tag : all)
        meanings << tag.inFull;
    return meanings;
}

} // namespace ambroise::prescription::ui
