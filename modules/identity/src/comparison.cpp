// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/comparison.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::identity {
namespace {

constexpr std::array<QStringView, 5> traitCodes = {u"surname", u"given_names", u"birth_date",
                                                   u"sex", u"birth_place"};
constexpr std::array<QStringView, 4> agreementCodes = {u"equal", u"close", u"different", u"absent"};

constexpr int lastMonth = 12;

//! AAAA-MM-JJ of which the month or the day may be 00, or a pseudo-month above 12: not known.
Result<BirthDate> dateOf(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{4})-([0-9]{2})-([0-9]{2})\\z"_qs);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    const int month = match.captured(2).toInt();
    AMBROISE_TRY(const PartialDate known,
                 PartialDate::of(match.captured(1).toInt(), month > lastMonth ? 0 : month,
                                 match.captured(3).toInt()));
    return BirthDate::interpreted(known);
}

//! Letters alone, with one space between words: what is left when the ways of writing are.
QString bare(NameField field, const QString &name)
{
    QString out = normalise(field, name).value;
    for (QChar &c : out)
        if (!c.isLetter())
            c = u' ';
    return out.simplified();
}

//! "JEAN PAUL" begins "JEAN PAUL MARIE"; where the source's field was full, "MARI" begins "MARIE".
bool begins(const QString &list, const QString &beginning, bool mayBeCut)
{
    if (!list.startsWith(beginning))
        return false;
    return mayBeCut || list.size() == beginning.size() || list.at(beginning.size()) == u' ';
}

ComparedTrait surnames(const ToldTraits &reference, const ToldTraits &source)
{
    ComparedTrait out{Trait::Surname};
    if (reference.surname.isEmpty() || source.surname.isEmpty())
        return out;
    const QString wanted = bare(NameField::BirthSurname, reference.surname);
    const QString told = bare(NameField::BirthSurname, source.surname);
    if (reference.surname == source.surname)
        return {Trait::Surname, Agreement::Equal};
    if (wanted == told || QString(wanted).remove(u' ') == QString(told).remove(u' '))
        return {Trait::Surname, Agreement::Close, Nuance::Writing};
    constexpr qsizetype longEnough = 15; // shorter fields than that do not cut a surname
    if (source.namesMayBeCut && told.size() >= longEnough && wanted.startsWith(told))
        return {Trait::Surname, Agreement::Close, Nuance::CutOff};
    out.agreement = Agreement::Different;
    return out;
}

ComparedTrait givenNames(const ToldTraits &reference, const ToldTraits &source)
{
    ComparedTrait out{Trait::GivenNameList};
    if (reference.givenNames.isEmpty() || source.givenNames.isEmpty())
        return out;
    if (reference.givenNames == source.givenNames)
        return {Trait::GivenNameList, Agreement::Equal};
    const QString wanted = bare(NameField::GivenNames, reference.givenNames);
    const QString told = bare(NameField::GivenNames, source.givenNames);
    if (told.isEmpty() || wanted.isEmpty())
        return {Trait::GivenNameList, Agreement::Different};
    if (wanted == told || QString(wanted).remove(u' ') == QString(told).remove(u' '))
        return {Trait::GivenNameList, Agreement::Close, Nuance::Writing};
    if (begins(wanted, told, false))
        return {Trait::GivenNameList, Agreement::Close, Nuance::ShorterList};
    if (begins(told, wanted, false))
        return {Trait::GivenNameList, Agreement::Close, Nuance::LongerList};
    if (source.namesMayBeCut && begins(wanted, told, true))
        return {Trait::GivenNameList, Agreement::Close, Nuance::CutOff};
    out.agreement = Agreement::Different;
    return out;
}

//! "1969-00-00" and "1969-12-31": the same where what both know is the same, and the rule that
//! fills the rest was followed (guide EXI ID 11).
bool sameByRule(const QString &partial, const QString &whole)
{
    const QStringList known = partial.split(u'-');
    const QDate date = QDate::fromString(whole, Qt::ISODate);
    if (known.size() != 3 || !date.isValid())
        return false;
    const auto born =
        PartialDate::of(known.at(0).toInt(), known.at(1).toInt(), known.at(2).toInt());
    if (!born.ok())
        return false;
    const auto filled = BirthDate::interpreted(*born);
    return filled.ok() && filled->isInterpreted() && filled->date() == date;
}

ComparedTrait birthDates(const ToldTraits &reference, const ToldTraits &source)
{
    if (reference.birthDate.isEmpty() || source.birthDate.isEmpty())
        return {Trait::DateOfBirth};
    if (reference.birthDate == source.birthDate)
        return {Trait::DateOfBirth, Agreement::Equal};
    if (sameByRule(reference.birthDate, source.birthDate) ||
        sameByRule(source.birthDate, reference.birthDate))
        return {Trait::DateOfBirth, Agreement::Close, Nuance::Interpreted};
    return {Trait::DateOfBirth, Agreement::Different};
}

