// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

namespace ambroise::prescription {

using Kind = Token::Kind;

//! A dose of paediatric syrups: by a mark on the pipette.
std::optional<QString> PosologyParser::graduation()
{
    const int start = m_at;
    if (eat(u"correspondant a la graduation de") && numeral() && eat(u"kg"))
        return slice(start, m_at).toLower();
    m_at = start;
    return std::nullopt;
}

std::optional<DoseUnit> PosologyParser::unit()
{
    for (int count = DoseUnit::longestSpelling(); count > 0; --count) {
        QStringList words;
        int at = 0;
        for (; words.size() < count; ++at) {
            const bool perWeight = peek(at).is(u"/") && peek(at + 1).is(u"kg") && count == 2;
            if (perWeight && words.size() == 1)
                continue;
            if (peek(at).kind != Kind::Word)
                break;
            words << peek(at).text;
        }
        if (words.size() < count)
            continue;
        auto found = DoseUnit::named(words.join(u' '));
        if (!found)
            continue;
        // "2 g/L" is a concentration, no dose.
        const Token &after = peek(at + 1);
        if (peek(at).is(u"/") && (after.is(u"l") || after.is(u"dl") || after.is(u"ml")))
            return std::nullopt;
        m_at += at;
        if (const auto which = graduation())
            found = found->withDetail(*which);
        return found;
    }
    return std::nullopt;
}

DoseUnit PosologyParser::bareUnit() const
{
    return m_lastUnit.value_or(m_unit.value_or(DoseUnit()));
}

std::optional<Amount> PosologyParser::amount()
{
    const int start = m_at;
    if (const auto value = numeral()) {
        if (!value->isWhole())
            eatAny(u"de|d");
        if (const auto said = unit()) {
            Dose exact{*value, *value, *said};
            halves(exact);
            const Amount found{exact.high, exact.unit};
            inLettersToo(found);
            return found;
        }
    }
    m_at = start;
    return std::nullopt;
}

//! "0,5 comprimé (un demi-comprimé)"
void PosologyParser::inLettersToo(const Amount &said)
{
    const int start = m_at;
    if (said.value.isWhole() || !eat(u"("))
        return;
    const int from = m_at;
    while (peek().kind == Kind::Word)
        ++m_at;
    const int to = m_at;
    if (!eat(u")") || !sameInLetters(from, to, said))
        m_at = start;
}

//! "deux comprimés et demi", "1 comprimé et trois quarts".
void PosologyParser::halves(Dose &dose)
{
    const int start = m_at;
    // "1 cp 1/2"; not "10 mg 1/2".
    const bool countable = dose.unit.kind() == DoseUnit::Kind::Countable;
    const bool joined = eat(u"et");
    const auto part = joined ? numeral() : countable ? fraction() : std::nullopt;
    if (!part || *part >= Rational(1) || part->isZero() || dose.isRange() || !dose.high.isWhole()) {
        m_at = start;
        return;
    }
    // "1 matin et 1/2 midi", "1 comprimé et 1/2 comprimé": a dose of its own.
    const int after = m_at;
    const bool another =
        unit().has_value() || (joined && m_tokens.at(after - 1).kind == Kind::Number);
    m_at = another ? start : after;
    if (!another)
        dose.low = dose.high = dose.high + *part;
}

QList<Amount> PosologyParser::amounts()
{
    QList<Amount> found;
    while (!atEnd()) {
        const auto one = amount();
        if (!one)
            ++m_at;
        else if (one->unit.kind() == DoseUnit::Kind::Measure)
            found << *one;
    }
    return found;
}

std::optional<Dose> PosologyParser::doseValue(bool &unitSaid)
{
    const int start = m_at;
    if (sees(u"de")) // "de 1 à 2 comprimés"
        ++m_at;
    const auto low = numeral();
    if (!low) {
        m_at = start;
        return std::nullopt;
    }
    Dose dose{*low, *low, bareUnit()};
    const int afterLow = m_at;
    if (eatAny(u"a|-|ou")) {
        const auto high = numeral();
        const bool other = !high || *high <= *low || sees(u"h|heure|heures|:") ||
                           high->decimal().isEmpty() || low->decimal().isEmpty();
        if (other)
            m_at = afterLow;
        else
            dose.high = *high;
    }
    if (!dose.isRange()) {
        const int beforeHalf = m_at;
        if (eat(u"et") && eatAny(u"demi|demie"))
            dose.low = dose.high = dose.high + Rational::of(1, 2);
        else
            m_at = beforeHalf;
    }
    const int beforeUnit = m_at;
    if (!dose.high.isWhole())
        eatAny(u"de|d");
    const auto said = unit();
    unitSaid = said.has_value();
    if (said) {
        dose.unit = *said;
        halves(dose);
    } else {
        m_at = beforeUnit;
    }
    if (!unitSaid && m_tokens.at(start).is(u"de")) {
        m_at = start;
        return std::nullopt;
    }
    return dose;
}

bool PosologyParser::dose()
{
    const int start = m_at;
    bool unitSaid = false;
    const auto found = doseValue(unitSaid);
    // A number alone is a dose where what follows cannot be what it counts.
    const bool counts = found && !unitSaid &&
                        sees(u"h|heure|heures|j|jour|jours|sem|semaine|semaines|mois|an|ans|"
                             u"fois|prise|prises|x|er|e|eme|min|minute|minutes|%|:");
    if (!found || counts) {
        m_at = start;
        return false;
    }
    Dosage &dosage = forDose();
    dosage.dose = found;
    if (unitSaid)
        m_lastUnit = found->unit;
    if (sees(u"("))
        equivalent();
    strength(unitSaid);
    if (dosage.equivalent.isEmpty())
        equivalent();
    rate();
    eatAny(u"par prise|/ prise|a chaque prise");
    return true;
}

//! "une gélule de dix milligrammes"; "1 500 mg" read as one of 500 mg.
bool PosologyParser::strength(bool unitSaid)
{
    const int start = m_at;
    if (eatAny(u"de|a") || !unitSaid) {
        const auto found = amount();
        if (found && found->unit.kind() == DoseUnit::Kind::Measure && !sees(u"x|fois")) {
            current().strength = found;
            // A patch of 25 µg/h is no patch an hour.
            const QString name = current().dose->unit.name();
            const bool patch = name == u"patch" || name.startsWith(u"dispositif");
            if (patch && eatAny(u"/ h|/ heure|par heure"))
                current().strength->unit = found->unit.withDetail(u"par heure"_qs);
            else if (patch && eatAny(u"/ 24 h|/ 24 heures|par 24 heures"))
                current().strength->unit = found->unit.withDetail(u"par 24 heures"_qs);
            return true;
        }
    }
    m_at = start;
    return false;
}

//! "(trois quarts de comprimé)" after "3/4 cpr" has to be the same; else the text contradicts
//! itself and is not understood.
bool PosologyParser::sameInLetters(int from, int to, const Amount &said)
{
    const int end = m_at;
    m_at = from;
    const auto value = numeral();
    if (value && !value->isWhole())
        eatAny(u"de|d");
    std::optional<DoseUnit> other = value ? unit() : std::nullopt;
    if (!other && m_at == to)
        other = said.unit; // "(trois quarts)"
    Dose exact{value.value_or(Rational()), value.value_or(Rational()), said.unit};
    if (value)
        halves(exact);
    const bool whole = value && other && m_at == to;
    const bool same = whole && *other == said.unit;
    if (same && exact.high != said.value)
        m_error = Error{ErrorCode::Invalid, u"posology.contradiction"_qs, {}};
    m_at = end;
    return same;
}

bool PosologyParser::equivalent()
{
    const int start = m_at;
    const bool bracket = eat(u"(");
    const bool said = eatAny(u"soit|=");
    const int from = m_at;
    if (!bracket && !said)
        return false;
    const auto found = amount();
    const bool perWeight = found && eat(u"/ kg");
    const int to = m_at;
    if (!found || (bracket && !eat(u")"))) {
        m_at = start;
        return false;
    }
    const Dose &dose = *current().dose;
    if (!perWeight && !dose.isRange() && sameInLetters(from, to, {dose.high, dose.unit}))
        return true;
    if (!said && !bracket)
        return false;
    current().equivalent = slice(from, to);
    return true;
}

//! "2 l/min"
bool PosologyParser::rate()
{
    const int start = m_at;
    const bool said = eat(u"au debit de");
    eat(u", au debit de");
    auto found = m_at > start || said ? amount() : std::nullopt;
    const bool own = !found && current().dose && !current().dose->isRange();
    if (own)
        found = Amount{current().dose->high, current().dose->unit};
    const int factor = eatAny(u"/ min|/ minute|par minute")        ? 60
                       : found && !own && eatAny(u"/ h|par heure") ? 1
                                                                   : 0;
    if (!found || factor == 0 || found->unit.kind() != DoseUnit::Kind::Measure) {
        m_at = start;
        return false;
    }
    current().ratePerHour = Amount{found->value * Rational(factor), found->unit};
    if (own)
        current().dose.reset();
    return true;
}

QList<Rational> PosologyParser::dashedParts()
{
    QList<Rational> parts;
    m_inKeypad = true; // "1-0-1 1/2": nobody knows
    do {
        const auto part = numeral();
        if (!part || part->decimal().isEmpty())
            break;
        parts << *part;
    } while (eat(u"-"));
    m_inKeypad = false;
    const bool open = m_at > 0 && m_tokens.at(m_at - 1).is(u"-");
    return parts.size() < 2 || parts.size() > 4 || open ? QList<Rational>() : parts;
}

//! "1 0 1", of one digit each. "1 2 3" may be anything: one of them has to be a nought.
QList<Rational> PosologyParser::spacedParts()
{
    QList<Rational> parts;
    for (; parts.size() < 4 && peek().kind == Kind::Number && peek().text.size() == 1; ++m_at) {
        const Token &next = peek(1);
        const bool counts = next.kind == Kind::Sign || next.is(u"h") || next.is(u"j") ||
                            next.is(u"x") || next.is(u"fois") || next.is(u"jours") ||
                            next.is(u"jour") || next.is(u"mois") || next.is(u"sem") ||
                            next.is(u"semaines") || next.is(u"semaine");
        if (counts || peek().text.toInt() > 4) // "1 0 1 7": days, more likely than seven at bedtime
            break;
        parts << Rational(peek().text.toInt());
    }
    return parts.size() > 2 && parts.contains(Rational(0)) ? parts : QList<Rational>();
}

//! "1-0-1", "1-1-1-1", "0,5-0-0", "1 0 1": matin, midi, soir, coucher.
bool PosologyParser::keypad()
{
    const int start = m_at;
    QList<Rational> parts = dashedParts();
    const bool spaced = parts.isEmpty();
    if (spaced) {
        m_at = start;
        parts = spacedParts();
    }
    if (parts.isEmpty()) {
        m_at = start;
        return false;
    }
    const auto said = unit();
    if (spaced && said && said->kind() == DoseUnit::Kind::Measure) {
        m_at = start;
        return false;
    }
    if (!said && parts.size() == 2 &&
        sees(u"h|heure|heures|j|jour|jours|sem|semaine|semaines|mois|fois|x|prises|/")) {
        m_at = start;
        return false;
    }
    if (parts.size() == 2 && !twoParts(parts, said.has_value())) {
        m_at = start;
        return false;
    }
    const QList<Moment> moments =
        parts.size() == 2
            ? QList<Moment>{Moment::Morning, Moment::Evening}
            : QList<Moment>{Moment::Morning, Moment::Noon, Moment::Evening, Moment::Bedtime};
    // Moments that were said before would be said twice, or otherwise.
    if (current().dose || current().timing.isSaid()) {
        m_at = start;
        return false;
    }
    const DoseUnit taken = said.value_or(bareUnit());
    bool first = true;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i).isZero())
            continue;
        Dosage &dosage = first ? forDose() : begin(Dosage::Link::Together);
        dosage.dose = Dose{parts.at(i), parts.at(i), taken};
        dosage.timing.occasions = {Occasion{moments.at(i)}};
        m_keypad << m_dosages.size() - 1;
        first = false;
    }
    if (first)
        m_error = Error{ErrorCode::Invalid, u"posology.nothing"_qs, {}};
    if (said)
        m_lastUnit = said;
    return true;
}

