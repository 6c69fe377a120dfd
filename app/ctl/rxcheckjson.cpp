// SPDX-License-Identifier: GPL-3.0-or-later
#include "rxcheck.h"

#include "rxclinicalwords.h"
#include "rxlegaljson.h"

#include <QJsonArray>

#include <algorithm>

namespace ambroise::ctl {
namespace {

using prescription::Alert;
using prescription::CheckKind;
using prescription::CheckReport;
using prescription::NotChecked;
using prescription::Treatment;

QString titleOf(const Alert &alert)
{
    if (alert.rule == u"duplicate.class")
        return Ctl::tr("Redondance de classe : %1").arg(alert.subjects.value(0));
    if (alert.kind == CheckKind::Allergy)
        return Ctl::tr("Allergie : %1").arg(alert.subjects.value(0));
    if (alert.kind == CheckKind::Duplicate)
        return Ctl::tr("Redondance de substance active : %1").arg(alert.subjects.value(0));
    return alert.subjects.join(u" + "_qs);
}

QString sentenceOf(const NotChecked &one)
{
    const QString about = one.about.join(u", "_qs);
    if (one.why == u"unknown_drug")
        return Ctl::tr("Médicament inconnu de la base.");
    if (one.why == u"no_source")
        return Ctl::tr("Le thésaurus des interactions n’a pas été importé.");
    if (one.why == u"no_composition")
        return Ctl::tr("La base ne donne pas sa composition.");
    if (one.why == u"perhaps")
        return Ctl::tr("Selon le produit, peut-être aussi : %1.").arg(about);
    if (one.why == u"unmatched")
        return Ctl::tr("Non rapprochée du thésaurus : %1.").arg(about);
    if (one.why == u"absent")
        return Ctl::tr("Substance absente du thésaurus : %1.").arg(about);
    if (one.why == u"undefined_rule")
        return Ctl::tr("Règle que le thésaurus ne définit pas : %1.").arg(about);
    if (one.why == u"local")
        return Ctl::tr("Voie locale, que le thésaurus ne concerne pas.");
    if (one.why == u"unknown_route")
        return Ctl::tr("Voie inconnue : contrôlée comme une voie générale.");
    if (one.why == u"inn")
        return Ctl::tr("Prescrit par substance : ce qui dépend du médicament n’est pas connu.");
    if (one.why == u"no_conditions")
        return Ctl::tr("Les conditions de prescription n’ont pas été importées.");
    if (one.why == u"no_availability")
        return Ctl::tr("Les ruptures et tensions n’ont pas été importées.");
    if (one.why == u"no_duration")
        return Ctl::tr("Aucune durée n’est dite ni ne se déduit de la posologie.");
    if (const QString clinical = clinicalSentenceOf(one); !clinical.isEmpty())
        return clinical;
    return Ctl::tr("Ce contrôle n’est pas fait par cette version.");
}

QJsonValue jsonOf(drugs::Truth truth)
{
    return truth == drugs::Truth::Unknown ? QJsonValue() : QJsonValue(truth == drugs::Truth::True);
}

QJsonObject jsonOf(const prescription::KnowledgeSource &source)
{
    return {{u"name"_qs, source.name}, {u"version"_qs, source.version}};
}

//! The data that the alert speaks because of, and those that would decide.
void addData(QJsonObject &json, const Alert &alert)
{
    QJsonArray data;
    for (const prescription::AlertFact &fact : alert.because) {
        QJsonObject one{{u"what"_qs, fact.what}, {u"value"_qs, fact.value}};
        if (!fact.limit.isEmpty())
            one.insert(u"limit"_qs, fact.limit);
        if (!fact.since.isEmpty())
            one.insert(u"since"_qs, fact.since);
        data.append(one);
    }
    json.insert(u"data"_qs, data);
    json.insert(u"missing"_qs, QJsonArray::fromStringList(alert.missing));
    json.insert(u"decided"_qs, alert.decided);
}

QJsonObject jsonOf(const Alert &alert)
{
    QJsonArray lines;
    for (const int line : alert.lines)
        lines.append(line);
    QJsonArray substances;
    for (const QStringList &names : alert.substances)
        substances.append(QJsonArray::fromStringList(names));
    QJsonObject json{{u"kind"_qs, prescription::code(alert.kind)},
                     {u"level"_qs, alert.level},
                     {u"lines"_qs, lines},
                     {u"subjects"_qs, QJsonArray::fromStringList(alert.subjects)},
                     {u"substances"_qs, substances},
                     {u"title"_qs, titleOf(alert)},
                     {u"risk"_qs, alert.risk},
                     {u"advice"_qs, alert.advice},
                     {u"source"_qs, jsonOf(alert.source)}};
    if (!alert.because.isEmpty() || !alert.missing.isEmpty())
        addData(json, alert);
    if (!alert.levels.isEmpty()) {
        json.insert(u"levels"_qs, QJsonArray::fromStringList(alert.levels));
        json.insert(u"decided"_qs, alert.decided);
        QJsonArray branches;
        for (const drugs::LevelBranch &branch : alert.branches)
            branches.append(QJsonObject{{u"level"_qs, drugs::code(branch.level)},
                                        {u"when"_qs, branch.when},
                                        {u"applies"_qs, jsonOf(branch.applies)}});
        json.insert(u"branches"_qs, branches);
    }
    if (!alert.rule.isEmpty())
        json.insert(u"rule"_qs, alert.rule);
    if (alert.folded)
        json.insert(u"folded"_qs, true);
    return json;
}

bool hasInteraction(const CheckReport &report)
{
    return std::any_of(report.alerts.begin(), report.alerts.end(),
                       [](const Alert &alert) { return alert.kind == CheckKind::Interaction; });
}

QString labelOf(const Treatment &treatment, int line)
{
    const auto &checked = treatment.lines.at(line);
    const QString label = checked.facts ? checked.facts->label : checked.line.cis;
    return QString::number(line) + u' ' + label;
}

} // namespace

QJsonObject toJson(const CheckReport &report, const Treatment &treatment)
{
    QJsonArray alerts;
    for (const Alert &alert : report.alerts)
        alerts.append(jsonOf(alert));
    QJsonArray notChecked;
    for (const NotChecked &one : report.notChecked)
        notChecked.append(QJsonObject{{u"line"_qs, one.line < 0 ? QJsonValue() : one.line},
                                      {u"what"_qs, prescription::code(one.what)},
                                      {u"code"_qs, one.why},
                                      {u"about"_qs, QJsonArray::fromStringList(one.about)},
                                      {u"why"_qs, sentenceOf(one)}});
    const auto price = prescription::totalPrice(treatment);
    QJsonArray sources;
    for (const auto &source : report.sources)
        sources.append(jsonOf(source));
    return {{u"alerts"_qs, alerts},
            {u"sources"_qs, sources},
            {u"not_checked"_qs, notChecked},
            {u"legal"_qs, legalJson(treatment)},
            {u"total_price"_qs, price.total.toString()},
            {u"fully_priced"_qs, price.full},
            {u"boxes_computed"_qs, price.computed},
            {u"boxes"_qs, boxesJson(treatment)}};
}

namespace {

QString alertLines(const CheckReport &report, const Treatment &treatment)
{
    QString text;
    for (const Alert &alert : report.alerts) {
        QStringList lines;
        for (const int line : alert.lines)
            lines << labelOf(treatment, line);
        const QString level = alert.decided
                                  ? alert.level
                                  : Ctl::tr("%1 (selon la dose ou le patient)").arg(alert.level);
        text += u"%1%2  %3  [%4]\n"_qs.arg(
            alert.folded ? u"  "_qs : QString(), level,
            alert.rule.isEmpty() ? titleOf(alert) : titleOf(alert) + u" : "_qs + alert.risk,
            lines.join(u" · "_qs));
    }
    const auto thesaurus =
        std::find_if(report.sources.begin(), report.sources.end(),
                     [](const auto &source) { return source.name == u"ANSM thésaurus"; });
    if (hasInteraction(report) || thesaurus == report.sources.end())
        return text;
    // No row of the thesaurus is no proof that there is no interaction.
    return text +
           Ctl::tr("Aucune interaction référencée (%1) pour ce qui a pu être contrôlé.")
               .arg(thesaurus->name + u' ' + thesaurus->version) +
           u'\n';
}

} // namespace

QString toText(const CheckReport &report, const Treatment &treatment)
{
    QString text = alertLines(report, treatment);
    for (const NotChecked &one : report.notChecked)
        if (one.line < 0)
            text += u"-  %1 : %2\n"_qs.arg(prescription::code(one.what), sentenceOf(one));
    for (int line = 0; line < treatment.lines.size(); ++line) {
        QStringList notMade;
        for (const NotChecked &one : report.notChecked) {
            if (one.line != line)
                continue;
            if (one.why == u"not_made")
                notMade << prescription::code(one.what);
            else
                text += u"-  %1  %2 : %3\n"_qs.arg(labelOf(treatment, line),
                                                   prescription::code(one.what), sentenceOf(one));
        }
        if (!notMade.isEmpty())
            text += u"-  %1  %2\n"_qs.arg(labelOf(treatment, line),
                                          Ctl::tr("non contrôlé : %1").arg(notMade.join(u", "_qs)));
    }
    return text;
}

} // namespace ambroise::ctl
