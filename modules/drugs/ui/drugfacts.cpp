// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugfacts.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ambroise::drugs::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DrugSheet)
};

constexpr qsizetype mostWords = 3;
constexpr qsizetype mostNotices = 1; // a sentence each

QString dated(const QString &text, QDate date)
{
    return date.isValid() ? Words::tr("%1 (%2)").arg(text, text::frenchDate(date)) : text;
}

//! The first few: the rest stands in the whole sheet.
QString few(QStringList words, qsizetype most = mostWords)
{
    words.removeDuplicates();
    const auto more = words.size() - most;
    if (more <= 0)
        return words.join(u", "_qs);
    return words.mid(0, most).join(u", "_qs) + Words::tr(", et d’autres (%1)").arg(more);
}

QString substanceWords(const QList<Substance> &substances)
{
    QStringList names;
    for (const Substance &substance : substances)
        names << (substance.name + u' ' + substance.dosage).trimmed();
    return few(names);
}

QString conditionWords(const QList<Condition> &conditions)
{
    QStringList words;
    for (const Condition &condition : conditions)
        words << condition.wording;
    return few(words);
}

QString groupWords(const DrugDetail &detail)
{
    if (detail.groups.value.isEmpty())
        return {};
    const QList<GroupMember> others = othersOf(detail);
    const auto marketed = std::count_if(others.begin(), others.end(),
                                        [](const GroupMember &one) { return one.marketed; });
    return Words::tr("%1, %2 au choix")
        .arg(roleWord(detail.groups.value.first().group.role))
        .arg(marketed);
}

//! Of a hybrid, what it is one of; of a reference, how many others there are.
QString hybridWords(const DrugDetail &detail)
{
    if (detail.hybrids.value.isEmpty())
        return {};
    QStringList references;
    int hybrids = 0;
    bool isReference = false;
    for (const HybridMember &member : detail.hybrids.value.first().members) {
        const bool own = member.cis == detail.drug.value.cis;
        isReference = isReference || (own && member.reference);
        if (member.reference)
            references << member.label.section(u',', 0, 0);
        else if (member.marketed && !own)
            ++hybrids;
    }
    if (isReference)
        return Words::tr("référence de %n hybride(s)", nullptr, hybrids);
    return references.isEmpty() ? Words::tr("hybride")
                                : Words::tr("hybride de %1").arg(few(references));
}

QString priceWords(const DrugDetail &detail)
{
    const Presentation *box = usualBox(detail.presentations.value);
    if (!box)
        return {};
    const QString price = Words::tr("%1 la boîte").arg(box->publicPrice->toFrench());
    return box->isReimbursed() ? rateWords(*box) + u", "_qs + price : price;
}

//! « A, B ou C ».
QString eitherOf(QStringList words)
{
    if (words.size() < 2)
        return words.value(0);
    const QString last = words.takeLast();
    return words.join(u", "_qs) + Words::tr(" ou ") + last;
}

//! All that was judged on the newest day: a value of one indication is not the drug's.
QString opinionWords(const QList<Opinion> &opinions)
{
    if (opinions.isEmpty())
        return {};
    const QDate newest = opinions.first().givenOn;
    QStringList values;
    for (const Opinion &opinion : opinions)
        if (opinion.givenOn == newest)
            values << opinion.value;
    values.removeDuplicates();
    const QString said = eitherOf(values);
    return dated(values.size() > 1 ? Words::tr("%1 selon l’indication").arg(said) : said, newest);
}

//! The newest of those that are still told.
QString noticeWords(const QList<Notice> &notices, QDate today)
{
    QStringList told;
    for (const Notice &notice : notices)
        if (!notice.to.isValid() || notice.to >= today)
            told << dated(notice.wording, notice.from);
    return few(told, mostNotices);
}

//! A problem of one box is not the drug's.
QString stockWords(const Availability &state)
{
    const QString what = availabilityWords(state);
    return state.cip13 ? Words::tr("%1 (présentation %2)").arg(what, state.cip13->toString())
                       : what;
}

} // namespace

QString roleWord(GroupRole role)
{
    switch (role) {
    case GroupRole::Princeps:
        return Words::tr("princeps");
    case GroupRole::Generic:
        return Words::tr("générique");
    case GroupRole::Complementary:
        return Words::tr("générique par complémentarité");
    case GroupRole::Substitutable:
        return Words::tr("substituable");
    }
    return {};
}

QString sourceWords(const Source &source)
{
    return source.date.isValid() ? source.name + u", "_qs + text::frenchDate(source.date)
                                 : source.name;
}

QString daysWords(const Notice &notice)
{
    const QString from = text::frenchDate(notice.from);
    return notice.to.isValid() ? Words::tr("du %1 au %2").arg(from, text::frenchDate(notice.to))
                               : from;
}

bool isWarning(const Availability &state)
{
    return state.state != Availability::State::Back;
}

