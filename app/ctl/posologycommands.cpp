// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"

#include <words/sentences.h>

#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/posologyfacts.h>
#include <ambroise/prescription/posologyreader.h>

#include <QJsonArray>

#include <cmath>

namespace ambroise::ctl {
namespace {

using prescription::Posology;

//! Six decimals say a third as exactly as the national model does (0.333333).
QJsonValue numberJson(const prescription::Rational &value)
{
    return std::round(value.toDouble() * 1e6) / 1e6;
}

QJsonValue amountJson(const std::optional<prescription::Amount> &amount)
{
    if (!amount)
        return {};
    return QJsonObject{
        {u"value"_qs, numberJson(amount->value)},
        {u"unit"_qs, amount->unit.isSaid() ? QJsonValue(amount->unit.name()) : QJsonValue()}};
}

QJsonValue wholeJson(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject factsJson(const QString &text, const prescription::PosologyFacts &facts)
{
    return {{u"text"_qs, text},
            {u"max_per_day"_qs, amountJson(facts.maxPerDay)},
            {u"max_per_intake"_qs, amountJson(facts.maxPerIntake)},
            {u"min_interval_hours"_qs,
             facts.minIntervalHours ? numberJson(*facts.minIntervalHours) : QJsonValue()},
            {u"duration_days"_qs, wholeJson(facts.durationDays)},
            {u"max_duration_days"_qs, wholeJson(facts.maxDurationDays)}};
}

//! What is known of the drug that the posology is for.
struct Drug {
    std::optional<prescription::DoseUnit> unit{};
    std::optional<prescription::Amount> strength{};
};

Result<Drug> drugOf(const Context &context)
{
    const auto typed = context.arguments.value(u"drug"_qs);
    if (!typed)
        return Drug{};
    AMBROISE_TRY(const auto cis, drugs::Cis::parse(*typed));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_TRY(const auto drug, opened.practice->drugs().byCis(cis));
    return Drug{prescription::DoseUnit::ofForm(drug.form, drug.label),
                prescription::strengthInLabel(drug.label)};
}

QString questionText(const QString &subject)
{
    return app::sentenceOf(Error{ErrorCode::Invalid, subject, {}});
}

QString plainText(const prescription::PosologyReading &reading)
{
    QStringList lines;
    for (const Posology &one : reading.readings)
        lines << (one.isWords() ? Ctl::tr("%1 (texte libre : contrôles de dose impossibles)")
                                      .arg(prescription::sentence(one))
                                : prescription::sentence(one));
    for (const QString &question : reading.questions)
        lines << questionText(question);
    return lines.join(u'\n');
}

Result<Answer> posology(const Context &context)
{
    const QString typed = context.arguments.words().join(u' ');
    AMBROISE_TRY(const Drug drug, drugOf(context));
    AMBROISE_TRY(const auto reading, prescription::readPosology(typed, drug.unit));
    QJsonArray readings;
    for (const Posology &one : reading.readings) {
        QJsonObject json = factsJson(prescription::sentence(one), prescription::factsOf(one));
        const auto letters = prescription::sentenceInLetters(one, drug.strength);
        json.insert(u"in_letters"_qs, letters ? QJsonValue(*letters) : QJsonValue());
        readings.append(json);
    }
    QJsonArray questions;
    for (const QString &question : reading.questions)
        questions.append(
            QJsonObject{{u"code"_qs, question}, {u"message"_qs, questionText(question)}});
    // Of several readings none is the text's sentence: it stays as it was typed.
    const Posology &first = reading.readings.first();
    const QString text =
        reading.readings.size() == 1 ? prescription::sentence(first) : typed.simplified();
    QJsonObject json = factsJson(text, prescription::factsOf(reading.readings));
    json.insert(u"understood"_qs, reading.readings.size() == 1 && !first.isWords());
    json.insert(u"readings"_qs, readings);
    json.insert(u"questions"_qs, questions);
    return Answer{json, plainText(reading)};
}

} // namespace

QList<Command> posologyCommands()
{
    return {Command{u"rx"_qs,
                    u"posology"_qs,
                    u"TEXTE [--drug CIS]"_qs,
                    Ctl::tr("Lit une posologie et dit ce qui en découle."),
                    1,
                    200,
                    {u"drug"_qs},
                    {},
                    true,
                    posology}};
}

} // namespace ambroise::ctl
