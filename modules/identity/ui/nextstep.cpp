// SPDX-License-Identifier: GPL-3.0-or-later
#include "nextstep.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

namespace ambroise::identity::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NextStep)
};

NextStep nothing(const QString &title, const QString &explanation = {})
{
    return {NextStep::Act::None, {}, title, explanation};
}

QString standing(const Identity &identity)
{
    switch (identity.status()) {
    case IdentityStatus::Qualified:
        return Words::tr("Identité qualifiée.");
    case IdentityStatus::Validated:
        return Words::tr("Identité validée. Interroger INSi pour la qualifier.");
    case IdentityStatus::Retrieved:
        return Words::tr("Identité récupérée. Choisir la pièce présentée pour la qualifier.");
    case IdentityStatus::Provisional:
        break;
    }
    return Words::tr("Interroger INSi, ou choisir la pièce présentée.");
}

//! With which document, when, by whom.
QString checkText(const Findings &now)
{
    if (!now.check || !now.identity.facts().coherenceChecked)
        return {};
    const QString day = text::frenchDate(now.check->at.toLocalTime().date());
    return now.check->evidence
               ? Words::tr("%1 : contrôle le %2 par %3.")
                     .arg(now.check->evidence->kind.label, day, now.check->authorName)
               : Words::tr("Contrôle le %1 par %2.").arg(day, now.check->authorName);
}

NextStep insiAnswered(const InsiPerson &person, const Identity &after)
{
    return {NextStep::Act::AcceptInsi, after.status(),
            Words::tr("INSi connaît cette personne : %1.")
                .arg(person.surname + u' ' + person.givenNames),
            Words::tr("Accepter ses traits, ou contrôler d’abord une pièce pour qualifier.")};
}

QString differences()
{
    return Words::tr("La pièce et l’identité ne concordent pas.");
}

QString dontQualify()
{
    return Words::tr("Ne pas qualifier : signaler l’écart, corriger le dossier, ou douter.");
}

//! Why the document that was chosen leads nowhere; none: it does.
std::optional<NextStep> refusedDocument(const Findings &now)
{
    const bool bySight = now.source == DocumentBox::Source::Sight;
    if (!now.evidence.ok())
        return nothing(now.explain(now.evidence.error()));
    if (!now.evidence->proves())
        return nothing(now.explain({ErrorCode::Denied, u"identity.evidence"_qs, {}}),
                       Words::tr("« Signaler un écart » en garde la trace."));
    if (bySight)
        return std::nullopt;
    if (!now.read)
        return nothing(Words::tr("Lire la pièce, saisir ses traits, ou comparer à l’œil."));
    if (!now.read->sound)
        return nothing(Words::tr("La lecture de la pièce est fausse."),
                       Words::tr("La relire, saisir ses traits, ou comparer à l’œil."));
    if (!now.compared().isCompatible())
        return nothing(differences(), dontQualify());
    return std::nullopt;
}

QString agreeText(const Findings &now, const Identity &after)
{
    if (now.source == DocumentBox::Source::Sight)
        return Words::tr("Comparer les 5 traits avec la pièce, de vos yeux.");
    return after.isQualified()
               ? Words::tr("Les traits concordent : l’identité peut être qualifiée.")
               : Words::tr("Les traits concordent : l’identité peut être validée.");
}

QString remainsText(const Findings &now)
{
    QStringList remains;
    if (now.evidence->isExpired(now.today))
        remains << Words::tr("Pièce périmée depuis le %1.")
                       .arg(text::frenchDate(now.evidence->parts().validUntil));
    if (!now.seen)
        remains << Words::tr("Il vous reste à confirmer la photo.");
    return remains.join(u' ');
}

} // namespace

ToldTraits toldBy(const InsiPerson &person)
{
    return {person.surname, person.givenNames, person.birthDate, person.sex, person.birthPlace, {}};
}

const InsiPerson *Findings::person() const
{
    return found && found->answer.person ? &*found->answer.person : nullptr;
}

ToldTraits Findings::reference() const
{
    if (const InsiPerson *known = person())
        return toldBy(*known);
    return identity.ins() ? ToldTraits::of(identity.traits()) : ToldTraits();
}

QString Findings::placeName() const
{
    const InsiPerson *known = person();
    const BirthPlace &kept = identity.traits().birthPlace();
    if (!known || !found->placeName.isEmpty())
        return known ? found->placeName : QString();
    return known->birthPlace == kept.code() ? kept.label() : QString();
}

Comparison Findings::compared() const
{
    const ToldTraits known = reference();
    const ToldTraits record = ToldTraits::of(identity.traits());
    return Comparison::of(known == ToldTraits() ? record : known, read ? read->traits : record);
}

Result<Identity> Findings::afterInsi() const
{
    const InsiPerson *known = person();
    if (!known)
        return identity;
    AMBROISE_TRY(const StrictTraits traits, known->traits(placeName()));
    const Comparison local = Comparison::of(toldBy(*known), ToldTraits::of(identity.traits()));
    return identity.retrieved(traits, known->ins,
                              local.isCompatible() ? Identity::Compared::Yes
                                                   : Identity::Compared::No);
}

NextStep NextStep::from(const Findings &now)
{
    if (now.mayNot)
        return nothing(now.explain(*now.mayNot));
    if (now.identity.attributes().forcesProvisional())
        return nothing(now.explain({ErrorCode::Denied, u"identity.blocked"_qs, {}}));
    const InsiPerson *person = now.person();
    if (person &&
        !Comparison::of(toldBy(*person), ToldTraits::of(now.identity.traits())).isCompatible())
        return nothing(
            Words::tr("INSi et le dossier ne disent pas la même personne."),
            Words::tr("Corriger le dossier (page Administratif), puis interroger à nouveau."));
    const auto afterInsi = now.afterInsi();
    if (!afterInsi.ok())
        return nothing(now.explain(afterInsi.error()));
    if (!now.documentChosen)
        return person ? insiAnswered(*person, *afterInsi)
                      : nothing(standing(now.identity), checkText(now));
    if (auto refused = refusedDocument(now))
        return *refused;
    const auto after = afterInsi->checked(*now.evidence);
    if (!after.ok())
        return nothing(now.explain(after.error()));
    return {now.seen ? Act::Check : Act::None, after->status(), agreeText(now, *after),
            remainsText(now)};
}

} // namespace ambroise::identity::ui
