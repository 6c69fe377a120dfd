// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/generator.h>

#include "generatordata.h"

#include <ambroise/core/text.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace ambroise::patient {
namespace {

using identity::Sex;

//! Everybody was born before: a seed gives the same people on every day.
const QDate lastDay(2025, 12, 31);

//! Share of each band of five years from birth on, in thousandths. Source: INSEE, pyramide des
//! âges.
constexpr std::array pyramid = {50, 55, 61, 61, 59, 57, 60, 62, 63, 61,
                                66, 65, 62, 57, 54, 44, 27, 20, 11, 5};

template <class T>
const T &any(Chance &chance, const QList<T> &values)
{
    return values.at(chance.below(int(values.size())));
}

QDate birthDate(Chance &chance)
{
    constexpr int whole = [] {
        int sum = 0;
        for (const int share : pyramid)
            sum += share;
        return sum;
    }();
    int drawn = chance.below(whole);
    int band = 0;
    while (drawn >= pyramid[size_t(band)])
        drawn -= pyramid[size_t(band++)];
    return lastDay.addDays(-(band * 1826 + chance.below(1826)));
}

PhoneNumber phone(Chance &chance, bool mobile)
{
    static constexpr std::array beginnings = {"046571", "046571", "046571", "019900",
                                              "026191", "035301", "053649"};
    const QString beginning =
        QLatin1String(mobile ? "063998" : beginnings[size_t(chance.below(int(beginnings.size())))]);
    return *PhoneNumber::parse(beginning +
                               u"%1"_qs.arg(chance.below(10'000), 4, 10, QLatin1Char('0')));
}

QString mailPart(QStringView name)
{
    return text::folded(name).toLower().replace(u' ', u'-');
}

} // namespace

quint64 Chance::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

//! What makes a person, before the rules of identity are put on it.
struct Sketch {
    QString surname{}; //!< as people write it
    QString firstName{};
    QStringList otherNames{};
    Sex sex = Sex::Female;
    QDate birth{};
    bool interpreted = false;
    data::Commune birthPlace{};
    Contacts contacts{};
    bool homonym = false;
};

class Generator::People {
public:
    explicit People(quint64 seed)
        : m_chance(seed)
    {
    }
    NewPatient next();

private:
    const QString &likely(const QStringList &names);
    Sketch stranger();
    Sketch twinOf(const Sketch &first);
    Sketch homonymOf(const Sketch &first);
    QString surnameFor(int birthYear);
    Contacts contacts(const Sketch &sketch);
    NewPatient finished(const Sketch &sketch);
    identity::Identity identityOf(const Sketch &sketch);
    identity::InsMatricule matricule(const Sketch &sketch);
    void addUsedNames(NewPatient &patient, const Sketch &sketch);

    Chance m_chance;
    std::optional<Sketch> m_waiting;              //!< the second of two who belong together
    QSet<QString> m_numbers;                      //!< given out: no two people have the same
    QHash<qsizetype, std::vector<int>> m_weights; //!< summed up, of lists of that length
};

//! The earlier in the list, the likelier: as names are in life (Zipf).
const QString &Generator::People::likely(const QStringList &names)
{
    std::vector<int> &sums = m_weights[names.size()];
    for (int sum = 0; sums.size() < size_t(names.size()); sums.push_back(sum))
        sum += 1'000'000 / (int(sums.size()) + 8);
    const int drawn = m_chance.below(sums.back());
    return names.at(std::upper_bound(sums.begin(), sums.end(), drawn) - sums.begin());
}

NewPatient Generator::People::next()
{
    if (m_waiting)
        return finished(*std::exchange(m_waiting, std::nullopt));
    Sketch sketch = stranger();
    if (m_chance.perMille(6)) {
        m_waiting = twinOf(sketch);
    } else if (m_chance.perMille(4)) {
        sketch.homonym = true;
        m_waiting = homonymOf(sketch);
    }
    return finished(sketch);
}

QString Generator::People::surnameFor(int birthYear)
{
    const QString surname = likely(data::surnames());
    if (!m_chance.perCent(birthYear < 1990 ? 2 : 6))
        return surname;
    // Names of both parents, since 2005 with the double hyphen for a time.
    const bool twoNames = birthYear >= 2005 && birthYear <= 2010;
    return surname + (twoNames ? u"--"_qs : u"-"_qs) + likely(data::surnames());
}

Sketch Generator::People::stranger()
{
    Sketch sketch;
    sketch.sex = m_chance.perMille(518) ? Sex::Female : Sex::Male;
    sketch.birth = birthDate(m_chance);
    const int year = sketch.birth.year();
    sketch.surname = surnameFor(year);
    sketch.firstName = likely(data::givenNames(sketch.sex, year));
    for (int others = m_chance.below(3); others > 0; --others) {
        const QString &name = likely(data::givenNames(sketch.sex, year - 40));
        if (name != sketch.firstName && !sketch.otherNames.contains(name))
            sketch.otherNames << name;
    }
    sketch.birthPlace = any(m_chance, data::birthPlaces());
    if (sketch.birthPlace.code.startsWith(u"99") && m_chance.perCent(10)) {
        sketch.birth = QDate(year, 12, 31);
        sketch.interpreted = true;
    }
    sketch.contacts = contacts(sketch);
    return sketch;
}

Sketch Generator::People::twinOf(const Sketch &first)
{
    Sketch twin = first;
    twin.sex = m_chance.perCent(66) ? first.sex : first.sex == Sex::Male ? Sex::Female : Sex::Male;
    twin.otherNames.clear();
    const QStringList &names = data::givenNames(twin.sex, twin.birth.year());
    do {
        twin.firstName = any(m_chance, names);
    } while (twin.firstName == first.firstName);
    twin.contacts.email.reset();
    return twin;
}

Sketch Generator::People::homonymOf(const Sketch &first)
{
    Sketch other = first;
    const int apart = m_chance.perCent(30) ? 40 : 2500 + m_chance.below(4000);
    other.birth = first.birth.addDays(first.birth.year() < 1970 ? apart : -apart);
    other.interpreted = false;
    other.birthPlace = any(m_chance, data::birthPlaces());
    other.contacts = contacts(other);
    return other;
}

Contacts Generator::People::contacts(const Sketch &sketch)
{
    Contacts contacts;
    const bool child = sketch.birth.daysTo(lastDay) < 15 * 365;
    if (m_chance.perCent(child ? 70 : 92))
        contacts.phones << phone(m_chance, true);
    if (m_chance.perCent(30))
        contacts.phones << phone(m_chance, false);
    if (!child && m_chance.perCent(55)) {
        const auto address =
            EmailAddress::parse(mailPart(sketch.firstName) + u'.' + mailPart(sketch.surname) +
                                QString::number(m_chance.below(100)) + u"@example.org"_qs);
        if (address.ok())
            contacts.email = *address;
    }
    const data::Commune &home = any(m_chance, data::homes());
    contacts.address = {.street = QString::number(1 + m_chance.below(120)) + u' ' +
                                  any(m_chance, data::streets()),
                        .postalCode = home.postalCode,
                        .city = home.name};
    return contacts;
}

identity::InsMatricule Generator::People::matricule(const Sketch &sketch)
{
    const QString beginning = (sketch.sex == Sex::Male ? u"1"_qs : u"2"_qs) +
                              sketch.birth.toString(u"yyMM") + sketch.birthPlace.code;
    for (int order = 1 + m_chance.below(998);; order = order % 999 + 1) {
        const QString number = beginning + u"%1"_qs.arg(order, 3, 10, QLatin1Char('0'));
        if (m_numbers.contains(number))
            continue;
        m_numbers.insert(number);
        return *identity::InsMatricule::parse(number + identity::keyOf(number));
    }
}

identity::Identity Generator::People::identityOf(const Sketch &sketch)
{
    using namespace identity;
    const QStringList names = QStringList{sketch.firstName} + sketch.otherNames;
    StrictTraits traits = *StrictTraits::make(
        {.surname = *BirthSurname::parse(sketch.surname),
         .givenNames = *GivenNames::parse(names.join(u' ')),
         .firstGivenName = *GivenNames::parse(sketch.firstName),
         .birthDate = *BirthDate::stored(sketch.birth, sketch.interpreted),
         .sex = sketch.sex,
         .birthPlace = *BirthPlace::make(sketch.birthPlace.code, sketch.birthPlace.name)});

    const int drawn = m_chance.below(1000);
    const IdentityFacts facts{.insiRetrieved = drawn < 780,
                              .coherenceChecked = drawn < 700 || (drawn >= 780 && drawn < 870)};
    const bool provisional = facts.status() == IdentityStatus::Provisional;
    const bool doubtful = provisional && drawn < 885;
    const bool fictive = provisional && !sketch.homonym && drawn >= 998;
    std::optional<Ins> ins;
    if (facts.insiRetrieved)
        ins = Ins{matricule(sketch), InsAuthority::TestNir};
    return *Identity::make(std::move(traits), std::move(ins), facts,
                           *IdentityAttributes::make(doubtful, fictive, sketch.homonym));
}

void Generator::People::addUsedNames(NewPatient &patient, const Sketch &sketch)
{
    const int year = sketch.birth.year();
    const int married = sketch.sex == Sex::Male ? 1 : year < 1960 ? 62 : year < 1980 ? 42 : 18;
    if (year < 2003 && m_chance.perCent(married)) {
        const QString &spouse = likely(data::surnames());
        patient.usedSurname = m_chance.perCent(15) ? sketch.surname + u'-' + spouse : spouse;
    }
    if (!patient.usedSurname.isEmpty() || m_chance.perCent(6))
        patient.usedGivenName = !sketch.otherNames.isEmpty() && m_chance.perCent(10)
                                    ? sketch.otherNames.first()
                                    : sketch.firstName;
}

NewPatient Generator::People::finished(const Sketch &sketch)
{
    NewPatient patient{.identity = identityOf(sketch), .contacts = sketch.contacts};
    addUsedNames(patient, sketch);
    if (m_chance.perCent(88))
        patient.medecinTraitant = any(m_chance, data::doctors());
    const int age = int(sketch.birth.daysTo(lastDay) / 365);
    if (age > 60 && m_chance.perCent(age > 85 ? 20 : 3))
        patient.deceasedOn = lastDay.addDays(-m_chance.below(2000));
    return patient;
}

Generator::Generator(quint64 seed)
    : m_people(std::make_unique<People>(seed))
{
}

Generator::~Generator() = default;
Generator::Generator(Generator &&) noexcept = default;
Generator &Generator::operator=(Generator &&) noexcept = default;

NewPatient Generator::next()
{
    return m_people->next();
}

} // namespace ambroise::patient
