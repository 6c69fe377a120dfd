// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologyparser.h"

#include <QSet>

namespace ambroise::prescription {

using Kind = Token::Kind;

namespace {

//! Words that change a dose: none may hide in what is kept as words beside a dose.
bool changesDose(const QString &word)
{
    static const QStringList starts{u"augment"_qs,    u"diminu"_qs,  u"doubl"_qs,    u"dedoubl"_qs,
                                    u"tripl"_qs,      u"redui"_qs,   u"reduct"_qs,   u"ajout"_qs,
                                    u"rajout"_qs,     u"repet"_qs,   u"renouvel"_qs, u"repren"_qs,
                                    u"arret"_qs,      u"stop"_qs,    u"saut"_qs,     u"remplac"_qs,
                                    u"altern"_qs,     u"moiti"_qs,   u"depass"_qs,   u"adapt"_qs,
                                    u"supplement"_qs, u"titr"_qs,    u"palier"_qs,   u"progress"_qs,
                                    u"majorer"_qs,    u"minorer"_qs, u"compl"_qs};
    static const QSet<QString> exactly{
        u"passer"_qs,  u"max"_qs,      u"maximum"_qs, u"maximal"_qs, u"maximale"_qs, u"minimum"_qs,
        u"fois"_qs,    u"prise"_qs,    u"prises"_qs,  u"sauf"_qs,    u"sinon"_qs,    u"puis"_qs,
        u"ensuite"_qs, u"dose"_qs,     u"doses"_qs,   u"demi"_qs,    u"quart"_qs,    u"encore"_qs,
        u"autre"_qs,   u"plus"_qs,     u"moins"_qs,   u"pas"_qs,     u"jours"_qs,    u"jour"_qs,
        u"semaine"_qs, u"semaines"_qs, u"heures"_qs,  u"cure"_qs,    u"seul"_qs,     u"seule"_qs};
    for (const QString &start : starts)
        if (word.startsWith(start))
            return true;
    return exactly.contains(word);
}

} // namespace

//! "(urticaire)": at its end, when it holds words alone.
bool PosologyParser::aside()
{
    const int start = m_at;
    if (!eat(u"("))
        return false;
    bool bare = false;
    for (; peek().kind == Kind::Word; ++m_at)
        if (changesDose(peek().text) || numeral() || dayMoment(bare) || weekday())
            break;
    if (peek().is(u")") && m_at > start + 1)
        return true; // the loop goes on after it
    m_at = start;
    return false;
}

bool PosologyParser::measure()
{
    return eatAny(u"°c|°|g / l|g / dl|mg / l|mg / dl|mmol / l|mmhg|cmhg|%|kg|ans|bpm|bandelettes|"
                  "/ 10");
}

//! A number that is no dose: "≥ 38,5 °C", "entre 1,5 et 2 g/L", "depuis 3 jours".
bool PosologyParser::measured()
{
    const int start = m_at;
    const Token &before = m_tokens.at(start - 1);
    const bool since = before.is(u"depuis");
    const bool compared =
        before.is(u">") || before.is(u"<") || before.is(u"≥") || before.is(u"≤") || before.is(u"=");
    const bool read = since ? spans().has_value() : numeral().has_value();
    const int after = m_at;
    if (read && (since || measure())) {
        --m_at; // the loop goes on after it
        return true;
    }
    m_at = after;
    if (read && eatAny(u"a|et|-") && numeral() && measure()) {
        --m_at;
        return true;
    }
    m_at = after;
    const bool bare = read && compared && !unit() && !timeUnit();
    m_at = bare ? after - 1 : start;
    return bare;
}

//! A number here begins a dose or a time; "un" and "une" may be articles.
bool PosologyParser::countsSomething()
{
    const int start = m_at;
    const bool article = sees(u"un|une");
    eat(u"le");
    const bool day = weekday().has_value();
    m_at = start;
    if (day || amount() || spans()) {
        m_at = start;
        return true;
    }
    const bool often = timesCount() && eatAny(u"fois|x|prises|/");
    m_at = start;
    const bool number = !article && numeral();
    m_at = start;
    return often || number;
}

//! Words up to where something else begins. None where they might change the dose.
std::optional<QString> PosologyParser::freeWords(bool commaContinues)
{
    const int start = m_at;
    for (; !atEnd(); ++m_at) {
        if (commaContinues && sees(u", de|, d"))
            continue;
        const bool ends =
            sees(
                u".|,|(|)|:|+|puis|et puis|ensuite|avec un maximum|avec maximum|sans depasser|"
                u"ne pas depasser|en respectant|pendant|pdt|durant|jusqu|stop|arret si|a partir du|"
                u"par jour|/ j|/ jour|toutes les|tous les|le matin|matin|le midi|midi|le soir|soir|"
                u"au coucher|la nuit|passer a|augmenter la quantite|qsp|espace|espaces|espacees|"
                u"au maximum|maximum|max|sc|im|iv|voie|par voie|en sous cutanee") ||
            (m_at > start && sees(u"si|en cas de|selon|en fonction|a poursuivre|a debuter"));
        const bool dash = peek().is(u"-") && peek().spaceBefore;
        if (m_at > start && aside())
            continue;
        if (ends || dash)
            break;
        if (m_at > start && measured())
            continue;
        if (countsSomething())
            break;
        if (changesDose(peek().text) || peek().is(u"?")) {
            m_at = start;
            return std::nullopt;
        }
    }
    // "si douleur et 2 le soir": the link is of what follows.
    while (m_at > start && (m_tokens.at(m_at - 1).is(u"et") || m_tokens.at(m_at - 1).is(u"ou")))
        --m_at;
    if (m_at == start)
        return std::nullopt;
    return slice(start, m_at);
}

bool PosologyParser::condition()
{
    const int start = m_at;
    const bool sentenceBegins = m_sawBreak;
    if (current().dose && current().condition.isEmpty() && eat(u"a la demande")) {
        current().condition = slice(start, m_at).toLower();
        return true;
    }
    if (!eatAny(u"si|s|en cas de|en cas d|en presence de|lors de|lors des|lors d"))
        return false;
    if (!freeWords(true)) {
        m_at = start;
        return false;
    }
    QString words = slice(start, m_at);
    words[0] = words.at(0).toLower();
    const int after = m_at;
    eatAny(u",|:");
    if (eatAny(u"augmenter la quantite pour passer a|passer a|augmenter a")) {
        m_instead = true;
        m_nextCondition = words;
        return true;
    }
    m_at = after;
    // A sentence about a dose that was told before, or the beginning of another: not to be guessed.
    const bool another = sentenceBegins && current().dose && !atEnd() && !sees(u".");
    if (another || !current().condition.isEmpty()) {
        m_at = start;
        return false;
    }
    current().condition = words;
    return true;
}

bool PosologyParser::instruction()
{
    const int start = m_at;
    if (eatAny(u"a la meme heure chaque jour|a la meme heure tous les jours|a heure fixe|"
               "chaque jour a la meme heure")) {
        current().instructions << slice(start, m_at);
        if (!current().timing.period.isSaid() && current().timing.occasions.isEmpty() &&
            slice(start, m_at).contains(u"jour")) {
            current().timing.period = {1, TimeUnit::Day};
            current().timing.leastTimes = current().timing.mostTimes = 1;
        }
        return true;
    }
    const bool known = eatAny(
        u"en couche mince|en couche fine|en couche epaisse|en fonction de|en fonction du|"
        "en fonction des|en fonction|selon|suivant|a jeun|avec un|avec une|avec de l|avec de la|"
        "avec du|avec beaucoup d|dans un|dans une|dans de l|sans croquer|sans macher|a avaler|"
        "a croquer|a sucer|a laisser fondre|a diluer|a dissoudre|en massage|en mangeant|"
        "apres toilette|apres nettoyage|apres lavage|au long cours|a vie|traitement de fond|"
        "sous la langue|a distance des repas|en dehors des repas");
    if (!known)
        return false;
    const int afterStart = m_at;
    if (!freeWords())
        m_at = afterStart;
    // "selon" needs to say what.
    const bool open = m_at == afterStart && m_tokens.at(start).is(u"selon");
    const QString &next = peek().text;
    if (open || (peek().kind == Kind::Word && changesDose(next) && next != u"max" &&
                 next != u"maximum" && next != u"puis" && next != u"arret" && next != u"stop")) {
        m_at = start;
        return false;
    }
    QString words = slice(start, m_at);
    words[0] = words.at(0).toLower();
    current().instructions << words;
    return true;
}

bool PosologyParser::route()
{
    struct Route {
        QStringView words;
        QStringView name;
    };
    static constexpr Route routes[] = {
        {u"voie sous cutanee|sous cutanee|sous cutane|sc|s c", u"voie sous-cutanée"},
        {u"voie intramusculaire|intramusculaire|im", u"voie intramusculaire"},
        {u"voie intraveineuse|intraveineuse|ivl|iv", u"voie intraveineuse"},
        {u"voie orale|per os|po", u"voie orale"},
        {u"voie inhalee|voie inhalatoire|inhalee", u"voie inhalée"},
        {u"voie sublinguale|sublinguale|sublingual", u"voie sublinguale"},
        {u"voie rectale|intrarectal|ir", u"voie rectale"},
        {u"voie vaginale|intravaginal", u"voie vaginale"},
        {u"voie nasale|intranasal", u"voie nasale"},
        {u"voie cutanee|voie locale|voie topique", u"voie cutanée"},
        {u"voie ophtalmique", u"voie ophtalmique"},
        {u"voie auriculaire", u"voie auriculaire"},
        {u"voie transdermique", u"voie transdermique"}};
    const int start = m_at;
    eatAny(u"par|en|-");
    for (const Route &one : routes) {
        if (!eatAny(one.words))
            continue;
        if (!current().route.isEmpty() && current().route != one.name)
            break;
        current().route = one.name.toString();
        return true;
    }
    m_at = start;
    return false;
}

bool PosologyParser::site()
{
    const int start = m_at;
    if (current().site.isEmpty() && eatAny(u"par narine|/ narine|chaque narine")) {
        current().site = u"dans chaque narine"_qs;
        return true;
    }
    if (!eatAny(u"sur|dans|a")) {
        m_at = start;
        return false;
    }
    const bool known = eatAny(
        u"la peau propre et seche|la peau seche|la peau|la zone a traiter|les zones a traiter|"
        u"la zone douloureuse|les zones douloureuses|les lesions|la lesion|la plaie|"
        u"les zones atteintes|la zone atteinte|le visage|le cuir chevelu|l oeil droit|"
        u"l oeil gauche|l oeil atteint|chaque oeil|les deux yeux|les 2 yeux|chaque narine|"
        u"les deux narines|les 2 narines|chaque oreille|les deux oreilles|les 2 oreilles|"
        u"une narine|l oreille droite|l oreille gauche|la cuisse|le bras");
    if (!known || !current().site.isEmpty()) {
        m_at = start;
        return false;
    }
    current().site = slice(start, m_at).toLower();
    return true;
}

//! Advice that changes no dose: "Ne pas s'allonger…", "Si difficulté à prendre la gélule,
//! l'ouvrir…".
bool PosologyParser::sentenceApart()
{
    const int start = m_at;
    const bool known =
        eatAny(u"si difficulte|ne pas s allonger|ne pas croquer|ne pas macher|ne pas ecraser|"
               "ne pas ouvrir|ne pas couper|ne pas conduire|bien agiter|agiter avant|agiter|avaler|"
               "laisser fondre|utiliser une protection|se rincer|rincer|conserver|a conserver|"
               "eviter|boire|surveiller|revoir|reconsulter|consulter|reevaluer");
    static const QSet<QString> apart{u"prise"_qs, u"pas"_qs,   u"plus"_qs,
                                     u"jour"_qs,  u"arret"_qs, u"adaptee"_qs};
    for (; known && !atEnd() && !sees(u"."); ++m_at) {
        const bool bad = peek().kind == Kind::Number || peek().is(u"?") ||
                         (changesDose(peek().text) && !apart.contains(peek().text));
        if (bad) {
            m_at = start;
            return false;
        }
    }
    if (!known)
        return false;
    QString words = slice(start, m_at);
    words[0] = words.at(0).toLower();
    current().instructions << words;
    return true;
}

//! How a nebulisation is mixed: kept as written, up to how it is given.
bool PosologyParser::preparation()
{
    const int start = m_at;
    const bool said = eat(u"selon les modalites d administration suivantes");
    const bool bracketed = said && sees(u"(|: (");
    while (said && !atEnd() && !sees(u"a administrer"))
        ++m_at;
    if (!said || (atEnd() && !bracketed)) {
        m_at = start;
        return false;
    }
    current().instructions << slice(start, m_at);
    return true;
}

//! "2 boîtes", "à renouveler 3 fois": of the line, not of the dose.
bool PosologyParser::supply()
{
    const int start = m_at;
    bool known = false;
    if (eatAny(u"ar|a renouveler|renouvelable"))
        known = wholeNumber(99) && (eat(u"fois") || m_tokens.at(start).is(u"ar"));
    else
        known = wholeNumber(999) && eatAny(u"boites|boite|bts|bt");
    if (!known || !(current().dose || current().timing.isSaid())) {
        m_at = start;
        return false;
    }
    current().instructions << slice(start, m_at);
    return true;
}

bool PosologyParser::stop()
{
    const int start = m_at;
    if (!eatAny(u"stop si|arret si|a arreter si|arreter si|stopper si"))
        return false;
    const auto words = freeWords();
    if (!words || !m_limits.stopIf.isEmpty()) {
        m_at = start;
        return false;
    }
    m_limits.stopIf = words->isUpper() ? words->toLower() : *words;
    return true;
}

} // namespace ambroise::prescription