//! "1-2" alone: from one to two, or one in the morning and two in the evening.
bool PosologyParser::twoParts(const QList<Rational> &parts, bool hasUnit)
{
    const bool mayBeRange = parts.at(0) < parts.at(1);
    if (hasUnit || parts.contains(Rational(0)))
        return false;
    // One reading only, and asked all the same, where it cannot be a range.
    return fork(u"posology.ask.range"_qs, mayBeRange ? 2 : 1) == (mayBeRange ? 1 : 0);
}

//! "2x3/j": in French « deux fois trois », on an ordonnance often two, three times. "2x3 cp/j" and
//! "2 cp x 3/j" are clear.
bool PosologyParser::multiplied()
{
    const int start = m_at;
    const auto first = wholeNumber(99);
    const bool sign = first && eat(u"x");
    const auto second = sign || (first && eat(u"fois")) ? numeral() : std::nullopt;
    if (!second || second->isZero() || *first == 0) {
        m_at = start;
        return false;
    }
    const auto said = unit();
    eat(u"fois");
    const auto per = period();
    const bool known = !current().dose && current().timing.period.isSaid();
    if (!per || per->every || per->least.count != 1 || known) {
        m_at = start;
        return false;
    }
    const bool measured = said && said->kind() == DoseUnit::Kind::Measure;
    const bool open = sign && (!said ? Rational(*first) != *second : measured && *first > 1);
    const bool swapped = open && second->isWhole() && fork(u"posology.ask.times"_qs, 2) == 1;
    Dosage &dosage = forDose();
    int times = *first;
    Rational value = *second;
    if (measured && swapped) { // 2 × 500 mg, all of it in an unknown number of intakes
        value = value * Rational(times);
        times = 0;
    } else if (sign && !said && !swapped && second->isWhole() && *second <= Rational(99)) {
        times = int(second->numerator());
        value = Rational(*first);
    }
    dosage.dose = Dose{value, value, said.value_or(bareUnit())};
    if (said)
        m_lastUnit = said;
    dosage.timing.leastTimes = dosage.timing.mostTimes = times;
    dosage.timing.period = per->least;
    return true;
}

} // namespace ambroise::prescription
