// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulealert.h"

namespace ambroise::prescription {

QString filled(QString text, const QStringList &values)
{
    for (qsizetype i = values.size(); i-- > 0;)
        text.replace(u'%' + QString::number(i + 1), values.at(i));
    return text.trimmed();
}

Alert ruleAlert(CheckKind kind, const QString &rule, int line, const KnowledgeSource &source,
                const QStringList &values)
{
    const RuleText text = ruleText(rule);
    Alert alert;
    alert.kind = kind;
    alert.rule = rule;
    alert.level = text.level;
    alert.lines = {line};
    alert.subjects = QStringList{text.title};
    alert.risk = filled(text.risk, values);
    alert.advice = filled(text.advice, values);
    alert.source = text.source.isEmpty() ? source : KnowledgeSource{text.source, text.version};
    return alert;
}

} // namespace ambroise::prescription
