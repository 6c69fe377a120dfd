// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/measure.h>

#include <ambroise/core/text.h>

#include <array>
#include <cmath>

namespace ambroise::record {
namespace {

using enum MeasureKind;

// LOINC as in JDV_SignesVitaux_CISIS of the ANS, where it has them; of the term as in its
// JDV_EvenementsAccouchement_CISIS.
constexpr std::array definitions = {
    MeasureDefinition{Weight, u"Poids", u"kg", u"29463-7", 0.3, 400, 3},
    MeasureDefinition{Height, u"Taille", u"cm", u"8302-2", 20, 260, 1},
    MeasureDefinition{BloodPressure, u"Tension", u"mmHg", u"85354-9", 20, 300, 0},
    MeasureDefinition{HeartRate, u"Pouls", u"/min", u"8867-4", 15, 300, 0},
    MeasureDefinition{Temperature, u"Température", u"°C", u"8310-5", 25, 45, 1},
    MeasureDefinition{OxygenSaturation, u"SpO2", u"%", u"20564-1", 30, 100, 0},
    MeasureDefinition{Glycaemia, u"Glycémie capillaire", u"g/L", u"41653-7", 0.1, 10, 2},
    MeasureDefinition{HbA1c, u"HbA1c", u"%", u"4548-4", 2, 25, 1},
    MeasureDefinition{Creatinine, u"Créatinine", u"µmol/L", u"14682-9", 5, 3000, 0},
    MeasureDefinition{HeadCircumference, u"Périmètre crânien", u"cm", u"8287-5", 15, 70, 1},
    MeasureDefinition{WaistCircumference, u"Tour de taille", u"cm", u"8280-0", 20, 250, 1},
    MeasureDefinition{Pain, u"EVA", u"/10", u"38214-3", 0, 10, 0},
    MeasureDefinition{RespiratoryRate, u"Fréquence respiratoire", u"/min", u"9279-1", 4, 120, 0},
    MeasureDefinition{GlomerularFiltration, u"DFG", u"mL/min", u"62238-1", 1, 250, 0},
    MeasureDefinition{PeakFlow, u"Débit de pointe", u"L/min", u"19935-6", 30, 1000, 0},
    MeasureDefinition{BirthTerm, u"Terme de naissance", u"SA", u"11885-1", 22, 44, 0},
};

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

bool canBe(const MeasureDefinition &definition, double value)
{
    return value >= definition.lowest && value <= definition.highest; // false for NaN
}

//! What stands between the two values of a measure in the record.
QChar joinOf(MeasureKind kind)
{
    return kind == BirthTerm ? u'+' : u'/';
}

QString plain(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

} // namespace

const MeasureDefinition &definitionOf(MeasureKind kind)
{
    return definitions.at(size_t(kind));
}

QList<MeasureKind> allMeasureKinds()
{
    QList<MeasureKind> kinds;
    for (const MeasureDefinition &definition : definitions)
        kinds << definition.kind;
    return kinds;
}

std::optional<MeasureKind> measureKindOf(QStringView name)
{
    for (const MeasureDefinition &definition : definitions)
        if (definition.name == name)
            return definition.kind;
    return std::nullopt;
}

Result<Measure> Measure::term(double weeks, double days)
{
    constexpr double week = 7;
    const bool whole = std::floor(weeks) == weeks && std::floor(days) == days;
    if (!canBe(definitionOf(BirthTerm), weeks) || !whole || days < 0 || days >= week)
        return Error{ErrorCode::Invalid, u"measure.range"_qs, {}};
    return Measure(BirthTerm, weeks, days);
}

Result<Measure> Measure::make(MeasureKind kind, double value, std::optional<double> second)
{
    const MeasureDefinition &definition = definitionOf(kind);
    if (kind == BirthTerm)
        return term(value, second.value_or(0));
    if (second.has_value() != (kind == BloodPressure))
        return Error{ErrorCode::Invalid, u"measure.pair"_qs, {}};
    if (!canBe(definition, value) || (second && !canBe(definition, *second)))
        return Error{ErrorCode::Invalid, u"measure.range"_qs, {}};
    const double kept = rounded(value, definition.decimals);
    if (!second)
        return Measure(kind, kept, std::nullopt);
    const double under = rounded(*second, definition.decimals);
    if (under >= kept)
        return Error{ErrorCode::Invalid, u"measure.pair"_qs, {}};
    return Measure(kind, kept, under);
}

Measure Measure::in(const QString &circumstance) const
{
    Measure other = *this;
    other.m_circumstance = circumstance.trimmed();
    return other;
}

QString Measure::key() const
{
    const QString key = definitionOf(m_kind).name.toString() + u' ' + stored();
    return m_circumstance.isEmpty() ? key : key + u' ' + m_circumstance;
}

QString Measure::stored() const
{
    const int decimals = definitionOf(m_kind).decimals;
    const QString first = plain(m_value, decimals);
    return m_second ? first + joinOf(m_kind) + plain(*m_second, decimals) : first;
}

QString Measure::shown() const
{
    const MeasureDefinition &definition = definitionOf(m_kind);
    QString numbers = text::frenchNumber(m_value);
    if (m_kind == BirthTerm && *m_second > 0)
        return u"%1\u00A0SA +\u00A0%2\u00A0j"_qs.arg(numbers, text::frenchNumber(*m_second));
    if (m_second && m_kind != BirthTerm)
        numbers += u'/' + text::frenchNumber(*m_second);
    const bool joined = definition.unit.startsWith(u'/');
    return numbers + (joined ? QString() : QString(QChar::Nbsp)) + definition.unit.toString();
}

NewEntry Measure::entry(const QDateTime &happened) const
{
    const MeasureDefinition &definition = definitionOf(m_kind);
    NewEntry entry;
    entry.kind = EntryKind::Measure;
    entry.happened = happened;
    entry.title = definition.name.toString();
    entry.body = m_circumstance;
    entry.code = u"LOINC:"_qs + definition.loinc.toString();
    entry.value = stored();
    entry.unit = definition.unit.toString();
    return entry;
}

std::optional<Measure> Measure::of(const NewEntry &entry)
{
    const auto kind = measureKindOf(entry.title);
    const QStringList numbers = entry.value.split(joinOf(kind.value_or(BloodPressure)));
    if (!kind || entry.kind != EntryKind::Measure || numbers.size() > 2)
        return std::nullopt;
    bool first = false;
    bool second = true;
    const double value = numbers.at(0).toDouble(&first);
    std::optional<double> under;
    if (numbers.size() == 2)
        under = numbers.at(1).toDouble(&second);
    if (!first || !second)
        return std::nullopt;
    const auto measure = make(*kind, value, under);
    return measure.ok() ? std::optional(measure->in(entry.body)) : std::nullopt;
}

std::optional<double> bodyMassIndex(const Measure &weight, const Measure &height)
{
    if (weight.kind() != Weight || height.kind() != Height)
        return std::nullopt;
    const double metres = height.value() / 100;
    return weight.value() / (metres * metres);
}

} // namespace ambroise::record
