// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

namespace ambroise::prescription {

//! "par prise", "/jour", "en 24 heures", "au total".
bool PosologyParser::perWhat(const Amount &amount)
{
    if (eatAny(u"par prise|/ prise|a chaque prise|en une prise|par administration")) {
        if (m_limits.perIntake)
            return false;
        m_limits.perIntake = amount;
        m_limits.perIntakeEquivalent = limitEquivalent();
        return true;
    }
    if (eatAny(u"au total|en tout")) {
        if (m_limits.lifetime)
            return false;
        m_limits.lifetime = amount;
        return true;
    }
    const int start = m_at;
    std::optional<Period> found;
    if (eatAny(u"en 24 h|en 24 heures|sur 24 h|sur 24 heures|dans la journee|le jour"))
        found = Period{{1, TimeUnit::Day}, {}, false};
    else
        found = period();
    if (!found || found->every != (found->least.count > 1) || m_limits.perPeriod) {
        m_at = start;
        return false;
    }
    m_limits.perPeriod = amount;
    m_limits.period = found->least;
    m_limits.perPeriodEquivalent = limitEquivalent();
    return true;
}

//! "(soit 2 gélules)"
QString PosologyParser::limitEquivalent()
{
    const int start = m_at;
    if (eat(u"( soit")) {
        const int from = m_at;
        const auto found = amount();
        const int to = m_at;
        if (found && eat(u")"))
            return slice(from, to);
    }
    m_at = start;
    return {};
}

//! "4000 mg maximum par jour", "8 comprimés par jour au maximum".
bool PosologyParser::maximum()
{
    const int start = m_at;
    const Limits before = m_limits;
    const auto found = amount();
    if (found && eatAny(u"maximum|max|au maximum|au max|au plus") && perWhat(*found))
        return true;
    m_at = start;
    m_limits = before;
    // After a dose alone: "1 comprimé si douleur, 8 comprimés par jour maximum".
    const auto later = current().dose ? amount() : std::nullopt;
    if (later && perWhat(*later) && eatAny(u"maximum|max|au maximum|au max|au plus"))
        return true;
    m_at = start;
    m_limits = before;
    const bool said = eatAny(
        u"avec un maximum de|avec un maximum a|avec un maximum d|avec maximum|avec un max de|"
        "jusqu a|sans depasser|ne pas depasser|au maximum|au max|maximum de|maximum|max de|max|"
        "dose maximale|dose maximum|dose max|posologie maximale");
    if (said && maximumOf(true))
        return true;
    m_at = start;
    m_limits = before;
    return false;
}

bool PosologyParser::maximumOf(bool said)
{
    // "dose max/prise de 1000 mg": what it is of comes before.
    const int before = m_at;
    const bool perIntake = eatAny(u"/ prise|par prise");
    const auto per = perIntake ? std::nullopt : period();
    if (perIntake || per)
        eatAny(u"de|d|=|:");
    eatAny(u":");
    const auto days = spans();
    if (days && said && !perIntake && !per && days->first.unit >= TimeUnit::Day &&
        !days->second.isSaid() && !current().bounds.duration.isSaid()) {
        current().bounds.duration = days->first;
        current().bounds.atMost = true;
        return true;
    }
    m_at = days ? before : m_at;
    const int value = m_at;
    auto found = amount();
    if (!found && !sees(u"fois")) {
        if (const auto number = numeral())
            found = Amount{*number, bareUnit()};
        else
            m_at = value;
    }
    if (!found) {
        const auto times = timesCount();
        const bool counted = times && eatAny(u"fois|prises|prise|x") && times->least == times->most;
        const auto often = counted ? period() : std::nullopt;
        return often && !current().timing.period.isSaid() &&
               setPeriod(*often, Times{0, times->most});
    }
    if (!perIntake && !per) {
        if (!perWhat(*found))
            return false;
    } else if (perIntake ? m_limits.perIntake.has_value() : m_limits.perPeriod.has_value()) {
        return false;
    } else if (perIntake) {
        m_limits.perIntake = found;
        m_limits.perIntakeEquivalent = limitEquivalent();
    } else {
        m_limits.perPeriod = found;
        m_limits.period = per->least;
        m_limits.perPeriodEquivalent = limitEquivalent();
    }
    // "… et de 4 comprimés par jour"
    const int after = m_at;
    const Limits known = m_limits;
    if (eatAny(u"et de|et|, et|, de|,") && !perIntake && !per) {
        const auto next = amount();
        if (next && perWhat(*next))
            return true;
    }
    m_at = after;
    m_limits = known;
    return true;
}

//! "en respectant 4 heures minimales entre 2 prises", "espacés d'au moins 4 heures".
bool PosologyParser::interval()
{
    const int start = m_at;
    const bool said = eatAny(
        u"en respectant un intervalle de|en respectant un intervalle minimum de|"
        "en respectant un intervalle minimal de|en respectant un intervalle d|"
        "en respectant un delai de|en respectant un delai minimum de|en respectant|"
        "avec un intervalle minimum de|avec un intervalle minimal de|avec un intervalle d|"
        "avec un intervalle de|intervalle minimum de|intervalle minimum|intervalle minimal de|"
        "intervalle de|espaces de|espacees de|espace de|espacee de|espaces d|espacees d|"
        "espace d|espacee d|a espacer de|a espacer d");
    const bool apart = !said && eat(u"a"); // "à 8 heures d'intervalle"
    const bool least = eatAny(u"au moins|minimum");
    const auto found = spans();
    if (found)
        eatAny(u"minimales|minimum|minimale|mini|min|au minimum|au moins");
    const bool between = found && eatAny(u"entre 2 prises|entre deux prises|entre chaque prise|"
                                         "entre les prises|entre chaque|entre 2 injections|"
                                         "entre deux injections|d intervalle");
    if (between && apart)
        eatAny(u"minimum|au minimum|au moins|mini");
    const bool good = found && (said || ((least || apart) && between)) &&
                      !m_limits.leastInterval.isSaid() && found->first.hours();
    if (!good) {
        m_at = start;
        return false;
    }
    m_limits.leastInterval = found->first;
    return true;
}

} // namespace ambroise::prescription
