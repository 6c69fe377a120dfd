// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/ui/duewords.h>

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <algorithm>

namespace ambroise::prevention::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Prevention)
};

//! Due for so long that the month tells nothing: nobody noted it.
constexpr int longAgo = 2 * 365;
constexpr int thisYear = 300; //!< days that need no year

QString monthOf(QDate day)
{
    return day.toString(u"MM/yyyy");
}

//! « 13/10 » of the last months, « 13/10/2025 » before.
QString shortDay(QDate day, QDate today)
{
    return std::abs(day.daysTo(today)) < thisYear ? day.toString(u"dd/MM") : text::frenchDate(day);
}

bool isNeverNoted(const DueItem &item, const Rule &rule, QDate today)
{
    if (item.last || item.undated || item.dose > 1)
        return false;
    const bool timeless = std::holds_alternative<Every>(rule.schedule) ||
                          (!item.lateSince.isValid() && !item.closes.isValid());
    return timeless || item.since.daysTo(today) > longAgo;
}

bool standAlike(const DueItem &a, const DueItem &b)
{
    return a.state == b.state && a.since == b.since && a.dose == b.dose;
}

} // namespace

QString dateText(const std::optional<PartialDate> &date)
{
    if (!date || date->year() == 0)
        return Words::tr("date inconnue");
    if (const auto whole = date->whole())
        return text::frenchDate(*whole);
    if (date->month() == 0)
        return QString::number(date->year());
    return monthOf(earliest(*date));
}

QString stateText(const DueItem &item, const Rule &rule, QDate today)
{
    switch (item.state) {
    case DueState::Late:
        return isNeverNoted(item, rule, today)
                   ? Words::tr("jamais noté")
                   : Words::tr("en retard, %1").arg(monthOf(item.since));
    case DueState::Due:
        return isNeverNoted(item, rule, today)
                   ? Words::tr("jamais noté")
                   : Words::tr("depuis le %1").arg(shortDay(item.since, today));
    case DueState::ToCome:
        return Words::tr("à partir du %1").arg(text::frenchDate(item.since));
    case DueState::Done:
        return item.last ? Words::tr("fait, %1").arg(dateText(item.last)) : Words::tr("fait");
    case DueState::Declined:
        return Words::tr("refusé le %1").arg(text::frenchDate(item.since));
    case DueState::NotConcerned:
        return Words::tr("non concerné");
    case DueState::NotApplicable:
        break;
    }
    return {};
}

QString detailText(const DueItem &item, const Rule &rule)
{
    if (const Step *step = rule.step(item.step))
        return step->label;
    if (item.doses > 1 && item.state != DueState::Done)
        return Words::tr("dose %1 sur %2").arg(item.dose).arg(item.doses);
    return {};
}

QString becauseText(const DueItem &item)
{
    QStringList words;
    for (const ConditionFact &fact : item.because) {
        QString word = u"%1 (%2)"_qs.arg(fact.title, fact.code.section(u':', 1));
        if (fact.since.isValid())
            word += u", "_qs + text::frenchDate(fact.since);
        if (!words.contains(word))
            words << word;
    }
    return words.join(u" ; "_qs);
}

QString kindWord(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Vaccination:
        return Words::tr("Vaccinations");
    case RuleKind::Examination:
        return Words::tr("Examens");
    case RuleKind::Screening:
        break;
    }
    return Words::tr("Dépistages");
}

QList<DueLine> linesOf(const QList<DueItem> &items, const RuleBook &book, QDate today)
{
    QList<DueLine> lines;
    for (const DueItem &item : items) {
        const Rule *rule = book.rule(item.rule);
        if (!rule)
            continue;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const DueLine &line) {
            const Rule *other = book.rule(line.first().rule);
            return !rule->group.isEmpty() && other->group == rule->group &&
                   standAlike(line.first(), item);
        });
        if (same != lines.end()) {
            same->items << item;
            same->label = rule->group;
            continue;
        }
        DueLine line;
        line.items = {item};
        line.label = rule->label;
        line.detail = detailText(item, *rule);
        line.state = stateText(item, *rule, today);
        line.late = item.state == DueState::Late && !isNeverNoted(item, *rule, today);
        lines << line;
    }
    return lines;
}

QList<DueLine> dueLinesOf(const QList<DueItem> &items, const RuleBook &book, QDate today)
{
    QList<DueItem> due;
    std::copy_if(items.begin(), items.end(), std::back_inserter(due), isDue);
    return linesOf(due, book, today);
}

} // namespace ambroise::prevention::ui