QString availabilityWords(const Availability &state)
{
    QString what;
    switch (state.state) {
    case Availability::State::Shortage:
        what = Words::tr("rupture");
        break;
    case Availability::State::Tension:
        what = Words::tr("tension");
        break;
    case Availability::State::Stopped:
        what = Words::tr("arrêt de commercialisation");
        break;
    case Availability::State::Back:
        what = Words::tr("de nouveau disponible");
        break;
    }
    if (state.state == Availability::State::Back)
        return state.backOn.isValid()
                   ? Words::tr("%1 le %2").arg(what, text::frenchDate(state.backOn))
                   : what;
    if (state.since.isValid())
        what = Words::tr("%1 depuis le %2").arg(what, text::frenchDate(state.since));
    return state.backOn.isValid()
               ? Words::tr("%1, retour prévu le %2").arg(what, text::frenchDate(state.backOn))
               : what;
}

const Presentation *usualBox(const QList<Presentation> &boxes)
{
    const auto found = std::find_if(boxes.begin(), boxes.end(), [](const Presentation &box) {
        return box.marketed && box.publicPrice;
    });
    return found == boxes.end() ? nullptr : &*found;
}

QList<GroupMember> othersOf(const DrugDetail &detail)
{
    QList<GroupMember> others;
    QSet<qint64> seen{detail.drug.value.cis.number()};
    for (const GroupDetail &group : detail.groups.value)
        for (const GroupMember &member : group.members) {
            // Without a label it is no longer in the list of drugs: it cannot be prescribed.
            if (member.label.isEmpty() || seen.contains(member.cis.number()))
                continue;
            seen.insert(member.cis.number());
            others << member;
        }
    std::stable_sort(others.begin(), others.end(), [](const GroupMember &a, const GroupMember &b) {
        return a.marketed && !b.marketed;
    });
    return others;
}

QString rateWords(const Presentation &box)
{
    QStringList rates;
    for (const int rate : box.rates)
        rates << QString::number(rate) + u"\u202F%"_qs;
    return rates.join(Words::tr(" ou "));
}

QString uncheckedWords()
{
    return Words::tr("interactions, doses, contre-indications");
}

QList<Fact> briefFacts(const DrugDetail &detail, QDate today)
{
    const Drug &drug = detail.drug.value;
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &text, const Source &source,
                              std::optional<uikit::Meaning> meaning = {}) {
        if (!text.isEmpty())
            facts.append({label, text, source, meaning});
    };
    if (!drug.marketed)
        add(Words::tr("État"), Words::tr("non commercialisé"), detail.drug.source,
            uikit::Meaning::Caution);
    for (const Availability &state : detail.availability.value)
        add(Words::tr("Stock"), stockWords(state), detail.availability.source,
            isWarning(state) ? std::optional(uikit::Meaning::Caution) : std::nullopt);
    add(Words::tr("Alerte"), detail.watch, detail.drug.source, uikit::Meaning::Caution);
    add(Words::tr("Sécurité"), noticeWords(detail.notices.value, today), detail.notices.source,
        uikit::Meaning::Caution);
    if (detail.monitored)
        add(Words::tr("Surveillance"), Words::tr("renforcée (triangle noir)"), detail.drug.source,
            uikit::Meaning::Caution);
    add(Words::tr("Substance"), substanceWords(detail.substances), detail.composition.source);
    add(Words::tr("Conditions"), conditionWords(detail.conditions.value), detail.conditions.source);
    add(Words::tr("Groupe"), groupWords(detail), detail.groups.source);
    add(Words::tr("Hybride"), hybridWords(detail), detail.hybrids.source);
    const Presentation *box = usualBox(detail.presentations.value);
    add(box && box->isReimbursed() ? Words::tr("Remboursé") : Words::tr("Prix"), priceWords(detail),
        detail.presentations.source);
    add(Words::tr("SMR"), opinionWords(detail.smr.value), detail.smr.source);
    add(Words::tr("ASMR"), opinionWords(detail.asmr.value), detail.asmr.source);
    return facts;
}

QStringList silentParts(const DrugDetail &detail)
{
    QStringList silent;
    const auto check = [&silent](const QString &word, bool told) {
        if (!told)
            silent << word;
    };
    check(Words::tr("composition"), !detail.composition.value.isEmpty());
    check(Words::tr("présentations"), !detail.presentations.value.isEmpty());
    check(Words::tr("conditions de prescription"), !detail.conditions.value.isEmpty());
    check(Words::tr("groupe générique"), !detail.groups.value.isEmpty());
    check(Words::tr("disponibilité"), !detail.availability.value.isEmpty());
    check(Words::tr("informations de sécurité"), !detail.notices.value.isEmpty());
    check(Words::tr("SMR"), !detail.smr.value.isEmpty());
    check(Words::tr("ASMR"), !detail.asmr.value.isEmpty());
    check(Words::tr("classe ATC"), !detail.atc.value.isEmpty());
    return silent;
}

} // namespace ambroise::drugs::ui
