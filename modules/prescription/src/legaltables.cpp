// SPDX-License-Identifier: GPL-3.0-or-later
#include "legaltables.h"

#include <ambroise/drugs/substancemap.h>

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// A resource of a static library is registered by who needs it.
static void registerLegal()
{
    Q_INIT_RESOURCE(legal);
}

namespace ambroise::prescription {
namespace {

QList<QStringList> lines(const QString &name, qsizetype columns)
{
    registerLegal();
    QFile file(u":/ambroise/legal/"_qs + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a table of the legal rules is not in the program");
    QList<QStringList> found;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList values = line.split(u'\t');
        if (values.size() != columns)
            qFatal("a line of the legal rules is broken: %s", qPrintable(line));
        found << values;
    }
    return found;
}

//! Capitals kept: what is captured is shown.
QString foldedWording(const QString &wording)
{
    return QString(wording).replace(u'’', u'\'').simplified();
}

struct Pattern {
    QRegularExpression wording;
    QStringList facts{};
};

//! Most wordings stand there in full; of those with a `*`, the first that fits.
struct Conditions {
    QHash<QString, QStringList> exact{};
    QList<Pattern> patterns{};
};

QRegularExpression patternOf(const QString &wording)
{
    QStringList parts = foldedWording(wording).split(u'*');
    for (QString &part : parts)
        part = QRegularExpression::escape(part);
    return QRegularExpression(u'^' + parts.join(u"(.+)"_qs) + u'$',
                              QRegularExpression::CaseInsensitiveOption);
}

QHash<QString, RuleText> readRules()
{
    QHash<QString, RuleText> rules;
    for (const QStringList &line : lines(u"rules.tsv"_qs, 7))
        rules.insert(line.at(0),
                     {line.at(1), line.at(2), line.at(3), line.at(4), line.at(5), line.at(6)});
    return rules;
}

const QHash<QString, RuleText> &rules()
{
    static const QHash<QString, RuleText> all = readRules();
    return all;
}

Conditions readConditions()
{
    Conditions conditions;
    for (const QStringList &line : lines(u"conditions.tsv"_qs, 3)) {
        QStringList facts;
        for (const QString &fact : line.at(1).split(u';'))
            facts << fact.trimmed();
        if (line.at(0).contains(u'*'))
            conditions.patterns.append({patternOf(line.at(0)), facts});
        else
            conditions.exact.insert(foldedWording(line.at(0)).toLower(), facts);
    }
    return conditions;
}

QList<NamedSubstance> readSubstances()
{
    QList<NamedSubstance> rows;
    for (const QStringList &line : lines(u"substances.tsv"_qs, 4)) {
        NamedSubstance row{line.at(0), drugs::substanceBase(drugs::substanceKey(line.at(1))), {}};
        if (!line.at(2).isEmpty())
            row.moreThanMg = QString(line.at(2)).replace(u',', u'.').toDouble();
        rows << row;
    }
    return rows;
}

} // namespace

std::optional<ConditionFacts> conditionFacts(const QString &wording)
{
    static const Conditions conditions = readConditions();
    const QString folded = foldedWording(wording);
    if (const auto exact = conditions.exact.constFind(folded.toLower());
        exact != conditions.exact.cend())
        return ConditionFacts{*exact, {}};
    for (const Pattern &pattern : conditions.patterns)
        if (const auto match = pattern.wording.match(folded); match.hasMatch())
            return ConditionFacts{pattern.facts, match.captured(1)};
    return std::nullopt;
}

const QList<NamedSubstance> &namedSubstances()
{
    static const QList<NamedSubstance> rows = readSubstances();
    return rows;
}

RuleText ruleText(const QString &rule)
{
    const auto found = rules().constFind(rule);
    if (found == rules().cend())
        qFatal("no such legal rule: %s", qPrintable(rule));
    return *found;
}

QString phrase(const QString &name)
{
    return ruleText(u"phrase."_qs + name).risk;
}

QStringList ruleNames()
{
    return rules().keys();
}

} // namespace ambroise::prescription
