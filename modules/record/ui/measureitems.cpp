// SPDX-License-Identifier: GPL-3.0-or-later
#include "measureitems.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ambroise::record::ui {
namespace {

using enum MeasureKind;

class Measures {
    Q_DECLARE_TR_FUNCTIONS(Measures)
};

const Entry *lastKnown(MeasureKind kind, const QList<Entry> &known)
{
    for (const Entry &entry : known)
        if (entry.content.title == definitionOf(kind).name)
            return &entry;
    return nullptr;
}

//! Of the note; else the last one of the record.
std::optional<Measure> atHand(MeasureKind kind, const QList<NoteMeasure> &noted,
                              const QList<Entry> &known)
{
    std::optional<Measure> measured; // the last one
    for (const NoteMeasure &one : noted)
        if (one.measure.kind() == kind && one.choice == MeasureChoice::Kept)
            measured = one.measure;
    if (measured)
        return measured;
    const Entry *last = lastKnown(kind, known);
    return last ? Measure::of(last->content) : std::nullopt;
}

bool isNoted(MeasureKind kind, const QList<NoteMeasure> &noted)
{
    return std::any_of(noted.begin(), noted.end(), [kind](const NoteMeasure &one) {
        return one.measure.kind() == kind && one.choice == MeasureChoice::Kept;
    });
}

QString changeSince(const Measure &measure, const Entry &last)
{
    if (measure.kind() == BloodPressure || measure.kind() == BirthTerm)
        return {};
    const double change = measure.value() - last.content.value.toDouble();
    if (std::abs(change) < 0.0005)
        return u"="_qs;
    return (change > 0 ? u"+"_qs : u"−"_qs) + text::frenchNumber(std::abs(change), 1);
}

QString written(const QString &stored)
{
    return QString(stored).replace(u'.', u',');
}

QString told(const Entry &last)
{
    return Measures::tr("Dernière valeur : %1 %2, le %3")
        .arg(written(last.content.value), last.content.unit,
             text::frenchDate(last.content.happened.toLocalTime().date()));
}

//! What was measured of that kind, and this at its end. Pressures are only compared with those of
//! the same position or side.
QList<CurvePoint> curveOf(const Measure &measure, const QList<Entry> &known, QDate day)
{
    constexpr qsizetype most = 11;
    constexpr QStringView month = u"MM/yy";
    if (measure.kind() == BirthTerm)
        return {};
    QList<CurvePoint> points{{measure.value(), written(measure.stored()), day.toString(month)}};
    const QStringView name = definitionOf(measure.kind()).name;
    for (const Entry &entry : known) {
        const NewEntry &content = entry.content;
        if (content.title != name ||
            (measure.kind() == BloodPressure && content.body != measure.circumstance()))
            continue;
        const auto former = Measure::of(content);
        if (former)
            points.prepend({former->value(), written(content.value),
                            content.happened.toLocalTime().date().toString(month)});
        if (points.size() > most)
            break;
    }
    return points;
}

std::optional<double> filtration(KidneyFormula formula, const KidneySubject &subject)
{
    const auto value = glomerularFiltration(formula, subject);
    return value.ok() ? std::optional(*value) : std::nullopt;
}

std::optional<Computed> massIndex(const QList<NoteMeasure> &noted, const QList<Entry> &known,
                                  const std::optional<Examined> &examined)
{
    constexpr int grown = 18; // before, a height of another day is another height
    const bool adult = examined && examined->age >= grown;
    const auto weight = atHand(Weight, noted, known);
    const auto height = atHand(Height, noted, adult ? known : QList<Entry>());
    if (!isNoted(Weight, noted) || !weight || !height)
        return std::nullopt;
    const auto index = bodyMassIndex(*weight, *height);
    if (!index)
        return std::nullopt;
    const QString value = text::frenchNumber(*index, 1) + u" kg/m²"_qs;
    return Computed{u"=imc"_qs, Measures::tr("IMC"), value,
                    Measures::tr("IMC : poids sur taille au carré. %1, %2.")
                        .arg(weight->shown(), height->shown()),
                    Measures::tr("IMC %1").arg(value)};
}

std::optional<Computed> kidney(const QList<NoteMeasure> &noted, const QList<Entry> &known,
                               const std::optional<Examined> &examined)
{
    const auto creatinine = atHand(Creatinine, noted, known);
    if (!examined || !creatinine || !isNoted(Creatinine, noted) ||
        isNoted(GlomerularFiltration, noted))
        return std::nullopt;
    const KidneySubject subject{examined->age, examined->sex, *creatinine,
                                atHand(Weight, noted, known)};
    const auto first = filtration(KidneyFormula::CkdEpi2009, subject);
    const auto second = filtration(KidneyFormula::CkdEpi2021, subject);
    if (!first || !second)
        return std::nullopt;
    QStringList inputs{creatinine->shown(), Measures::tr("%n an(s)", nullptr, examined->age),
                       examined->sex == KidneySex::Female ? Measures::tr("femme")
                                                          : Measures::tr("homme")};
    QString others = Measures::tr("CKD-EPI 2021 : %1").arg(qRound(*second));
    if (const auto clearance = filtration(KidneyFormula::CockcroftGault, subject)) {
        others += Measures::tr(", Cockcroft-Gault : %1 mL/min").arg(qRound(*clearance));
        inputs << subject.weight->shown();
    }
    const QString value = QString::number(qRound(*first)) + u" mL/min"_qs;
    return Computed{u"=dfg"_qs, Measures::tr("DFG"), value,
                    Measures::tr("CKD-EPI 2009 : %1 mL/min/1,73 m². %2. Calculé de : %3.")
                        .arg(QString::number(qRound(*first)), others, inputs.join(u", "_qs)),
                    Measures::tr("DFG %1 (CKD-EPI 2009)").arg(value)};
}

} // namespace

