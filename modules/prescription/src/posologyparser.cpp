// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <algorithm>

namespace ambroise::prescription {

using Link = Dosage::Link;

PosologyParser::PosologyParser(const QString &text, const QList<Token> &tokens,
                               std::optional<DoseUnit> unit, QList<int> decisions)
    : m_text(text)
    , m_tokens(tokens)
    , m_unit(std::move(unit))
    , m_decisions(std::move(decisions))
{
}

//! "1/2 heure", "1/2 jour", "1/4 h avant": a part of it, or once every two. Nobody may guess.
bool PosologyParser::hasPartOfTime() const
{
    for (qsizetype i = 0; i + 3 < m_tokens.size(); ++i) {
        const Token &part = m_tokens.at(i + 2);
        const Token &unit = m_tokens.at(i + 3);
        const bool fraction = m_tokens.at(i).kind == Token::Kind::Number &&
                              m_tokens.at(i + 1).is(u"/") && !part.spaceBefore &&
                              (part.text == u"2" || part.text == u"4");
        const bool half = part.text == u"2" && (unit.is(u"h") || unit.is(u"heures") ||
                                                unit.is(u"j") || unit.is(u"jour"));
        const Token &after = m_tokens.at(std::min(i + 4, m_tokens.size() - 1));
        const bool before = after.is(u"avant") || after.is(u"apres");
        if (fraction && (half || before || unit.is(u"heure") || unit.is(u"d")))
            return true;
    }
    return false;
}

std::optional<Result<Posology>> PosologyParser::parse()
{
    if (hasPartOfTime())
        return std::nullopt;
    while (!atEnd()) {
        // "3/4 cpr par jour (trois quarts de comprimé)"
        if (sees(u"(") && current().dose && current().equivalent.isEmpty() && equivalent())
            continue;
        if (m_error)
            return Result<Posology>(*m_error);
        if (separator())
            continue;
        const bool instead = m_instead;
        const qsizetype count = m_dosages.size();
        const bool understood = clause();
        if (m_error)
            return Result<Posology>(*m_error);
        if (!understood && !verb())
            return std::nullopt;
        if (!understood)
            continue;
        // "le matin ou le soir" is one intake of two: only a dose may follow « ou ».
        const bool replaced = instead && m_dosages.size() == count;
        if (replaced || m_dosages.size() > 100)
            return std::nullopt;
        m_sawSeparator = m_sawAnd = m_sawBreak = false;
    }
    const bool complete = !m_instead && finish();
    if (m_error)
        return Result<Posology>(*m_error);
    return complete ? std::optional(Posology::make(m_dosages, m_limits)) : std::nullopt;
}

bool PosologyParser::clause()
{
    return connector() || preparation() || supply() || stop() || maximum() || interval() ||
           cycle() || pursue() || lasting() || dates() || sentenceApart() || condition() ||
           multiplied() || keypad() || frequency() || events() || cycleDays() || occasion() ||
           weekdays() || firstDays() || duration() || route() || site() || instruction() || dose();
}

bool PosologyParser::separator()
{
    if (sees(u"et puis"))
        return false;
    if (eat(u".")) {
        m_sawBreak = true;
    } else if (eatAny(u"et|+")) {
        m_sawAnd = true;
    } else if (!eatAny(u",|:|-|(|)")) {
        return false;
    }
    m_sawSeparator = true;
    return true;
}

//! Says that the drug is taken, which is known.
bool PosologyParser::verb()
{
    return eatAny(u"a prendre|prendre|a administrer|administrer|a appliquer|appliquer|"
                  "poser / remplacer|a poser|poser|a injecter|injecter|instiller|a inhaler|inhaler|"
                  "mettre|donner|faire|a changer");
}

//! "puis", "ou", a pause.
bool PosologyParser::connector()
{
    const int start = m_at;
    const bool empty = current() == Dosage{};
    if (eatAny(u"et puis|puis|ensuite|suivi de|suivie de|suivis de")) {
        if (!empty && !m_instead) {
            begin(Link::Then);
            eatAny(u"passer a");
            return true;
        }
    } else if (eatAny(u"ou|sinon")) {
        if (current().dose && !m_instead) {
            m_instead = true;
            if (!m_nextCondition.isEmpty() || current().condition.isEmpty() || m_conditionFirst)
                return true;
            m_instead = false;
        }
    }
    m_at = start;
    return pause();
}

//! "arrêt 7 jours", "7 jours d'arrêt", "1 semaine sans"; at the end "puis arrêt" alone.
bool PosologyParser::pause()
{
    const int start = m_at;
    std::optional<std::pair<Span, Span>> found;
    bool said = eatAny(u"arret|pause|intervalle libre");
    if (said) {
        eatAny(u"de|pendant");
        found = spans();
    } else if (current().link == Link::Then && !current().dose) {
        found = spans();
        said =
            found && eatAny(u"d arret|de pause|d interruption|d intervalle libre|"
                            "sans traitement|sans prise|sans patch|sans comprime|sans anneau|sans");
    }
    const Dosage &before =
        current().dose ? current() : m_dosages.at(std::max<qsizetype>(0, m_dosages.size() - 2));
    const bool atLast = said && !found && atEnd() && before.bounds.duration.isSaid();
    const bool good = said && ((found && found->first.days()) || atLast) &&
                      (current().dose || current().link == Link::Then);
    if (!good) {
        m_at = start;
        return false;
    }
    if (current().dose || (!(current() == Dosage{}) && current().link != Link::Then))
        begin(Link::Then);
    current().isPause = true;
    if (found) {
        current().bounds.duration = found->first;
        current().bounds.longestDuration = found->second;
    }
    return true;
}

Dosage &PosologyParser::begin(Link link)
{
    Dosage next;
    next.link = link;
    // Doses of the same days share a condition that was told before them.
    const bool shares = link != Link::Then && m_conditionFirst;
    if (shares)
        next.condition = current().condition;
    if (!m_nextCondition.isEmpty()) {
        next.condition = m_nextCondition;
        m_nextCondition.clear();
        m_conditionFirst = true;
    } else if (!shares) {
        m_conditionFirst = false;
    }
    m_instead = false;
    m_dosages << next;
    return m_dosages.last();
}

//! The dosage that a dose just read is of.
Dosage &PosologyParser::forDose()
{
    Dosage &known = current();
    if (!known.dose && !known.isPause && !m_instead) {
        if (m_dosages.size() == 1) {
            m_prefix = known.timing;
            m_tailFirst = known;
        }
        m_conditionFirst = !known.condition.isEmpty();
        return known;
    }
    // "6 U si glycémie …, 8 U si glycémie …": one or the other.
    const bool alternative =
        m_instead || (!known.condition.isEmpty() && !m_conditionFirst && !m_sawAnd);
    // Where nothing but the condition tells so, both need one.
    if (alternative && !m_instead)
        m_needCondition << m_dosages.size();
    return begin(alternative ? Link::Instead : Link::Together);
}

} // namespace ambroise::prescription
