// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/agenda/appointment.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace ambroise::agenda {
namespace {

constexpr std::array<QStringView, 4> kindCodes = {u"consultation", u"teleconsultation",
                                                  u"home_visit", u"closed"};
constexpr std::array<QStringView, 6> stateCodes = {u"planned", u"waiting", u"in_consultation",
                                                   u"done",    u"absent",  u"cancelled"};

template <class Value, size_t count>
std::optional<Value> valueOf(const std::array<QStringView, count> &codes, QStringView text)
{
    const auto found = std::find(codes.begin(), codes.end(), text);
    return found == codes.end() ? std::nullopt
                                : std::optional(Value(std::distance(codes.begin(), found)));
}

QList<Appointment> inState(const QList<Appointment> &day, AppointmentState state,
                           UserId professional)
{
    QList<Appointment> found;
    for (const Appointment &one : day)
        if (one.state == state &&
            (!professional.isStored() || one.details.professional == professional))
            found << one;
    return found;
}

} // namespace

QString code(AppointmentKind kind)
{
    return kindCodes.at(size_t(kind)).toString();
}

QString code(AppointmentState state)
{
    return stateCodes.at(size_t(state)).toString();
}

std::optional<AppointmentKind> appointmentKindOf(QStringView text)
{
    return valueOf<AppointmentKind>(kindCodes, text);
}

std::optional<AppointmentState> appointmentStateOf(QStringView text)
{
    return valueOf<AppointmentState>(stateCodes, text);
}

QList<AppointmentState> allAppointmentStates()
{
    using enum AppointmentState;
    return {Planned, Waiting, InConsultation, Done, Absent, Cancelled};
}

bool mayBecome(AppointmentState from, AppointmentState to)
{
    using enum AppointmentState;
    switch (from) {
    case Planned:
        return to == Waiting || to == InConsultation || to == Absent || to == Cancelled;
    case Waiting:
        return to == InConsultation || to == Absent || to == Planned;
    case InConsultation:
        return to == Done || to == Waiting;
    case Done:
        return to == InConsultation;
    case Absent:
        return to == Waiting || to == Planned;
    case Cancelled:
        return to == Planned;
    }
    return false;
}

QDateTime AppointmentDetails::end() const
{
    return start.addSecs(std::chrono::seconds(length).count());
}

std::optional<std::chrono::minutes> Appointment::waited(const QDateTime &now) const
{
    if (state != AppointmentState::Waiting)
        return std::nullopt;
    const std::chrono::seconds seconds(std::max<qint64>(0, arrivedAt.secsTo(now)));
    return std::chrono::duration_cast<std::chrono::minutes>(seconds);
}

QList<Appointment> waiting(const QList<Appointment> &day, UserId professional)
{
    QList<Appointment> found = inState(day, AppointmentState::Waiting, professional);
    std::stable_sort(found.begin(), found.end(), [](const Appointment &a, const Appointment &b) {
        return std::tie(a.details.start, a.arrivedAt) < std::tie(b.details.start, b.arrivedAt);
    });
    return found;
}

QList<Appointment> inConsultation(const QList<Appointment> &day, UserId professional)
{
    QList<Appointment> found = inState(day, AppointmentState::InConsultation, professional);
    std::stable_sort(found.begin(), found.end(), [](const Appointment &a, const Appointment &b) {
        return a.begunAt < b.begunAt;
    });
    return found;
}

} // namespace ambroise::agenda
