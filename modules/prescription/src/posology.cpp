// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/posology.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

constexpr qint64 mostDose = 100'000'000;
constexpr qint64 mostThings = 999; // drops too
constexpr int mostTimesCounted = 99;
constexpr int mostDays = 3660;

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

bool isDose(const Rational &value)
{
    return value > Rational(0) && value <= Rational(mostDose);
}

bool isSensible(const Span &span)
{
    const auto days = Span{span.count, span.unit}.days();
    return span.count >= 0 && span.count <= mostDays && (!days || *days <= mostDays);
}

bool areSensible(const Timing &timing)
{
    const auto isDay = [](int day) {
        return day >= 1 && day <= 366;
    };
    return timing.leastTimes >= 0 && timing.leastTimes <= timing.mostTimes &&
           timing.mostTimes <= mostTimesCounted && isSensible(timing.period) &&
           isSensible(timing.longestPeriod) && isSensible(timing.lasting) &&
           timing.occasions.size() <= mostTimesCounted &&
           std::all_of(timing.cycleDays.cbegin(), timing.cycleDays.cend(), isDay) &&
           timing.cycleLength >= 0 && timing.cycleLength <= 366;
}

Status checked(const Dosage &dosage)
{
    if (dosage.dose && dosage.dose->high.isZero())
        return invalid(u"posology.nothing"_qs);
    const bool heap = dosage.dose && dosage.dose->unit.kind() != DoseUnit::Kind::Measure &&
                      dosage.dose->high > Rational(mostThings);
    if (heap || (dosage.perPeriod && !dosage.dose))
        return invalid(u"posology.range"_qs);
    const auto &bounds = dosage.bounds;
    const bool doseIsSensible =
        !dosage.dose || (dosage.dose->low >= Rational(0) && isDose(dosage.dose->high) &&
                         dosage.dose->low <= dosage.dose->high);
    if (!doseIsSensible || !areSensible(dosage.timing) || !isSensible(bounds.duration) ||
        !isSensible(bounds.longestDuration))
        return invalid(u"posology.range"_qs);
    if (bounds.from.isValid() && bounds.to.isValid() && bounds.to < bounds.from)
        return invalid(u"posology.dates"_qs);
    return done();
}

Status checked(const Limits &limits)
{
    for (const auto &amount : {limits.perIntake, limits.perPeriod, limits.lifetime})
        if (amount && !isDose(amount->value))
            return invalid(u"posology.range"_qs);
    return isSensible(limits.leastInterval) && isSensible(limits.period)
               ? done()
               : invalid(u"posology.range"_qs);
}

} // namespace

std::optional<int> Span::days() const
{
    switch (unit) {
    case TimeUnit::Minute:
        return count > 0 && count % 1440 == 0 ? std::optional(count / 1440) : std::nullopt;
    case TimeUnit::Hour:
        return count > 0 && count % 24 == 0 ? std::optional(count / 24) : std::nullopt;
    case TimeUnit::Day:
        return count;
    case TimeUnit::Week:
        return count * 7;
    case TimeUnit::Month:
        return count * 30;
    case TimeUnit::Year:
        return count * 365;
    }
    return std::nullopt;
}

std::optional<Rational> Span::hours() const
{
    switch (unit) {
    case TimeUnit::Minute:
        return Rational::of(count, 60);
    case TimeUnit::Hour:
        return Rational(count);
    case TimeUnit::Day:
        return Rational(count * 24);
    case TimeUnit::Week:
        return Rational(count * 168);
    default:
        return std::nullopt;
    }
}

QString code(Moment moment)
{
    static const QStringList codes{u"WAKE"_qs,  u"MORN"_qs, u"ACM"_qs, u"CM"_qs,  u"PCM"_qs,
                                   u"NOON"_qs,  u"ACD"_qs,  u"CD"_qs,  u"PCD"_qs, u"AFT"_qs,
                                   u"EVE"_qs,   u"ACV"_qs,  u"CV"_qs,  u"PCV"_qs, u"HS"_qs,
                                   u"NIGHT"_qs, u"AC"_qs,   u"AC"_qs,  u"C"_qs,   u"PC"_qs};
    return codes.at(int(moment));
}

bool isOfEachMeal(Moment moment)
{
    return moment >= Moment::BeforeMeals;
}

bool Timing::isSaid() const
{
    return once || mostTimes > 0 || period.isSaid() || !occasions.isEmpty() ||
           !weekdays.isEmpty() || !cycleDays.isEmpty();
}

Result<Posology> Posology::make(QList<Dosage> dosages, Limits limits)
{
    for (const Dosage &dosage : dosages)
        AMBROISE_CHECK(checked(dosage));
    AMBROISE_CHECK(checked(limits));
    // « Si douleur, 4000 mg au plus par jour » is a posology, without a dose.
    const bool saysDose = limits.perIntake || limits.perPeriod ||
                          std::any_of(dosages.cbegin(), dosages.cend(), [](const Dosage &dosage) {
                              return dosage.dose || dosage.timing.isSaid();
                          });
    if (dosages.isEmpty() || dosages.size() > 100 || !saysDose)
        return invalid(u"posology.nothing"_qs);
    Posology posology;
    posology.m_dosages = std::move(dosages);
    posology.m_limits = std::move(limits);
    return posology;
}

Posology Posology::words(QString text)
{
    Posology posology;
    posology.m_text = std::move(text);
    return posology;
}

bool Posology::lacksUnit() const
{
    const bool limitLacks = (m_limits.perIntake && !m_limits.perIntake->unit.isSaid()) ||
                            (m_limits.perPeriod && !m_limits.perPeriod->unit.isSaid());
    return limitLacks || std::any_of(m_dosages.cbegin(), m_dosages.cend(), [](const Dosage &one) {
               return one.dose && !one.dose->unit.isSaid();
           });
}

} // namespace ambroise::prescription
