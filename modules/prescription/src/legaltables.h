// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! The tables of resources/legal. Their syntax: resources/legal/README.md.
namespace ambroise::prescription {

//! What one wording of the BDPM asks for.
struct ConditionFacts {
    QStringList facts{}; //!< "max=84:12 semaines"
    QString captured{};  //!< what `*` stands for
};
//! One apostrophe, spaces and capitals make no difference. None where no line reads it.
[[nodiscard]] std::optional<ConditionFacts> conditionFacts(const QString &wording);

struct NamedSubstance {
    QString rule{}; //!< "mte", "dispenser"
    QString base{}; //!< drugs::substanceBase of its key
    std::optional<double> moreThanMg{};
};
[[nodiscard]] const QList<NamedSubstance> &namedSubstances();

struct RuleText {
    QString level{};
    QString title{};
    QString risk{};
    QString advice{};
    QString source{};
    QString version{};
};
//! Of a rule of our table; there is no such rule is a fault of the program.
[[nodiscard]] RuleText ruleText(const QString &rule);
//! "phrase.…"
[[nodiscard]] QString phrase(const QString &name);

//! Every rule that the table has.
[[nodiscard]] QStringList ruleNames();

} // namespace ambroise::prescription
