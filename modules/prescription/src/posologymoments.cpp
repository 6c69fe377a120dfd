// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

namespace ambroise::prescription {

using Kind = Token::Kind;

namespace {

enum Side { Before, At, After };

bool impliesMorning(Moment moment)
{
    return moment == Moment::Wake || moment == Moment::BeforeBreakfast ||
           moment == Moment::Breakfast || moment == Moment::AfterBreakfast;
}

bool impliesNoon(Moment moment)
{
    return moment == Moment::BeforeLunch || moment == Moment::Lunch || moment == Moment::AfterLunch;
}

bool impliesEvening(Moment moment)
{
    return moment == Moment::BeforeDinner || moment == Moment::Dinner ||
           moment == Moment::AfterDinner || moment == Moment::Bedtime;
}

//! "le matin au réveil": one moment said twice, the second more exactly.
bool isMoreExact(const Occasion &known, const Occasion &next)
{
    if (!known.moment || known.time || !next.moment)
        return false;
    return (*known.moment == Moment::Morning && impliesMorning(*next.moment)) ||
           (*known.moment == Moment::Noon && impliesNoon(*next.moment)) ||
           (*known.moment == Moment::Evening && impliesEvening(*next.moment));
}

} // namespace

//! The moment's name may be cut after its third letter: "mat", "mati".
std::optional<Moment> PosologyParser::dayMoment(bool &bare)
{
    const int start = m_at;
    bare = !eatAny(u"tous les|toutes les|les|le|la|l|au moment du|au|a|chaque|des le|vers");
    if (eat(u"apres midi"))
        return Moment::Afternoon;
    if (eatAny(u"matin|mati|mat|matins|matinee"))
        return Moment::Morning;
    if (eatAny(u"midi|mid|midis"))
        return Moment::Noon;
    if (eatAny(u"soir|soi|soirs|soiree"))
        return Moment::Evening;
    if (eatAny(u"coucher|couch|couche"))
        return Moment::Bedtime;
    if (eatAny(u"reveil|lever"))
        return Moment::Wake;
    if (eatAny(u"nuit"))
        return Moment::Night;
    m_at = start;
    return std::nullopt;
}

std::optional<Moment> PosologyParser::ofMeal(int side)
{
    const auto pick = [side](Moment before, Moment at, Moment after) {
        return side == Before ? before : side == At ? at : after;
    };
    if (eatAny(
            u"petit dejeuner|petits dejeuners|ptit dejeuner|petit dej|ptit dej|pdj|repas du matin"))
        return pick(Moment::BeforeBreakfast, Moment::Breakfast, Moment::AfterBreakfast);
    if (eatAny(u"dejeuner|repas de midi|repas du midi"))
        return pick(Moment::BeforeLunch, Moment::Lunch, Moment::AfterLunch);
    if (eatAny(u"diner|souper|repas du soir"))
        return pick(Moment::BeforeDinner, Moment::Dinner, Moment::AfterDinner);
    return std::nullopt;
}

//! "30 minutes avant le petit-déjeuner", "au dîner".
bool PosologyParser::mealMoment()
{
    const int start = m_at;
    Occasion one;
    if (const auto offset = spans(); offset && !offset->second.isSaid() &&
                                     offset->first.unit <= TimeUnit::Hour && sees(u"avant|apres"))
        one.offsetMinutes =
            offset->first.unit == TimeUnit::Hour ? offset->first.count * 60 : offset->first.count;
    else
        m_at = start;
    const int side = eatAny(u"avant|juste avant")                                      ? Before
                     : eatAny(u"apres|juste apres")                                    ? After
                     : eatAny(u"au cours|pendant|au moment|au|avec|lors|a la fin|des") ? At
                                                                                       : -1;
    if (side >= 0) {
        eatAny(u"du|de|le|la");
        one.moment = ofMeal(side);
        if (!one.moment && side == Before && eatAny(u"coucher|se coucher|dormir"))
            one.moment = Moment::Bedtime;
    }
    if (!one.moment || !addOccasion(one, false)) {
        m_at = start;
        return false;
    }
    return true;
}

//! "avant chaque repas"; where moments are said already, words about these.
bool PosologyParser::eachMeal()
{
    const int start = m_at;
    Occasion one;
    if (const auto offset = spans(); offset && !offset->second.isSaid() &&
                                     offset->first.unit <= TimeUnit::Hour && sees(u"avant|apres"))
        one.offsetMinutes =
            offset->first.unit == TimeUnit::Hour ? offset->first.count * 60 : offset->first.count;
    else
        m_at = start;
    const bool mixed =
        eatAny(u"au cours ou a la fin|avant ou pendant|pendant ou apres|avant ou apres|"
               "en dehors|a distance|au milieu|a la fin");
    if (mixed)
        one.moment = std::nullopt;
    else if (eat(u"avant"))
        one.moment = Moment::BeforeMeals;
    else if (eat(u"apres"))
        one.moment = Moment::AfterMeals;
    else if (eat(u"au debut"))
        one.moment = Moment::MealsBegin;
    else if (eatAny(u"pendant|au cours|au moment|lors|avec|a|aux"))
        one.moment = Moment::Meals;
    else {
        m_at = start;
        return false;
    }
    const bool bare = m_tokens.at(m_at - 1).is(u"aux");
    const bool each = eatAny(u"chaque|de chaque|les|des|tous les|de tous les|chacun des") || bare;
    if (!each && !eatAny(u"le|du|un")) {
        m_at = start;
        return false;
    }
    const bool three = eatAny(u"3|trois");
    if (!eat(u"repas")) {
        m_at = start;
        return false;
    }
    const bool words = !one.moment || !each || !current().timing.occasions.isEmpty();
    if (three && (words || !setPeriod({{1, TimeUnit::Day}, {}, false}, {3, 3}))) {
        m_at = start;
        return false;
    }
    if (words)
        current().instructions << slice(start, m_at);
    else
        return addOccasion(one);
    return true;
}

//! "30" of "20 h 30"; not of "20 h 30 gouttes".
int PosologyParser::minutes()
{
    const int start = m_at;
    if (peek().kind != Kind::Number || peek().text.size() != 2)
        return 0;
    const bool apart = peek().spaceBefore;
    const int value = peek().text.toInt();
    const int after = ++m_at;
    const bool counts = apart && (unit() || sees(u"h|heures|fois|x|jours|j|/|-"));
    m_at = after;
    if (counts || value > 59 || sees(u"h|:")) {
        m_at = start;
        return 0;
    }
    eatAny(u"min|minutes");
    return value;
}

//! "8h", "8h30", "20 heures", "08:00".
std::optional<QTime> PosologyParser::clock(bool needsAt)
{
    const int start = m_at;
    const bool at = eatAny(u"a|vers|des|(a");
    const auto hour = (at || !needsAt) ? wholeNumber(23) : std::nullopt;
    if (hour && eatAny(u"heures|heure|h|:")) {
        const int minute = minutes();
        const bool isOffset = sees(u"avant|apres|d intervalle|entre|minimales|minimum");
        const QTime time(*hour, minute);
        if (time.isValid() && !isOffset)
            return time;
    }
    m_at = start;
    return std::nullopt;
}

bool PosologyParser::occasion()
{
    const int start = m_at;
    if (mealMoment() || eachMeal())
        return true;
    bool bare = false;
    if (const auto moment = dayMoment(bare)) {
        Occasion one{moment};
        const int beforeTime = m_at;
        const bool bracket = eat(u"(");
        one.time = clock(false);
        if (!one.time || (bracket && !eat(u")"))) {
            one.time.reset();
            m_at = beforeTime;
        }
        if (addOccasion(one, bare))
            return true;
        m_at = start;
        return false;
    }
    // "à 7h, 12h 18h": the later ones without "à".
    const QList<Occasion> &known = current().timing.occasions;
    const auto time = clock(known.isEmpty() || !known.last().time);
    if (time && addOccasion(Occasion{std::nullopt, 0, time}))
        return true;
    m_at = start;
    return false;
}

//! "le matin, 30 minutes avant le petit-déjeuner" is one intake, told more exactly; "soir coucher"
//! may be one or two. False: what is meant cannot be told. None: another intake.
std::optional<bool> PosologyParser::sharpened(const Occasion &occasion, bool bare)
{
    QList<Occasion> &known = current().timing.occasions;
    for (qsizetype i = 0; i < known.size(); ++i) {
        const bool lessExact = isMoreExact(occasion, known.at(i)); // "au coucher, le soir"
        if (!isMoreExact(known.at(i), occasion) && !lessExact)
            continue;
        const bool isLast = i + 1 == known.size();
        const bool bedtime =
            occasion.moment == Moment::Bedtime || known.at(i).moment == Moment::Bedtime;
        // "matin midi soir coucher" is a list.
        if (bedtime && (known.size() > 1 || m_sawAnd) && (bare || m_sawSeparator))
            return std::nullopt;
        if (!isLast || lessExact || m_sawAnd)
            return false;
        const bool asked = bedtime && (bare || m_sawSeparator);
        if (asked && fork(u"posology.ask.moments"_qs, 2) == 1)
            return std::nullopt;
        known.last() = occasion;
        return true;
    }
    return std::nullopt;
}

bool PosologyParser::addOccasion(const Occasion &occasion, bool bare)
{
    if (m_keypad.contains(m_dosages.size() - 1))
        return false;
    // "matin 1 comprimé, soir 2 comprimés": the next moment begins another dose.
    const bool next = m_momentsFirst && current().dose && !current().timing.occasions.isEmpty();
    if (next) {
        begin(Dosage::Link::Together).timing.occasions << occasion;
        return true;
    }
    if (!current().dose && m_dosages.size() == 1 && m_prefix == Timing{})
        m_momentsFirst = true;
    if (const auto done = sharpened(occasion, bare))
        return *done;
    QList<Occasion> &known = current().timing.occasions;
    if (known.contains(occasion))
        return false;
    known << occasion;
    return true;
}

} // namespace ambroise::prescription
