// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/units.h>

#include <QHash>

#include <array>

namespace ambroise::labs {
namespace {

//! What is measured, whatever the multiple. Percent and ratio are not joined: of what is not said.
enum class Measure {
    MassPerVolume,      // g/L
    SubstancePerVolume, // mol/L
    NumberPerVolume,    // 1/L
    UnitsPerVolume,     // [IU]/L
    EnzymePerVolume,    // U/L
    EquivalentPerVolume,
    Volume, // L
    Mass,   // g
    Flow,   // L/s
    FlowPerSurface,
    Length,
    SpeedOfFall, // mm/h
    Time,        // s
    Pressure,
    Percent,
    PerMille,
    Ratio,
    MassPerDay,
    SubstancePerDay,
    MassPerMass,
    MassPerSubstance,
    SubstancePerMass,
    Osmolality,
    Acidity,
    SubstancePerSubstance
};

struct KnownUnit {
    QStringView ucum;
    Measure measure;
    double factor; //!< to the measure's own unit
    QStringView shown;
};

// UCUM 2.1; the prefixes are powers of ten, 1 mm3 is 1 uL.
constexpr std::array units = {
    KnownUnit{u"g/L", Measure::MassPerVolume, 1, u"g/L"},
    KnownUnit{u"mg/L", Measure::MassPerVolume, 1e-3, u"mg/L"},
    KnownUnit{u"ug/L", Measure::MassPerVolume, 1e-6, u"µg/L"},
    KnownUnit{u"ng/L", Measure::MassPerVolume, 1e-9, u"ng/L"},
    KnownUnit{u"pg/L", Measure::MassPerVolume, 1e-12, u"pg/L"},
    KnownUnit{u"g/dL", Measure::MassPerVolume, 10, u"g/dL"},
    KnownUnit{u"mg/dL", Measure::MassPerVolume, 1e-2, u"mg/dL"},
    KnownUnit{u"ug/dL", Measure::MassPerVolume, 1e-5, u"µg/dL"},
    KnownUnit{u"ng/dL", Measure::MassPerVolume, 1e-8, u"ng/dL"},
    KnownUnit{u"g/mL", Measure::MassPerVolume, 1e3, u"g/mL"},
    KnownUnit{u"mg/mL", Measure::MassPerVolume, 1, u"mg/mL"},
    KnownUnit{u"ug/mL", Measure::MassPerVolume, 1e-3, u"µg/mL"},
    KnownUnit{u"ng/mL", Measure::MassPerVolume, 1e-6, u"ng/mL"},
    KnownUnit{u"pg/mL", Measure::MassPerVolume, 1e-9, u"pg/mL"},
    KnownUnit{u"mol/L", Measure::SubstancePerVolume, 1, u"mol/L"},
    KnownUnit{u"mmol/L", Measure::SubstancePerVolume, 1e-3, u"mmol/L"},
    KnownUnit{u"umol/L", Measure::SubstancePerVolume, 1e-6, u"µmol/L"},
    KnownUnit{u"nmol/L", Measure::SubstancePerVolume, 1e-9, u"nmol/L"},
    KnownUnit{u"pmol/L", Measure::SubstancePerVolume, 1e-12, u"pmol/L"},
    KnownUnit{u"10*12/L", Measure::NumberPerVolume, 1e12, u"T/L"},
    KnownUnit{u"10*9/L", Measure::NumberPerVolume, 1e9, u"G/L"},
    KnownUnit{u"10*6/L", Measure::NumberPerVolume, 1e6, u"10⁶/L"},
    KnownUnit{u"10*3/uL", Measure::NumberPerVolume, 1e9, u"10³/µL"},
    KnownUnit{u"10*6/uL", Measure::NumberPerVolume, 1e12, u"10⁶/µL"},
    KnownUnit{u"/uL", Measure::NumberPerVolume, 1e6, u"/µL"},
    KnownUnit{u"/mm3", Measure::NumberPerVolume, 1e6, u"/mm³"},
    KnownUnit{u"/mL", Measure::NumberPerVolume, 1e3, u"/mL"},
    KnownUnit{u"/L", Measure::NumberPerVolume, 1, u"/L"},
    KnownUnit{u"[IU]/L", Measure::UnitsPerVolume, 1, u"UI/L"},
    KnownUnit{u"m[IU]/L", Measure::UnitsPerVolume, 1e-3, u"mUI/L"},
    KnownUnit{u"u[IU]/L", Measure::UnitsPerVolume, 1e-6, u"µUI/L"},
    KnownUnit{u"[IU]/mL", Measure::UnitsPerVolume, 1e3, u"UI/mL"},
    KnownUnit{u"k[IU]/L", Measure::UnitsPerVolume, 1e3, u"kUI/L"},
    KnownUnit{u"m[IU]/mL", Measure::UnitsPerVolume, 1, u"mUI/mL"},
    KnownUnit{u"u[IU]/mL", Measure::UnitsPerVolume, 1e-3, u"µUI/mL"},
    KnownUnit{u"U/L", Measure::EnzymePerVolume, 1, u"U/L"},
    KnownUnit{u"U/mL", Measure::EnzymePerVolume, 1e3, u"U/mL"},
    KnownUnit{u"kU/L", Measure::EnzymePerVolume, 1e3, u"kU/L"},
    KnownUnit{u"meq/L", Measure::EquivalentPerVolume, 1, u"mEq/L"},
    KnownUnit{u"fL", Measure::Volume, 1e-15, u"fL"},
    KnownUnit{u"um3", Measure::Volume, 1e-15, u"µm³"},
    KnownUnit{u"mL", Measure::Volume, 1e-3, u"mL"},
    KnownUnit{u"L", Measure::Volume, 1, u"L"},
    KnownUnit{u"pg", Measure::Mass, 1e-12, u"pg"},
    KnownUnit{u"g", Measure::Mass, 1, u"g"},
    KnownUnit{u"kg", Measure::Mass, 1e3, u"kg"},
    KnownUnit{u"mL/min", Measure::Flow, 1e-3, u"mL/min"},
    KnownUnit{u"mL/min/{1.73_m2}", Measure::FlowPerSurface, 1, u"mL/min/1,73 m²"},
    KnownUnit{u"cm", Measure::Length, 1e-2, u"cm"},
    KnownUnit{u"mm", Measure::Length, 1e-3, u"mm"},
    KnownUnit{u"mm/h", Measure::SpeedOfFall, 1, u"mm/h"},
    KnownUnit{u"s", Measure::Time, 1, u"s"},
    KnownUnit{u"min", Measure::Time, 60, u"min"},
    KnownUnit{u"mm[Hg]", Measure::Pressure, 1, u"mmHg"},
    KnownUnit{u"%", Measure::Percent, 1, u"%"},
    KnownUnit{u"[ppth]", Measure::PerMille, 1, u"‰"},
    KnownUnit{u"{ratio}", Measure::Ratio, 1, u""},
    KnownUnit{u"{INR}", Measure::Ratio, 1, u"INR"},
    KnownUnit{u"1", Measure::Ratio, 1, u""},
    KnownUnit{u"g/(24.h)", Measure::MassPerDay, 1, u"g/24 h"},
    KnownUnit{u"mg/(24.h)", Measure::MassPerDay, 1e-3, u"mg/24 h"},
    KnownUnit{u"mmol/(24.h)", Measure::SubstancePerDay, 1e-3, u"mmol/24 h"},
    KnownUnit{u"mg/g", Measure::MassPerMass, 1e-3, u"mg/g"},
    KnownUnit{u"ug/g", Measure::MassPerMass, 1e-6, u"µg/g"},
    KnownUnit{u"mg/mmol", Measure::MassPerSubstance, 1, u"mg/mmol"},
    KnownUnit{u"mmol/kg", Measure::SubstancePerMass, 1, u"mmol/kg"},
    KnownUnit{u"mosm/kg", Measure::Osmolality, 1, u"mOsm/kg"},
    KnownUnit{u"[pH]", Measure::Acidity, 1, u""},
    KnownUnit{u"mmol/mol", Measure::SubstancePerSubstance, 1e-3, u"mmol/mol"},
};

//! Other ways in which laboratories write them, after the repairs of plain(). Case tells units
//! apart (G/L is giga, g/L is gram), so that only the letter of the litre is repaired.
const QHash<QString, QString> &otherWritings()
{
    static const QHash<QString, QString> all = {{u"G/L"_qs, u"10*9/L"_qs},
                                                {u"Giga/L"_qs, u"10*9/L"_qs},
                                                {u"giga/L"_qs, u"10*9/L"_qs},
                                                {u"10^9/L"_qs, u"10*9/L"_qs},
                                                {u"10E9/L"_qs, u"10*9/L"_qs},
                                                {u"10e9/L"_qs, u"10*9/L"_qs},
                                                {u"T/L"_qs, u"10*12/L"_qs},
                                                {u"Tera/L"_qs, u"10*12/L"_qs},
                                                {u"tera/L"_qs, u"10*12/L"_qs},
                                                {u"téra/L"_qs, u"10*12/L"_qs},
                                                {u"10^12/L"_qs, u"10*12/L"_qs},
                                                {u"10E12/L"_qs, u"10*12/L"_qs},
                                                {u"10^3/uL"_qs, u"10*3/uL"_qs},
                                                {u"10^6/uL"_qs, u"10*6/uL"_qs},
                                                {u"/mm^3"_qs, u"/mm3"_qs},
                                                {u"/mm³"_qs, u"/mm3"_qs},
                                                {u"elts/mm3"_qs, u"/mm3"_qs},
                                                {u"UI/L"_qs, u"[IU]/L"_qs},
                                                {u"IU/L"_qs, u"[IU]/L"_qs},
                                                {u"mUI/L"_qs, u"m[IU]/L"_qs},
                                                {u"mIU/L"_qs, u"m[IU]/L"_qs},
                                                {u"uUI/L"_qs, u"u[IU]/L"_qs},
                                                {u"UI/mL"_qs, u"[IU]/mL"_qs},
                                                {u"IU/mL"_qs, u"[IU]/mL"_qs},
                                                {u"kUI/L"_qs, u"k[IU]/L"_qs},
                                                {u"mUI/mL"_qs, u"m[IU]/mL"_qs},
                                                {u"uUI/mL"_qs, u"u[IU]/mL"_qs},
                                                {u"uIU/mL"_qs, u"u[IU]/mL"_qs},
                                                {u"mEq/L"_qs, u"meq/L"_qs},
                                                {u"MEQ/L"_qs, u"meq/L"_qs},
                                                {u"fl"_qs, u"fL"_qs},
                                                {u"u3"_qs, u"um3"_qs},
                                                {u"µ3"_qs, u"um3"_qs},
                                                {u"um³"_qs, u"um3"_qs},
                                                {u"mL/mn"_qs, u"mL/min"_qs},
                                                {u"mL/mn/1.73m2"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"mL/min/1.73m2"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"mL/min/1,73m2"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"mL/mn/1,73m2"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"mL/min/1.73m²"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"mL/min/1,73m²"_qs, u"mL/min/{1.73_m2}"_qs},
                                                {u"sec"_qs, u"s"_qs},
                                                {u"secondes"_qs, u"s"_qs},
                                                {u"mmHg"_qs, u"mm[Hg]"_qs},
                                                {u"‰"_qs, u"[ppth]"_qs},
                                                {u"INR"_qs, u"{INR}"_qs},
                                                {u"g/24h"_qs, u"g/(24.h)"_qs},
                                                {u"mg/24h"_qs, u"mg/(24.h)"_qs},
                                                {u"mmol/24h"_qs, u"mmol/(24.h)"_qs},
                                                {u"mOsm/kg"_qs, u"mosm/kg"_qs},
                                                {u"pH"_qs, u"[pH]"_qs}};
    return all;
}

QString plain(QStringView unit)
{
    QString text = unit.toString().remove(u' ').remove(u'\u00A0').remove(u'\u202F');
    text.replace(u'\u00B5', u'u').replace(u'\u03BC', u'u'); // micro sign, Greek mu
    for (const QStringView litre : {u"/l", u"/dl", u"/ml", u"/ul"})
        if (text.endsWith(litre))
            text[text.size() - 1] = u'L';
    if (text.startsWith(u"ml/"))
        text[1] = u'L';
    return text;
}

const KnownUnit *find(QStringView unit)
{
    QString text = plain(unit);
    text = otherWritings().value(text, text);
    for (const KnownUnit &known : units)
        if (known.ucum == text)
            return &known;
    return nullptr;
}

//! Grams a mole. Sources: molar masses of the compounds (PubChem); codes of LOINC 2.77, mass and
//! substance concentrations in serum or plasma.
struct Substance {
    double molarMass;
    std::array<QStringView, 6> loinc;
};
constexpr std::array substances = {
    // glucose; fasting
    Substance{180.156, {u"2345-7", u"14749-6", u"1558-6", u"14771-0", u"40193-5", u"53049-3"}},
    // cholesterol; HDL; LDL
    Substance{386.65, {u"2093-3", u"14647-2", u"2085-9", u"14646-4", u"2089-1", u"22748-8"}},
    Substance{386.65, {u"13457-7", u"39469-2"}}, // LDL, calculated
    Substance{113.12, {u"2160-0", u"14682-9"}},  // creatinine
    Substance{60.056, {u"3091-6", u"22664-7"}},  // urea
    Substance{168.11, {u"3084-1", u"14933-6"}},  // urate
};

std::optional<double> molarMassOf(QStringView loinc)
{
    if (loinc.isEmpty())
        return std::nullopt;
    for (const Substance &substance : substances)
        for (const QStringView code : substance.loinc)
            if (code == loinc)
                return substance.molarMass;
    return std::nullopt;
}

//! Those whose multiples say the same thing.
bool isScaled(Measure measure)
{
    return measure != Measure::Ratio;
}

} // namespace

bool isKnownUnit(QStringView unit)
{
    return find(unit) != nullptr;
}

bool sameUnit(QStringView a, QStringView b)
{
    const KnownUnit *first = find(a);
    const KnownUnit *second = find(b);
    return first && second ? first == second : !first && !second && a == b;
}

QString unitText(const QString &unit)
{
    const KnownUnit *known = find(unit);
    return known ? known->shown.toString() : unit;
}

std::optional<double> conversionFactor(QStringView from, QStringView to, QStringView loinc)
{
    if (sameUnit(from, to))
        return 1;
    const KnownUnit *first = find(from);
    const KnownUnit *second = find(to);
    if (!first || !second)
        return std::nullopt;
    if (first->measure == second->measure && isScaled(first->measure))
        return first->factor / second->factor;
    const auto molarMass = molarMassOf(loinc);
    if (!molarMass)
        return std::nullopt;
    if (first->measure == Measure::MassPerVolume && second->measure == Measure::SubstancePerVolume)
        return first->factor / *molarMass / second->factor;
    if (first->measure == Measure::SubstancePerVolume && second->measure == Measure::MassPerVolume)
        return first->factor * *molarMass / second->factor;
    return std::nullopt;
}

} // namespace ambroise::labs
