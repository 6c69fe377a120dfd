// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/patientcondition.h>

#include "numbertext.h"

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

using drugs::Truth;

Truth truthOf(bool value)
{
    return value ? Truth::True : Truth::False;
}

Truth truthOf(std::optional<bool> value)
{
    return value ? truthOf(*value) : Truth::Unknown;
}

Truth inverse(Truth value)
{
    return value == Truth::Unknown ? value : truthOf(value == Truth::False);
}

Error refusal(const QString &text)
{
    return {ErrorCode::Corrupt, u"knowledge.table"_qs, text.left(60)};
}

//! The code, and what is below it: "K25" holds "K25.4", "I5" is no code.
bool isBelow(const QString &code, const QString &head)
{
    return code.startsWith(head, Qt::CaseInsensitive);
}

std::optional<KnownCondition> conditionIn(const PatientFacts &facts, const QStringList &heads)
{
    for (const KnownCondition &one : facts.conditions)
        for (const QString &head : heads)
            if (isBelow(one.code, head))
                return one;
    return std::nullopt;
}

//! Nobody has to be asked: a man, a small girl, an old woman.
bool cannotBePregnant(const PatientFacts &facts)
{
    const auto years = facts.ageYears();
    return facts.sex == u"M" || (years && (*years < 10 || *years >= 55));
}

Truth pregnancyOf(const PatientFacts &facts, std::optional<bool> told)
{
    return !told && cannotBePregnant(facts) ? Truth::False : truthOf(told);
}

std::optional<double> numberOf(const QString &what, const PatientFacts &facts)
{
    const auto plain = [](const auto &value) {
        return value ? std::optional<double>(*value) : std::nullopt;
    };
    const auto dated = [](const std::optional<DatedValue> &value) {
        return value ? std::optional<double>(value->value) : std::nullopt;
    };
    if (what == u"age")
        return plain(facts.ageYears());
    if (what == u"months")
        return plain(facts.ageMonths());
    if (what == u"weight")
        return dated(facts.usableWeight());
    if (what == u"egfr")
        return dated(facts.egfr);
    return plain(facts.termWeeks);
}

QString dayOf(const std::optional<DatedValue> &value)
{
    return value && value->on.isValid() ? value->on.toString(Qt::ISODate) : QString();
}

} // namespace

Result<PatientCondition> PatientCondition::parse(const QString &text)
{
    PatientCondition condition;
    if (text.trimmed().isEmpty() || text == u"*")
        return condition;
    for (const QString &alternative : text.split(u" | "_qs)) {
        QList<Atom> all;
        for (const QString &word : alternative.split(u" & "_qs)) {
            AMBROISE_TRY(const Atom atom, parseAtom(word.trimmed()));
            all << atom;
        }
        condition.m_alternatives << all;
    }
    return condition;
}

Result<PatientCondition::Atom> PatientCondition::parseAtom(QString text)
{
    static const QRegularExpression comparison(
        u"^(age|months|weight|egfr|term)(<=|>=|<|>)(\\d+)$"_qs);
    static const QRegularExpression code(u"^([A-Z]\\d{2}(\\.\\d+)?|cisp:[A-Z]\\d{2})$"_qs);
    Atom atom;
    atom.negated = text.startsWith(u'!');
    if (atom.negated)
        text.remove(0, 1);
    const auto match = comparison.match(text);
    if (match.hasMatch()) {
        atom.what = match.captured(1);
        atom.comparison = match.captured(2);
        atom.limit = match.captured(3).toDouble();
        return atom;
    }
    if (text == u"pregnant" || text == u"breastfeeding") {
        atom.what = text == u"pregnant" ? u"pregnancy"_qs : text;
        return atom;
    }
    if (text == u"sex F" || text == u"sex M") {
        atom.what = u"sex"_qs;
        atom.words = QStringList{text.right(1)};
        return atom;
    }
    if (!text.startsWith(u"has "))
        return refusal(text);
    atom.what = u"condition"_qs;
    atom.words = text.mid(4).split(u';');
    for (const QString &word : atom.words)
        if (!code.match(word).hasMatch())
            return refusal(text);
    return atom;
}

Truth PatientCondition::of(const Atom &atom, const PatientFacts &facts)
{
    if (atom.what == u"pregnancy")
        return pregnancyOf(facts, facts.pregnant);
    if (atom.what == u"breastfeeding")
        return pregnancyOf(facts, facts.breastfeeding);
    if (atom.what == u"sex")
        return facts.sex == u"F" || facts.sex == u"M" ? truthOf(atom.words.contains(facts.sex))
                                                      : Truth::Unknown;
    if (atom.what == u"condition") {
        if (conditionIn(facts, atom.words))
            return Truth::True;
        return facts.conditionsAreAll ? Truth::False : Truth::Unknown;
    }
    const auto value = numberOf(atom.what, facts);
    if (!value)
        return Truth::Unknown;
    if (atom.comparison == u"<")
        return truthOf(*value < atom.limit);
    if (atom.comparison == u"<=")
        return truthOf(*value <= atom.limit);
    return truthOf(atom.comparison == u">" ? *value > atom.limit : *value >= atom.limit);
}

namespace {

//! The datum, as it is shown.
AlertFact factOf(const QString &what, const QStringList &words, const PatientFacts &facts)
{
    if (what == u"condition") {
        const auto found = conditionIn(facts, words);
        if (!found)
            return {what, {}, {}, {}};
        return {what, found->label.isEmpty() ? found->code : found->label, {}, found->since};
    }
    if (what == u"sex")
        return {what, facts.sex, {}, {}};
    if (what == u"pregnancy" || what == u"breastfeeding")
        return {what, {}, {}, {}};
    const auto value = numberOf(what, facts);
    const QString since = what == u"weight" ? dayOf(facts.weight)
                          : what == u"egfr" ? dayOf(facts.egfr)
                                            : QString();
    return {what, value ? numberText(*value) : QString(), {}, since};
}

} // namespace

PatientCondition::Verdict PatientCondition::of(const PatientFacts &facts) const
{
    if (m_alternatives.isEmpty())
        return {};
    Verdict verdict{Truth::False, {}, {}};
    for (const QList<Atom> &all : m_alternatives) {
        Truth each = Truth::True;
        QStringList missing;
        QList<AlertFact> because;
        for (const Atom &atom : all) {
            const Truth plain = of(atom, facts);
            const Truth truth = atom.negated ? inverse(plain) : plain;
            each = std::min(each, truth);
            if (truth == Truth::Unknown)
                missing << atom.what;
            else if (!atom.negated)
                because << factOf(atom.what, atom.words, facts);
        }
        if (each == Truth::Unknown)
            verdict.missing += missing;
        if (each > verdict.applies || (each == Truth::True && verdict.because.isEmpty()))
            verdict.because = because;
        verdict.applies = std::max(verdict.applies, each);
    }
    verdict.missing.removeDuplicates();
    if (verdict.applies == Truth::True)
        verdict.missing.clear();
    return verdict;
}

} // namespace ambroise::prescription