QString shortName(MeasureKind kind)
{
    switch (kind) {
    case BloodPressure:
        return Measures::tr("PA");
    case HeartRate:
        return Measures::tr("FC");
    case Temperature:
        return Measures::tr("T°");
    case RespiratoryRate:
        return Measures::tr("FR");
    case HeadCircumference:
        return Measures::tr("PC");
    case BirthTerm:
        return Measures::tr("Terme");
    case Glycaemia:
        return Measures::tr("Glycémie");
    default:
        return definitionOf(kind).name.toString();
    }
}

QList<Computed> computedFrom(const QList<NoteMeasure> &noted, const QList<Entry> &known,
                             const std::optional<Examined> &examined)
{
    QList<Computed> found;
    if (const auto index = massIndex(noted, known, examined))
        found << *index;
    if (const auto rate = kidney(noted, known, examined))
        found << *rate;
    return found;
}

QList<ChoiceChips::Item> measureItems(const QList<NoteMeasure> &noted, const QList<Entry> &known,
                                      const QList<Computed> &computed, QDate day)
{
    QList<ChoiceChips::Item> items;
    for (const NoteMeasure &one : noted) {
        ChoiceChips::Item item;
        item.key = one.measure.key();
        item.label = (shortName(one.measure.kind()) + u' ' + one.measure.circumstance()).trimmed();
        item.value = one.measure.shown();
        item.state = ChoiceChips::State(one.choice);
        if (const Entry *last = lastKnown(one.measure.kind(), known)) {
            item.remark = changeSince(one.measure, *last);
            item.tip = told(*last);
            if (one.choice != MeasureChoice::Struck)
                item.curve = curveOf(one.measure, known, day);
        }
        items << item;
    }
    for (const Computed &one : computed)
        items.append(
            {one.key, one.label, one.value, {}, one.how, {}, ChoiceChips::State::Proposed});
    return items;
}

} // namespace ambroise::record::ui
