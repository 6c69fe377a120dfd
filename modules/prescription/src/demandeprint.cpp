// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetlayout.h"

#include <ambroise/core/text.h>
#include <ambroise/documents/pdfcanvas.h>
#include <ambroise/prescription/demandeprint.h>
#include <ambroise/prescription/fullletters.h>

#include <array>

namespace ambroise::prescription {
namespace {

using F = DemandeField;

constexpr std::array<QStringView, 10> titles = {u"Prescription d’examens de biologie médicale",
                                                u"Demande d’examen d’imagerie",
                                                u"Prescription de soins infirmiers",
                                                u"Prescription de masso-kinésithérapie",
                                                u"Prescription d’orthophonie",
                                                u"Prescription d’orthoptie",
                                                u"Prescription de pédicurie-podologie",
                                                u"Prescription de dispositifs médicaux",
                                                u"Prescription médicale de transport",
                                                u"Arrêt de travail"};

QString modeText(const QString &mode)
{
    static const QHash<QString, QString> texts{
        {u"seated"_qs, u"Transport assis professionnalisé (VSL ou taxi conventionné)"_qs},
        {u"ambulance"_qs, u"Ambulance"_qs},
        {u"own_car"_qs, u"Moyen de transport individuel"_qs},
        {u"public"_qs, u"Transport en commun"_qs}};
    return texts.value(mode);
}

QString transportCause(const QString &cause)
{
    static const QHash<QString, QString> texts{
        {u"ald"_qs, u"soins en rapport avec une ALD"_qs},
        {u"hospital"_qs, u"entrée ou sortie d’hospitalisation"_qs},
        {u"series"_qs, u"transports en série"_qs},
        {u"far"_qs, u"trajet de plus de 150 km (accord préalable)"_qs},
        {u"injury"_qs, u"accident du travail ou maladie professionnelle"_qs},
        {u"summons"_qs, u"convocation du service médical"_qs},
        {u"other"_qs, u"autre"_qs}};
    return texts.value(cause);
}

QString leaveCause(const QString &cause)
{
    static const QHash<QString, QString> texts{
        {u"illness"_qs, u"maladie"_qs},
        {u"ald"_qs, u"en rapport avec une ALD"_qs},
        {u"injury"_qs, u"accident du travail ou maladie professionnelle"_qs},
        {u"pregnancy"_qs, u"état pathologique résultant de la grossesse"_qs}};
    return texts.value(cause, texts.value(u"illness"_qs));
}

QString outingsText(const QString &outings)
{
    if (outings == u"free")
        return u"Sorties autorisées sans restriction d’horaire."_qs;
    if (outings == u"forbidden")
        return u"Sorties non autorisées, sauf soins et examens."_qs;
    return u"Sorties autorisées ; présence au domicile de 9 h à 11 h et de 14 h à 16 h (CSS "
           "R. 323-11-1)."_qs;
}

QString daysText(qint64 days)
{
    const auto letters = cardinal(days);
    const QString counted = days == 1 ? u"1 jour"_qs : u"%1 jours"_qs.arg(days);
    return letters ? u"%1 (%2)"_qs.arg(counted, *letters) : counted;
}

SheetLine transportLine(const DemandeDraft &draft)
{
    QStringList words{u"De : %1. À : %2."_qs.arg(draft.value(F::From).simplified(),
                                                 draft.value(F::To).simplified())};
    words << (draft.is(F::RoundTrip) ? u"Aller et retour."_qs : u"Aller simple."_qs);
    words << u"Motif : %1."_qs.arg(transportCause(draft.value(F::Cause)));
    if (draft.is(F::Shared))
        words << u"Transport partagé possible."_qs;
    if (draft.is(F::Companion))
        words << u"Personne accompagnante nécessaire."_qs;
    return {
        1, modeText(draft.value(F::Mode)), words.join(u' '), {}, draft.value(F::Cause) == u"ald"};
}

SheetLine leaveLine(const DemandeDraft &draft)
{
    const QDate first = draft.day(F::FirstDay);
    const QDate last = draft.day(F::LastDay);
    const QStringList words{u"Du %1 au %2 inclus, soit %3."_qs.arg(
                                text::frenchLongDate(first), text::frenchLongDate(last),
                                daysText(first.daysTo(last) + 1)),
                            u"Nature : %1."_qs.arg(leaveCause(draft.value(F::Cause))),
                            outingsText(draft.value(F::Outings))};
    QString name = draft.is(F::PartTime) ? u"Travail à temps partiel pour motif thérapeutique"_qs
                                         : u"Arrêt de travail"_qs;
    name += draft.is(F::Prolongs) ? u", prolongation"_qs : u", prescription initiale"_qs;
    return {1, name, words.join(u' '), {}, false};
}

QList<SheetLine> linesOf(const DemandeDraft &draft)
{
    if (draft.kind == DemandeKind::Transport)
        return {transportLine(draft)};
    if (draft.kind == DemandeKind::SickLeave)
        return {leaveLine(draft)};
    QList<SheetLine> lines;
    for (const DemandeItem &item : draft.items) {
        const QString lpp = draft.kind == DemandeKind::Device && !item.code.isEmpty()
                                ? u"LPP %1"_qs.arg(item.code)
                                : QString();
        lines.append({int(lines.size()) + 1, item.label.simplified(), item.detail.simplified(), lpp,
                      item.ald});
    }
    return lines;
}

QString durationMention(const DemandeDraft &draft)
{
    const QString days = draft.value(F::Days);
    if (days.isEmpty())
        return {};
    if (draft.kind == DemandeKind::Transport)
        return u"Nombre de transports : %1"_qs.arg(days);
    return u"Durée : %1"_qs.arg(daysText(days.toInt()));
}

QStringList mentionsOf(const DemandeDraft &draft, const QString &contrastNote)
{
    QStringList mentions;
    const auto add = [&](bool wanted, const QString &text) {
        if (wanted)
            mentions << text;
    };
    add(draft.is(F::Urgent), u"URGENT"_qs);
    if (draft.day(F::Date).isValid())
        mentions << u"À réaliser le ou à partir du %1"_qs.arg(
            text::frenchLongDate(draft.day(F::Date)));
    add(draft.is(F::Fasting), u"À jeun"_qs);
    add(draft.is(F::AtHome), u"À domicile"_qs);
    if (const QString duration = durationMention(draft); !duration.isEmpty())
        mentions << duration + (draft.is(F::Sundays) ? u", y compris dimanches et jours fériés"_qs
                                                     : QString());
    else
        add(draft.is(F::Sundays), u"Y compris dimanches et jours fériés"_qs);
    add(!draft.value(F::Sessions).isEmpty(),
        u"Nombre de séances : %1"_qs.arg(draft.value(F::Sessions)));
    add(draft.value(F::Renewals).toInt() > 0,
        u"À renouveler %1 fois"_qs.arg(draft.value(F::Renewals)));
    add(!draft.value(F::Indication).trimmed().isEmpty(),
        u"Renseignements cliniques : %1"_qs.arg(draft.value(F::Indication).trimmed()));
    const bool contrast = std::any_of(draft.items.begin(), draft.items.end(),
                                      [](const DemandeItem &item) { return item.contrast; });
    add(contrast && !contrastNote.isEmpty(), contrastNote);
    add(draft.kind == DemandeKind::SickLeave, u"Copie pour le patient. L’avis d’arrêt de travail "
                                              u"lui-même est transmis en ligne ou établi "
                                              "sur le formulaire homologué (Cerfa 10170)."_qs);
    return mentions;
}

} // namespace

QString titleOf(DemandeKind kind)
{
    return titles.at(size_t(kind)).toString();
}

Result<PrintedOrdonnance> printDemande(const Demande &demande, Sheet sheet,
                                       const QString &contrastNote,
                                       const std::optional<HandSignature> &signature)
{
    const QString title = titleOf(demande.draft().kind);
    const QString author = demande.prescriber().givenName + u' ' + demande.prescriber().surname;
    documents::PdfCanvas canvas(title, author);
    SheetHead head{demande.patient(), demande.prescriber(),        demande.signedAt(), {}, {},
                   std::nullopt,      insGridOf(demande.patient())};
    if (sheet != Sheet::Draft)
        head.signature = signature;
    const QList<SheetLine> lines = linesOf(demande.draft());
    PrintedOrdonnance printed;
    printed.pages =
        SheetLayout(canvas, head, lines,
                    {Support::Ordinary, sheet, title, mentionsOf(demande.draft(), contrastNote)})
            .draw();
    printed.supports = {{Support::Ordinary, 1, printed.pages}};
    AMBROISE_TRY(printed.pdf, canvas.finish());
    return printed;
}

} // namespace ambroise::prescription
