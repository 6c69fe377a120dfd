// SPDX-License-Identifier: GPL-3.0-or-later
#include "curveticks.h"

#include <ambroise/core/text.h>
#include <ambroise/record/growth.h>

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace ambroise::record::ui {
namespace {

class CurveTicks {
    Q_DECLARE_TR_FUNCTIONS(CurveTicks)
};

using Ticks = QList<std::pair<double, QString>>;

constexpr double dayLength = 86'400'000.0; // ms
constexpr std::array daySteps = {1, 2, 7, 14};
constexpr std::array monthSteps = {1, 2, 3, 6, 12, 24, 60, 120};

//! The first step that is long enough, else the last one; 0 where even that is too short.
template <size_t n>
int stepFor(const std::array<int, n> &steps, double wanted)
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [wanted](int step) { return step >= wanted; });
    return found == steps.end() ? 0 : *found;
}

QDate dayOf(double x)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(x)).date();
}

double instantOf(QDate day)
{
    return double(day.startOfDay().toMSecsSinceEpoch());
}

Ticks dates(double from, double to, int most)
{
    Ticks ticks;
    const double days = (to - from) / dayLength;
    if (const int step = stepFor(daySteps, days / most)) {
        for (QDate day = dayOf(from).addDays(1); instantOf(day) <= to; day = day.addDays(step))
            ticks.append({instantOf(day), day.toString(u"dd/MM/yy"_qs)});
        return ticks;
    }
    const int found = stepFor(monthSteps, days / daysPerMonth / most);
    const int step = found ? found : monthSteps.back();
    const QDate first = dayOf(from);
    const int months = (first.year() * 12 + first.month() - 1 + step) / step * step;
    for (QDate day(months / 12, months % 12 + 1, 1); instantOf(day) <= to;
         day = day.addMonths(step))
        ticks.append({instantOf(day), day.toString(step < 12 ? u"MM/yy"_qs : u"yyyy"_qs)});
    return ticks;
}

QString ageWord(int months, CurveFigure::Across across)
{
    if (months == 0)
        return across == CurveFigure::Across::Age ? CurveTicks::tr("naissance")
                                                  : CurveTicks::tr("terme");
    if (months < 24 && months % 12 != 0)
        return CurveTicks::tr("%n mois", nullptr, months);
    if (months % 12 == 0)
        return CurveTicks::tr("%n an(s)", nullptr, months / 12);
    return CurveTicks::tr("%1 ans").arg(text::frenchNumber(months / 12.0, 2));
}

Ticks ages(CurveFigure::Across across, double from, double to, int most)
{
    Ticks ticks;
    if (const int step = stepFor(daySteps, (to - from) / most); step && to - from < 100) {
        for (int day = int(std::ceil(std::max(from, 0.0) / step)) * step; day <= to; day += step)
            ticks.append({day, CurveTicks::tr("%n j", nullptr, day)});
        return ticks;
    }
    const int found = stepFor(monthSteps, (to - from) / daysPerMonth / most);
    const int step = found ? found : monthSteps.back();
    const int first = int(std::ceil(std::max(from, 0.0) / daysPerMonth / step)) * step;
    for (int month = first; month * daysPerMonth <= to; month += step)
        ticks.append({month * daysPerMonth, ageWord(month, across)});
    return ticks;
}

} // namespace

Ticks ticksOf(CurveFigure::Across across, double from, double to, int most)
{
    return across == CurveFigure::Across::Days ? dates(from, to, most)
                                               : ages(across, from, to, most);
}

} // namespace ambroise::record::ui
