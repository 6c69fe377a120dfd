// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QElapsedTimer>
#include <QList>

#include <algorithm>

namespace ambroise::ctl {

//! What was measured, in milliseconds.
struct Samples {
    QList<double> ours{};
    QList<double> bare{}; //!< the same statements through the engine's own interface
};

inline double quantile(QList<double> samples, double q)
{
    if (samples.isEmpty())
        return 0;
    std::sort(samples.begin(), samples.end());
    return samples.at(std::min(samples.size() - 1, qsizetype(double(samples.size()) * q)));
}

template <class Work>
Result<double> timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_CHECK(work());
    return double(timer.nsecsElapsed()) / 1e6;
}

//! As many times, with nothing measured beside it.
template <class Work>
Result<Samples> repeated(int times, Work work)
{
    Samples samples;
    for (int i = 0; i < times; ++i) {
        AMBROISE_TRY(const double ms, timed(work));
        samples.ours << ms;
    }
    return samples;
}

} // namespace ambroise::ctl
