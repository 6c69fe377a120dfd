// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/register.h>

#include <QDate>
#include <QSet>

#include <array>

namespace ambroise::sandbox {
namespace {

//! SplitMix64 (Steele, Lea and Flood, 2014): the same people on every machine.
class Dice {
public:
    quint64 roll()
    {
        quint64 mixed = m_state += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31);
    }
    int below(size_t limit) { return int(roll() % limit); }
    template <size_t size>
    QString of(const std::array<QStringView, size> &words)
    {
        return words.at(size_t(below(size))).toString();
    }

private:
    quint64 m_state = 20261124;
};

constexpr std::array<QStringView, 24> womensNames = {
    u"ADELE",   u"AGATHE", u"ALICE",   u"ANNE-LISE",  u"BERTHE",  u"CAMILLE",
    u"CELESTE", u"CLAIRE", u"COLETTE", u"ELODIE",     u"ESTHER",  u"HELENE",
    u"INES",    u"JEANNE", u"LOUISE",  u"MARGUERITE", u"MARIE",   u"MARIE-ANGE",
    u"NADEGE",  u"ODETTE", u"ROSE",    u"SARAH",      u"SUZANNE", u"VIOLETTE"};
constexpr std::array<QStringView, 24> mensNames = {
    u"ADRIEN",  u"ALBERT",        u"ANTOINE", u"BASILE",  u"CAMILLE", u"CHARLES",
    u"CLEMENT", u"DENIS",         u"EMILE",   u"ETIENNE", u"FELIX",   u"GASPARD",
    u"HENRI",   u"JEAN-BAPTISTE", u"JULES",   u"KARIM",   u"LEON",    u"LOUIS",
    u"MARCEL",  u"NOE",           u"OCTAVE",  u"PAUL",    u"RENE",    u"THEODORE"};
constexpr std::array<QStringView, 30> beginnings = {
    u"AR",  u"BEL", u"BOU", u"CAR", u"CHAN", u"CLER", u"COR", u"DEL", u"DOR", u"FAU",
    u"FLO", u"GAR", u"GRA", u"HOU", u"JOU",  u"LAN",  u"LER", u"MAR", u"MON", u"NOR",
    u"PER", u"POI", u"QUI", u"ROU", u"SAL",  u"TER",  u"TOU", u"VAL", u"VER", u"VIL"};
constexpr std::array<QStringView, 30> ends = {
    u"BIER", u"CHET", u"COURT", u"DAN", u"DEAU", u"DIER", u"DIN",  u"FAIN", u"GNON", u"GUET",
    u"LARD", u"LET",  u"LIN",   u"LON", u"MAND", u"MONT", u"NAUD", u"NET",  u"NIER", u"QUET",
    u"RAND", u"REL",  u"RIN",   u"SAC", u"SIER", u"TEAU", u"TIER", u"TON",  u"VAIN", u"ZAC"};
constexpr std::array<QStringView, 16> places = {
    u"75056", u"69123", u"13055", u"63113", u"33063", u"31555", u"59350", u"67482",
    u"35238", u"44109", u"2A004", u"2B033", u"97105", u"97411", u"99139", u"99350"};

QString surname(Dice &dice)
{
    const QString simple = dice.of(beginnings) + dice.of(ends);
    switch (dice.below(20)) {
    case 0:
        return u"DE "_qs + simple;
    case 1:
        return simple + u'-' + dice.of(beginnings) + dice.of(ends);
    case 2:
        return u"D'"_qs + simple;
    default:
        return simple;
    }
}

QString givenNames(Dice &dice, bool woman)
{
    QStringList names;
    const int count = 1 + dice.below(3);
    while (names.size() < count) {
        const QString name = woman ? dice.of(womensNames) : dice.of(mensNames);
        if (!names.contains(name))
            names << name;
    }
    return names.join(u' ');
}

Person person(Dice &dice)
{
    const bool woman = dice.below(2) == 0;
    const QDate birth = QDate(1925, 1, 1).addDays(dice.below(36'500));
    Person made{surname(dice),
                givenNames(dice, woman),
                woman ? u"F"_qs : u"M"_qs,
                birth.toString(Qt::ISODate),
                dice.of(places),
                {},
                {}};
    made.number = (woman ? u"2"_qs : u"1"_qs) + birth.toString(u"yyMM") + made.birthPlace +
                  u"%1"_qs.arg(1 + dice.below(998), 3, 10, QLatin1Char('0'));
    made.key = matriculeKey(made.number);
    return made;
}

} // namespace

QList<Person> madeUpPersons(int count)
{
    Dice dice;
    QList<Person> persons;
    QSet<QString> numbers;
    while (persons.size() < count) {
        const Person made = person(dice);
        if (numbers.contains(made.number))
            continue;
        numbers.insert(made.number);
        persons << made;
    }
    return persons;
}

} // namespace ambroise::sandbox