ComparedTrait sexes(const ToldTraits &reference, const ToldTraits &source)
{
    if (reference.sex.isEmpty() || source.sex.isEmpty())
        return {Trait::CivilSex};
    return {Trait::CivilSex, reference.sex == source.sex ? Agreement::Equal : Agreement::Different};
}

//! Paris, Lyon, Marseille: INSi may give the city or the arrondissement.
QString cityOf(const QString &code)
{
    const bool paris = code >= u"75101"_qs && code <= u"75120"_qs;
    const bool lyon = code >= u"69381"_qs && code <= u"69389"_qs;
    const bool marseille = code >= u"13201"_qs && code <= u"13216"_qs;
    return paris ? u"75056"_qs : lyon ? u"69123"_qs : marseille ? u"13055"_qs : code;
}

QString bareTown(const QString &name)
{
    QString out = text::folded(name);
    for (QChar &c : out)
        if (!c.isLetterOrNumber())
            c = u' ';
    return out.simplified();
}

//! "PARIS 14E ARRONDISSEMENT" is in PARIS; "SAINT DENIS EN VAL" is not SAINT DENIS.
bool isTownOf(const QString &town, const QString &whole)
{
    static const QRegularExpression department(
        u"^( (\\d{1,3}|2[AB])( ?(ER?|EME))?)*( ARRONDISSEMENT)?\\z"_qs,
        QRegularExpression::CaseInsensitiveOption);
    return whole.startsWith(town) && department.match(whole.mid(town.size())).hasMatch();
}

bool isCountry(const QString &code)
{
    return code.startsWith(u"99");
}

ComparedTrait birthPlaces(const ToldTraits &reference, const ToldTraits &source)
{
    if (!reference.birthPlace.isEmpty() && !source.birthPlace.isEmpty()) {
        if (reference.birthPlace == source.birthPlace)
            return {Trait::PlaceOfBirth, Agreement::Equal};
        if (cityOf(reference.birthPlace) == cityOf(source.birthPlace))
            return {Trait::PlaceOfBirth, Agreement::Close, Nuance::DistrictCode};
        return {Trait::PlaceOfBirth, Agreement::Different};
    }
    const QString wanted = bareTown(reference.birthPlaceName);
    const QString told = bareTown(source.birthPlaceName);
    if (wanted.isEmpty() || told.isEmpty())
        return {Trait::PlaceOfBirth};
    if (isTownOf(wanted, told) || isTownOf(told, wanted))
        return {Trait::PlaceOfBirth, Agreement::Close, Nuance::PlaceByName};
    // Of a birth abroad the code tells the country, and a document often the town.
    return isCountry(reference.birthPlace) || isCountry(source.birthPlace)
               ? ComparedTrait{Trait::PlaceOfBirth}
               : ComparedTrait{Trait::PlaceOfBirth, Agreement::Different};
}

} // namespace

QString code(Trait trait)
{
    return traitCodes.at(size_t(trait)).toString();
}

QString code(Agreement agreement)
{
    return agreementCodes.at(size_t(agreement)).toString();
}

ToldTraits ToldTraits::of(const StrictTraits &traits)
{
    return {traits.surname().text(),
            traits.givenNames().text(),
            traits.birthDate().date().toString(Qt::ISODate),
            traits.sex() == Sex::Indeterminate ? QString() : code(traits.sex()),
            traits.birthPlace().code(),
            traits.birthPlace().label()};
}

Result<StrictTraits> ToldTraits::strict(const QString &firstGivenName) const
{
    const bool given =
        !firstGivenName.isEmpty() && firstGivenNameMatches(givenNames, firstGivenName);
    AMBROISE_TRY(const BirthSurname name, BirthSurname::parse(surname));
    AMBROISE_TRY(const GivenNames names, GivenNames::parse(givenNames));
    // The first word is proposed: a compound name may come without its hyphen (guide EXI ID 10).
    AMBROISE_TRY(const GivenNames first,
                 GivenNames::parse(given ? firstGivenName : names.text().section(u' ', 0, 0)));
    AMBROISE_TRY(const BirthDate date, dateOf(birthDate));
    AMBROISE_TRY(const BirthPlace place, BirthPlace::make(birthPlace, birthPlaceName));
    return StrictTraits::make(
        {name, names, first, date, sexOf(sex).value_or(Sex::Indeterminate), place});
}

Comparison Comparison::of(const ToldTraits &reference, const ToldTraits &source)
{
    Comparison out;
    out.m_traits = {surnames(reference, source), givenNames(reference, source),
                    birthDates(reference, source), sexes(reference, source),
                    birthPlaces(reference, source)};
    return out;
}

bool Comparison::isEqual() const
{
    return std::all_of(m_traits.begin(), m_traits.end(),
                       [](const ComparedTrait &one) { return one.agreement == Agreement::Equal; });
}

bool Comparison::isCompatible() const
{
    return std::all_of(m_traits.begin(), m_traits.end(), [](const ComparedTrait &one) {
        if (one.agreement == Agreement::Absent)
            return one.trait == Trait::PlaceOfBirth;
        return one.agreement != Agreement::Different;
    });
}

} // namespace ambroise::identity
