// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>

//! The tables of resources/legal. Their syntax: resources/legal/README.md.
namespace ambroise::prescription {

//! What one wording of the BDPM asks for.
struct ConditionRow {
    QRegularExpression wording; //!< of the folded one; what `*` stands for is captured
    QStringList facts{};        //!< "max=84:12 semaines"
};
[[nodiscard]] const QList<ConditionRow> &conditionRows();
//! As wordings are compared: one apostrophe, single spaces, small letters.
[[nodiscard]] QString foldedWording(const QString &wording);

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
