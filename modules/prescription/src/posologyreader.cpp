// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/posologyreader.h>

namespace ambroise::prescription {
namespace {

constexpr qsizetype longest = 1000;
constexpr int mostReadings = 16;

//! A minus in front of a number, which no dash between clauses can be.
bool hasNegative(const QList<Token> &tokens)
{
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const Token &sign = tokens.at(i);
        const bool before =
            tokens.at(i + 1).kind == Token::Kind::Number && !tokens.at(i + 1).spaceBefore;
        if (!before || sign.kind != Token::Kind::Sign)
            continue;
        if (sign.text == u"−")
            return true;
        const QString previous = i > 0 ? tokens.at(i - 1).text : QString();
        static const QStringList numberFollows{u""_qs,    u"a"_qs,       u"de"_qs, u"ou"_qs,
                                               u"x"_qs,   u"/"_qs,       u"-"_qs,  u"prendre"_qs,
                                               u"les"_qs, u"pendant"_qs, u"="_qs,  u"par"_qs};
        if (sign.text == u"-" && numberFollows.contains(previous))
            return true;
    }
    return false;
}

//! The next of all combinations of answers, none after the last.
std::optional<QList<int>> following(QList<int> decisions, const QList<PosologyParser::Fork> &forks)
{
    while (decisions.size() < forks.size())
        decisions << 0;
    decisions.resize(forks.size());
    for (qsizetype i = forks.size() - 1; i >= 0; --i) {
        if (decisions.at(i) + 1 < forks.at(i).options) {
            ++decisions[i];
            decisions.resize(i + 1);
            return decisions;
        }
    }
    return std::nullopt;
}

void askUnits(PosologyReading &reading)
{
    for (const Posology &one : reading.readings)
        if (one.lacksUnit() && !reading.questions.contains(u"posology.ask.unit"_qs))
            reading.questions << u"posology.ask.unit"_qs;
}

} // namespace

std::optional<Amount> strengthInLabel(QStringView label)
{
    const QString text = label.toString();
    const QList<Token> tokens = tokensOf(text);
    if (text.size() > longest || text.contains(u'/'))
        return std::nullopt; // "10 mg/ml", "500 mg/30 mg"
    PosologyParser parser(text, tokens, std::nullopt, {});
    const QList<Amount> amounts = parser.amounts();
    const bool doubtful = amounts.size() != 1 || !parser.forks().isEmpty();
    return doubtful ? std::nullopt : std::optional(amounts.first());
}

Result<PosologyReading> readPosology(QStringView text, const std::optional<DoseUnit> &unit)
{
    const auto invalid = [](const QString &subject) {
        return Error{ErrorCode::Invalid, subject, {}};
    };
    const QString typed = text.trimmed().toString();
    if (typed.isEmpty())
        return invalid(u"posology.empty"_qs);
    if (typed.size() > longest)
        return invalid(u"posology.too_long"_qs);
    const QList<Token> tokens = tokensOf(typed);
    if (hasNegative(tokens))
        return invalid(u"posology.negative"_qs);

    PosologyReading reading;
    std::optional<Error> error;
    QStringList alone;   // asked although there is one reading
    QStringList between; // which of several
    std::optional<QList<int>> decisions = QList<int>{};
    for (int tried = 0; decisions && tried < mostReadings; ++tried) {
        PosologyParser parser(typed, tokens, unit, *decisions);
        const auto found = parser.parse();
        if (found && found->ok() && !reading.readings.contains(**found))
            reading.readings << **found;
        if (found && !found->ok() && !error)
            error = found->error();
        for (const auto &fork : parser.forks()) {
            // A thousand is asked for even where nothing else could be read: "1 500 3x/j".
            const bool always = fork.options == 1 || fork.question == u"posology.ask.thousands";
            QStringList &asked = always ? alone : between;
            if (!asked.contains(fork.question))
                asked << fork.question;
        }
        decisions = following(*decisions, parser.forks());
    }
    if (reading.readings.isEmpty()) {
        if (error)
            return *error;
        reading.readings << Posology::words(typed.simplified());
        return reading;
    }
    reading.questions = reading.readings.size() > 1 ? between + alone : alone;
    askUnits(reading);
    return reading;
}

} // namespace ambroise::prescription
