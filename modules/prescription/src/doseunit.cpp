// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/text.h>
#include <ambroise/prescription/doseunit.h>

#include <QHash>

#include <algorithm>
#include <array>

namespace ambroise::prescription {

struct DoseUnitRow {
    QStringView name;
    QStringView plural;
    DoseUnit::Kind kind;
    bool feminine;
    QStringView letters; //!< empty: the name
    QStringView pluralLetters;
    QStringView spellings; //!< besides the name and its plural; folded, between '|'
};

namespace {

using Kind = DoseUnit::Kind;

constexpr DoseUnitRow unsaid{
    u"unité de prise", u"unités de prise", Kind::Countable, true, {}, {}, {}};

// « u » is written in full: read as a zero, it has killed. « Mesure » alone is of no fixed size but
// that of the drug's own spoon.
constexpr std::array rows{
    DoseUnitRow{u"comprimé",
                u"comprimés",
                Kind::Countable,
                false,
                {},
                {},
                u"cp|cpr|cps|cprs|comp|comprime effervescent|comprimes effervescents|comprime "
                u"orodispersible|comprimes orodispersibles|comprime pellicule|comprimes "
                u"pellicules|comprime secable|comprimes secables|cp effervescent|cp "
                u"effervescents|cp orodispersible|cp orodispersibles"},
    DoseUnitRow{u"gélule", u"gélules", Kind::Countable, true, {}, {}, u"gel|gelu"},
    DoseUnitRow{u"capsule", u"capsules", Kind::Countable, true, {}, {}, u"caps"},
    DoseUnitRow{u"sachet", u"sachets", Kind::Countable, false, {}, {}, u"sach"},
    DoseUnitRow{u"ampoule",
                u"ampoules",
                Kind::Countable,
                true,
                {},
                {},
                u"amp|ampoule buvable|ampoules buvables|amp buvable|amp buvables"},
    DoseUnitRow{u"flacon", u"flacons", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"tube", u"tubes", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"dose", u"doses", Kind::Countable, true, {}, {}, {}},
    // The mark of the weight on the pipette of a syrup.
    DoseUnitRow{u"dose-poids",
                u"doses-poids",
                Kind::Countable,
                true,
                {},
                {},
                u"dose par poids|doses par poids|dose kg|doses kg"},
    DoseUnitRow{u"goutte", u"gouttes", Kind::Countable, true, {}, {}, u"gtte|gttes|gte|gtes"},
    DoseUnitRow{u"suppositoire", u"suppositoires", Kind::Countable, false, {}, {}, u"suppo|suppos"},
    DoseUnitRow{u"ovule", u"ovules", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"patch", u"patchs", Kind::Countable, false, {}, {}, u"patches"},
    DoseUnitRow{u"dispositif transdermique",
                u"dispositifs transdermiques",
                Kind::Countable,
                false,
                {},
                {},
                u"dispositif|dispositifs"},
    DoseUnitRow{u"emplâtre", u"emplâtres", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"seringue", u"seringues", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"stylo", u"stylos", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"cartouche", u"cartouches", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"récipient unidose",
                u"récipients unidoses",
                Kind::Countable,
                false,
                {},
                {},
                u"recipients unidose|unidose|unidoses|monodose|monodoses|dosette|dosettes"},
    DoseUnitRow{u"pipette", u"pipettes", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"cuillère à café",
                u"cuillères à café",
                Kind::Countable,
                true,
                {},
                {},
                u"cac|c a c|cuill a cafe|cuil a cafe|c a cafe|cuilleree a cafe|cuillerees a cafe"},
    DoseUnitRow{
        u"cuillère à soupe",
        u"cuillères à soupe",
        Kind::Countable,
        true,
        {},
        {},
        u"cas|c a s|cuill a soupe|cuil a soupe|c a soupe|cuilleree a soupe|cuillerees a soupe"},
    DoseUnitRow{u"cuillère-mesure",
                u"cuillères-mesures",
                Kind::Countable,
                true,
                {},
                {},
                u"cuilleres mesure|mesure|mesures|c mes|cmes"},
    DoseUnitRow{u"bouffée", u"bouffées", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"inhalation", u"inhalations", Kind::Countable, true, {}, {}, u"inhal"},
    DoseUnitRow{
        u"pulvérisation",
        u"pulvérisations",
        Kind::Countable,
        true,
        {},
        {},
        u"pulv|spray|sprays|spray nasal|sprays nasals|pulverisation nasale|pulverisations nasales"},
    DoseUnitRow{u"pastille", u"pastilles", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"gomme", u"gommes", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"granule", u"granules", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"film", u"films", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"lyophilisat",
                u"lyophilisats",
                Kind::Countable,
                false,
                {},
                {},
                u"lyophilisat oral|lyophilisats oraux|lyoc|lyocs"},
    DoseUnitRow{
        u"anneau", u"anneaux", Kind::Countable, false, {}, {}, u"anneau vaginal|anneaux vaginaux"},
    DoseUnitRow{u"implant", u"implants", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"compresse", u"compresses", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"noisette", u"noisettes", Kind::Countable, true, {}, {}, {}},
    DoseUnitRow{u"application",
                u"applications",
                Kind::Act,
                true,
                {},
                {},
                u"appl|applic|application locale|applications locales"},
    DoseUnitRow{u"injection", u"injections", Kind::Act, true, {}, {}, u"inj"},
    DoseUnitRow{u"nébulisation", u"nébulisations", Kind::Act, true, {}, {}, u"nebul"},
    DoseUnitRow{u"aérosol", u"aérosols", Kind::Act, false, {}, {}, {}},
    DoseUnitRow{u"instillation", u"instillations", Kind::Act, true, {}, {}, {}},
    DoseUnitRow{u"lavement", u"lavements", Kind::Act, false, {}, {}, {}},
    DoseUnitRow{u"gargarisme", u"gargarismes", Kind::Act, false, {}, {}, {}},
    DoseUnitRow{u"pansement", u"pansements", Kind::Countable, false, {}, {}, {}},
    DoseUnitRow{u"lavage", u"lavages", Kind::Act, false, {}, {}, {}},
    DoseUnitRow{u"bain de bouche", u"bains de bouche", Kind::Act, false, {}, {}, u"bdb"},
    DoseUnitRow{u"mg", u"mg", Kind::Measure, false, u"milligramme", u"milligrammes", {}},
    DoseUnitRow{u"g", u"g", Kind::Measure, false, u"gramme", u"grammes", u"gr|grs"},
    DoseUnitRow{u"µg", u"µg", Kind::Measure, false, u"microgramme", u"microgrammes", u"mcg|ug"},
    DoseUnitRow{u"ng", u"ng", Kind::Measure, false, u"nanogramme", u"nanogrammes", {}},
    DoseUnitRow{u"ml", u"ml", Kind::Measure, false, u"millilitre", u"millilitres", u"cc"},
    DoseUnitRow{u"l", u"l", Kind::Measure, false, u"litre", u"litres", {}},
    DoseUnitRow{
        u"UI", u"UI", Kind::Measure, true, u"unité internationale", u"unités internationales", {}},
    DoseUnitRow{u"UI anti-Xa",
                u"UI anti-Xa",
                Kind::Measure,
                true,
                u"unité internationale anti-Xa",
                u"unités internationales anti-Xa",
                {}},
    DoseUnitRow{u"MUI",
                u"MUI",
                Kind::Measure,
                false,
                u"million d’unités internationales",
                u"millions d’unités internationales",
                {}},
    DoseUnitRow{u"unité", u"unités", Kind::Measure, true, {}, {}, u"u"},
    DoseUnitRow{u"mmol", u"mmol", Kind::Measure, true, u"millimole", u"millimoles", {}},
    DoseUnitRow{u"mEq", u"mEq", Kind::Measure, false, u"milliéquivalent", u"milliéquivalents", {}},
    DoseUnitRow{u"mg/kg",
                u"mg/kg",
                Kind::Measure,
                false,
                u"milligramme par kilogramme",
                u"milligrammes par kilogramme",
                {}},
    DoseUnitRow{u"µg/kg", u"µg/kg", Kind::Measure, false, u"microgramme par kilogramme",
                u"microgrammes par kilogramme", u"mcg kg|ug kg"},
    DoseUnitRow{u"ml/kg",
                u"ml/kg",
                Kind::Measure,
                false,
                u"millilitre par kilogramme",
                u"millilitres par kilogramme",
                {}},
    DoseUnitRow{u"UI/kg",
                u"UI/kg",
                Kind::Measure,
                true,
                u"unité internationale par kilogramme",
                u"unités internationales par kilogramme",
                {}},
};

QString small(QStringView text)
{
    return text::folded(text).toLower();
}

const QHash<QString, const DoseUnitRow *> &spellings()
{
    static const QHash<QString, const DoseUnitRow *> all = [] {
        QHash<QString, const DoseUnitRow *> found;
        for (const DoseUnitRow &row : rows) {
            for (const QStringView written : {row.name, row.plural, row.letters, row.pluralLetters})
                if (!written.isEmpty())
                    found.insert(small(written), &row);
            for (const QStringView written : row.spellings.split(u'|', Qt::SkipEmptyParts))
                found.insert(written.toString(), &row);
        }
        // The micro sign and the Greek letter are two characters.
        for (const QString &micro : {u"\u00b5g"_qs, u"\u03bcg"_qs})
            found.insert(small(micro), found.value(u"mcg"_qs));
        return found;
    }();
    return all;
}

//! How many of the base measure of its kind one of this is: micrograms, or millilitres.
std::optional<std::pair<QStringView, Rational>> inBase(QStringView name)
{
    static const QHash<QStringView, std::pair<QStringView, Rational>> factors{
        {u"ng", {u"mass", Rational::of(1, 1000)}},
        {u"µg", {u"mass", 1}},
        {u"mg", {u"mass", 1000}},
        {u"g", {u"mass", 1000000}},
        {u"ml", {u"volume", 1}},
        {u"l", {u"volume", 1000}},
        {u"UI", {u"activity", 1}},
        {u"MUI", {u"activity", 1000000}},
        {u"µg/kg", {u"mass per weight", 1}},
        {u"mg/kg", {u"mass per weight", 1000}},
    };
    const auto found = factors.constFind(name);
    return found == factors.constEnd() ? std::nullopt : std::optional(*found);
}

struct FormUnit {
    QStringView word; //!< folded, of the form or of the label
    QStringView unit;
};

constexpr std::array forms{
    FormUnit{u"comprime", u"comprime"},
    FormUnit{u"gelule", u"gelule"},
    FormUnit{u"capsule", u"capsule"},
    FormUnit{u"suppositoire", u"suppositoire"},
    FormUnit{u"ovule", u"ovule"},
    FormUnit{u"emplatre", u"emplatre"},
    FormUnit{u"dispositif transdermique", u"dispositif transdermique"},
    FormUnit{u"seringue", u"seringue"},
    FormUnit{u"sachet", u"sachet"},
    FormUnit{u"recipient unidose", u"recipient unidose"},
    FormUnit{u"ampoule", u"ampoule"},
    FormUnit{u"gouttes", u"goutte"},
    FormUnit{u"collyre", u"goutte"},
    FormUnit{u"pastille", u"pastille"},
    FormUnit{u"gomme", u"gomme"},
    FormUnit{u"granules", u"granule"},
    FormUnit{u"lyophilisat oral", u"lyophilisat"},
    FormUnit{u"film", u"film"},
    FormUnit{u"pommade", u"application"},
    FormUnit{u"creme", u"application"},
    FormUnit{u"gel pour application", u"application"},
};

//! Granulés, in a sachet, are no granules, of homeopathy, when the accent is gone.
QString smallForm(QStringView text)
{
    return small(text.toString().toLower().replace(u"granulés"_qs, u"granulé"_qs));
}

bool hasWords(const QString &folded, QStringView words)
{
    return (u' ' + folded + u' ').contains(u' ' + words.toString() + u' ') ||
           (u' ' + folded + u' ').contains(u' ' + words.toString() + u"s "_qs);
}

} // namespace

DoseUnit::DoseUnit()
    : m_row(&unsaid)
{
}

std::optional<DoseUnit> DoseUnit::named(QStringView folded)
{
    if (folded == u"unite de prise" || folded == u"unites de prise")
        return DoseUnit();
    const auto *row = spellings().value(folded.toString());
    return row == nullptr ? std::nullopt : std::optional(DoseUnit(*row));
}

std::optional<DoseUnit> DoseUnit::ofForm(QStringView form, QStringView label)
{
    // The label is looked at too: of DUROGESIC the form is « dispositif », of LOVENOX « solution ».
    // A kit of two forms has no one unit.
    for (const QString &text : {smallForm(form), smallForm(label)}) {
        QList<DoseUnit> found;
        for (const FormUnit &row : forms) {
            // Of a powder that is inhaled, the recipient holds many doses.
            const bool inhaler =
                row.unit == u"recipient unidose" && text.contains(u"poudre pour inhalation");
            if (!hasWords(text, row.word) || inhaler)
                continue;
            const auto one = named(row.unit);
            if (one && !found.contains(*one))
                found << *one;
        }
        if (!found.isEmpty())
            return found.size() == 1 ? std::optional(found.first()) : std::nullopt;
    }
    return std::nullopt;
}

int DoseUnit::longestSpelling()
{
    static const int most = [] {
        int words = 3; // "unité de prise"
        for (auto it = spellings().cbegin(); it != spellings().cend(); ++it)
            words = std::max(words, int(it.key().count(u' ')) + 1);
        return words;
    }();
    return most;
}

bool DoseUnit::isSaid() const
{
    return m_row != &unsaid;
}

DoseUnit::Kind DoseUnit::kind() const
{
    return m_row->kind;
}

bool DoseUnit::isFeminine() const
{
    return m_row->feminine;
}

bool DoseUnit::startsWithVowel() const
{
    return u"AEIOUY"_qs.contains(text::folded(inLetters()).at(0));
}

QString DoseUnit::name() const
{
    return m_row->name.toString() + (m_detail.isEmpty() ? QString() : u' ' + m_detail);
}

QString DoseUnit::plural() const
{
    return m_row->plural.toString() + (m_detail.isEmpty() ? QString() : u' ' + m_detail);
}

QString DoseUnit::inLetters() const
{
    return (m_row->letters.isEmpty() ? m_row->name : m_row->letters).toString();
}

QString DoseUnit::pluralInLetters() const
{
    return (m_row->pluralLetters.isEmpty() ? m_row->plural : m_row->pluralLetters).toString();
}

DoseUnit DoseUnit::withDetail(const QString &detail) const
{
    DoseUnit unit = *this;
    unit.m_detail = detail;
    return unit;
}

std::optional<Rational> DoseUnit::inUnitsOf(const DoseUnit &other) const
{
    if (*this == other)
        return Rational(1);
    const auto mine = inBase(m_row->name);
    const auto theirs = inBase(other.m_row->name);
    if (!mine || !theirs || mine->first != theirs->first)
        return std::nullopt;
    return mine->second / theirs->second;
}

std::optional<Amount> sum(const Amount &a, const Amount &b)
{
    const auto factor = b.unit.inUnitsOf(a.unit);
    if (!factor)
        return std::nullopt;
    return Amount{a.value + b.value * *factor, a.unit};
}

std::optional<Amount> greater(const Amount &a, const Amount &b)
{
    const auto factor = b.unit.inUnitsOf(a.unit);
    if (!factor)
        return std::nullopt;
    return a.value < b.value * *factor ? b : a;
}

} // namespace ambroise::prescription
