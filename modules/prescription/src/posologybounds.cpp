// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

namespace ambroise::prescription {

using Kind = Token::Kind;

//! "pendant 7 jours", "7j", "matin et soir x 7 j". Not "1 cp x 7 j": it may be seven a day.
bool PosologyParser::duration()
{
    const int start = m_at;
    if (current().timing.isSaid())
        eat(u"x");
    const bool said =
        eatAny(u"a prendre pendant|pendant|pdt|durant|pour|qsp|sur|pendant une duree de");
    bool most = eatAny(u"au maximum|au plus|maximum|max");
    const auto found = spans();
    const Bounds &known = current().bounds;
    const bool begun = current().dose || current().timing.isSaid() || current().isPause;
    const bool another =
        sees(u"sur|avant|d intervalle|entre|de suite|apres|par") || (sees(u"/") && !said);
    const bool good = found && found->first.days() && (said || begun) &&
                      (said || found->first.unit >= TimeUnit::Day) && !known.duration.isSaid() &&
                      (!another || (said && sees(u"apres")));
    if (!good) {
        m_at = start;
        return false;
    }
    most = eatAny(u"au maximum|maximum|max|au plus") || most;
    current().bounds.duration = found->first;
    current().bounds.longestDuration = found->second;
    current().bounds.atMost = most;
    if (sees(u"apres")) { // "pendant 10 jours après l'intervention"
        const int from = m_at++;
        if (!freeWords() || !current().bounds.startEvent.isEmpty()) {
            m_at = start;
            current().bounds = known;
            return false;
        }
        current().bounds.startEvent = slice(from, m_at);
    }
    return true;
}

std::optional<QDate> PosologyParser::date()
{
    const int start = m_at;
    const auto day = wholeNumber(31);
    eat(u"er");
    static const QStringList months{u"janvier"_qs,   u"fevrier"_qs, u"mars"_qs,     u"avril"_qs,
                                    u"mai"_qs,       u"juin"_qs,    u"juillet"_qs,  u"aout"_qs,
                                    u"septembre"_qs, u"octobre"_qs, u"novembre"_qs, u"decembre"_qs};
    std::optional<int> month;
    if (day && eatAny(u"/|.")) {
        month = wholeNumber(12);
        if (month && !eatAny(u"/|."))
            month.reset();
    } else if (day && peek().kind == Kind::Word && months.contains(peek().text)) {
        month = int(months.indexOf(peek().text)) + 1;
        ++m_at;
    }
    const auto year = month ? wholeNumber(9999) : std::nullopt;
    if (!year || (*year >= 100 && *year < 1900)) {
        m_at = start;
        return std::nullopt;
    }
    const QDate found(*year < 100 ? 2000 + *year : *year, *month, *day);
    if (!found.isValid())
        m_error = Error{ErrorCode::Invalid, u"posology.dates"_qs, {}};
    return found;
}

//! "à partir du 16/03/2023", "jusqu'au 26/03/2023", "du … au …".
bool PosologyParser::dates()
{
    const int start = m_at;
    Bounds &bounds = current().bounds;
    const bool from = eatAny(u"a partir du|a compter du|des le|a debuter le|a commencer le");
    const bool both = !from && eat(u"du");
    const bool to = !from && !both && eatAny(u"jusqu au|et jusqu au");
    const auto first = from || both || to ? date() : std::nullopt;
    const auto second = first && both && eat(u"au") ? date() : std::nullopt;
    const bool known =
        (to || both ? bounds.to : bounds.from).isValid() || (both && bounds.from.isValid());
    if (!first || (both && !second) || known) {
        m_at = start;
        return false;
    }
    if (to)
        bounds.to = *first;
    else
        bounds.from = *first;
    if (second)
        bounds.to = *second;
    return true;
}

//! "2 comprimés le premier jour, puis 1 par jour les 4 jours suivants".
bool PosologyParser::firstDays()
{
    const int start = m_at;
    std::optional<Span> found;
    if (eatAny(u"le premier jour|le 1 er jour|au premier jour|le 1 er j")) {
        if (!sees(u"de|du") && !sees(u"suivant"))
            found = Span{1, TimeUnit::Day};
    } else if (eatAny(u"les|pendant les|durant les")) {
        const auto count = wholeNumber(366);
        if (count && *count > 0 && eat(u"jours suivants") && current().link == Dosage::Link::Then)
            found = Span{*count, TimeUnit::Day};
    }
    if (!found || current().bounds.duration.isSaid() || !current().dose) {
        m_at = start;
        return false;
    }
    current().bounds.duration = *found;
    if (!current().timing.isSaid())
        current().timing.period = {1, TimeUnit::Day};
    return true;
}

bool PosologyParser::boundary()
{
    return dates() || duration();
}

//! "à débuter 12 heures avant l'intervention", "jusqu'à obtenir…", "tant que la diarrhée persiste".
bool PosologyParser::events()
{
    const int start = m_at;
    const bool begins = eatAny(u"a debuter|debuter|a commencer|commencer");
    const bool ends =
        !begins && eatAny(u"jusqu a ce que|jusqu a ce qu|jusqu a l|jusqu a la|jusqu a|"
                          "jusqu au|tant que|tant qu");
    if (!begins && !ends)
        return false;
    if (begins && spans() && !sees(u"avant|apres")) {
        m_at = start;
        return false;
    }
    QString &event = begins ? current().bounds.startEvent : current().bounds.endEvent;
    const auto words = freeWords();
    if (!words || !event.isEmpty()) {
        m_at = start;
        return false;
    }
    event = slice(start, m_at);
    return true;
}

//! "À poursuivre pendant 10 jours après l'intervention": the same dose, once the first part ended.
bool PosologyParser::pursue()
{
    const int start = m_at;
    if (!eatAny(u"a poursuivre|poursuivre|a continuer|continuer") || !current().dose) {
        m_at = start;
        return false;
    }
    const QList<Dosage> before = m_dosages;
    if (!current().bounds.startEvent.isEmpty()) {
        Dosage same = current();
        same.link = Dosage::Link::Then;
        same.bounds = {};
        m_dosages << same;
    }
    if (events() || boundary())
        return true;
    m_dosages = before;
    m_at = start;
    return false;
}

//! "Recommencer le cycle de 7 jours, à répéter sur le mois"; "la quatrième semaine à partir du
//! 22ème jour est un intervalle libre".
bool PosologyParser::cycle()
{
    const int start = m_at;
    if (eatAny(u"recommencer le cycle de|recommencer ce cycle de|cycle de|recommencer tous les")) {
        const auto length = wholeNumber(366);
        if (length && *length > 1 && eatAny(u"jours") && m_cycleLength == 0) {
            m_cycleLength = *length;
            return true;
        }
    } else if (m_cycleLength > 0 && eatAny(u"a repeter|repeter")) {
        if (eatAny(u"sur le mois|sur un mois"))
            m_cycleBounds = std::pair(Span{1, TimeUnit::Month}, Span{});
        else if (eatAny(u"pendant|sur"))
            m_cycleBounds = spans();
        if (m_cycleBounds && m_cycleBounds->first.days())
            return true;
    } else if ((m_cycleLength == 0 || m_cycleLength == 28) &&
               !current().timing.cycleDays.isEmpty() && eat(u"la quatrieme semaine a partir du") &&
               wholeNumber() == 22 && eatAny(u"eme jour|e jour") &&
               eat(u"est un intervalle libre")) {
        freeWords();
        m_cycleLength = 28;
        QString words = slice(start, m_at);
        words[0] = words.at(0).toLower();
        current().instructions << words;
        return true;
    }
    m_at = start;
    return false;
}

//! "à administrer en 20 min", "à laisser pendant 12 h".
bool PosologyParser::lasting()
{
    const int start = m_at;
    const bool left = eatAny(u"a laisser en place pendant|a laisser en place|a laisser pendant|"
                             "a laisser|a garder pendant|a garder");
    if (!left)
        eatAny(u"a administrer|administrer|a perfuser|a passer|passer");
    const bool over = !left && eatAny(u"en|sur");
    const auto found = left || over ? spans() : std::nullopt;
    if (!found || found->second.isSaid() || current().timing.lasting.isSaid() ||
        (over && found->first.unit > TimeUnit::Hour)) {
        m_at = start;
        return false;
    }
    current().timing.lasting = found->first;
    current().timing.leftInPlace = left;
    return true;
}

} // namespace ambroise::prescription
