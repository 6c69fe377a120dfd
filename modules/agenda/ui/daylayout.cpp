// SPDX-License-Identifier: GPL-3.0-or-later
#include "daylayout.h"

#include <algorithm>

namespace ambroise::agenda::ui {
namespace {

constexpr int shortestShown = 15;
constexpr int endOfDay = 24 * 60;

int minuteOf(const QDateTime &instant)
{
    const QTime time = instant.toLocalTime().time();
    return time.hour() * 60 + time.minute();
}

QList<Placed> columnOf(const DayBook &book, int column)
{
    QList<Placed> places;
    for (const Appointment &one : book.appointments) {
        if (one.details.professional != book.professionals.at(column).id ||
            one.state == AppointmentState::Cancelled)
            continue;
        const int from = minuteOf(one.details.start);
        const int length = std::max<int>(int(one.details.length.count()), shortestShown);
        places.append({one.id, column, 0, 1, from, std::min(from + length, endOfDay)});
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Placed &a, const Placed &b) { return a.fromMinute < b.fromMinute; });
    return places;
}

//! Gives those from `first` to before `last`, a chain of overlaps, their lanes.
void share(QList<Placed> &places, qsizetype first, qsizetype last)
{
    QList<int> ends; // of each lane
    for (qsizetype i = first; i < last; ++i) {
        Placed &one = places[i];
        const auto free =
            std::find_if(ends.begin(), ends.end(), [&](int end) { return end <= one.fromMinute; });
        one.lane = int(std::distance(ends.begin(), free));
        if (free == ends.end())
            ends << one.untilMinute;
        else
            *free = one.untilMinute;
    }
    for (qsizetype i = first; i < last; ++i)
        places[i].lanes = int(ends.size());
}

} // namespace

QList<Placed> placed(const DayBook &book)
{
    QList<Placed> all;
    for (int column = 0; column < book.professionals.size(); ++column) {
        QList<Placed> places = columnOf(book, column);
        qsizetype first = 0;
        int until = 0;
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places.at(i).fromMinute >= until) {
                share(places, first, i);
                first = i;
            }
            until = std::max(until, places.at(i).untilMinute);
        }
        share(places, first, places.size());
        all << places;
    }
    return all;
}

} // namespace ambroise::agenda::ui
