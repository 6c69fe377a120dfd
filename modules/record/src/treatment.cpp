// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/treatment.h>

#include <ambroise/core/partialdate.h>
#include <ambroise/record/summaryline.h>

#include <QRegularExpression>

#include <array>

namespace ambroise::record {
namespace {

constexpr qsizetype longestWords = 200;
constexpr int farthestYears = 50; //!< of an end that is planned
constexpr int daysOfWeek = 7;

const QString unknown = QStringLiteral("-");

constexpr std::array<QStringView, 3> uses = {u"-", u"chronic", u"occasional"};
constexpr std::array<QStringView, 8> reasons = {
    u"-",        u"planned_end",  u"ineffective", u"side_effect", u"contra_indication",
    u"replaced", u"patient_wish", u"other"};

template <size_t Size>
std::optional<size_t> placeOf(const std::array<QStringView, Size> &words, QStringView word)
{
    for (size_t i = 0; i < Size; ++i)
        if (words.at(i) == word)
            return i;
    return std::nullopt;
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : unknown;
}

QDate dayOf(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

//! Nothing where it is no duration.
std::optional<QDate> endOfDuration(const QString &typed, QDate first)
{
    static const QRegularExpression duration(
        u"^\\s*(\\d{1,3})\\s*(?:(j|jours?)|(s|sem|semaines?)|(m|mois)|(a|ans?|années?))\\s*$"_qs,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = duration.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).toInt();
    if (match.hasCaptured(2))
        return first.addDays(count - 1);
    if (match.hasCaptured(3))
        return first.addDays(count * daysOfWeek - 1);
    return (match.hasCaptured(4) ? first.addMonths(count) : first.addYears(count)).addDays(-1);
}

//! The first day that it may have been taken, as far as that is known.
QDate startOf(const NewEntry &treatment)
{
    return isSinceUnknown(treatment) ? QDate() : treatment.happened.toLocalTime().date();
}

} // namespace

QString code(TreatmentUse use)
{
    return uses.at(size_t(use)).toString();
}

TreatmentUse treatmentUseOf(QStringView code)
{
    return TreatmentUse(placeOf(uses, code).value_or(0));
}

QString code(StopReason reason)
{
    return reasons.at(size_t(reason)).toString();
}

std::optional<StopReason> stopReasonOf(QStringView code)
{
    const auto place = placeOf(reasons, code);
    return place && *place > 0 ? std::optional(StopReason(*place)) : std::nullopt;
}

QList<StopReason> stopReasons()
{
    QList<StopReason> all;
    for (size_t i = 1; i < reasons.size(); ++i)
        all << StopReason(i);
    return all;
}

Status checkStop(const TreatmentStop &stop, QDate started, QDate today)
{
    const bool wordless = stop.words.trimmed().isEmpty();
    if (stop.reason == StopReason::Unspecified || (stop.reason == StopReason::Other && wordless))
        return Error{ErrorCode::Invalid, u"treatment.stop_reason"_qs, {}};
    if (stop.words.size() > longestWords)
        return Error{ErrorCode::Invalid, u"treatment.stop_words"_qs, {}};
    if (!stop.day.isValid() || stop.day > today || (started.isValid() && stop.day < started))
        return Error{ErrorCode::Invalid, u"treatment.stop_day"_qs, {}};
    return done();
}

QString TreatmentDetails::stored() const
{
    if (use == TreatmentUse::Unspecified && !plannedEnd.isValid() && !stop)
        return {};
    QStringList parts{code(use), dayText(plannedEnd)};
    if (stop)
        parts << dayText(stop->day) << code(stop->reason) << stop->words.simplified();
    return parts.join(u' ').trimmed();
}

TreatmentDetails TreatmentDetails::fromStored(QStringView stored)
{
    const QString text = stored.toString().simplified();
    TreatmentDetails details;
    details.use = treatmentUseOf(text.section(u' ', 0, 0));
    details.plannedEnd = dayOf(text.section(u' ', 1, 1));
    TreatmentStop stop;
    stop.day = dayOf(text.section(u' ', 2, 2));
    stop.reason = stopReasonOf(text.section(u' ', 3, 3)).value_or(StopReason::Unspecified);
    stop.words = text.section(u' ', 4);
    if (stop.day.isValid())
        details.stop = stop;
    return details;
}

Result<std::optional<QDate>> plannedEndTyped(const QString &typed, QDate start, QDate today)
{
    if (typed.trimmed().isEmpty())
        return std::optional<QDate>();
    const QDate first = start.isValid() ? start : today;
    std::optional<QDate> end = endOfDuration(typed, first);
    if (!end) {
        const auto date = PartialDate::parse(typed, today.addYears(farthestYears));
        end = date.ok() ? date->whole() : std::nullopt;
    }
    const bool possible =
        end && *end <= today.addYears(farthestYears) && (!start.isValid() || *end >= start);
    if (!possible)
        return Error{ErrorCode::Invalid, u"treatment.planned_end"_qs, {}};
    return end;
}

bool isPastPlannedEnd(const NewEntry &treatment, QDate today)
{
    const QDate end = TreatmentDetails::fromStored(treatment.unit).plannedEnd;
    return treatment.active && end.isValid() && end < today;
}

Result<NewEntry> stopped(NewEntry treatment, const TreatmentStop &stop, QDate today)
{
    if (!treatment.active)
        return Error{ErrorCode::Conflict, u"treatment.stopped"_qs, {}};
    AMBROISE_CHECK(checkStop(stop, startOf(treatment), today));
    auto details = TreatmentDetails::fromStored(treatment.unit);
    details.stop = stop;
    treatment.unit = details.stored();
    treatment.active = false;
    return treatment;
}

NewEntry resumed(NewEntry treatment)
{
    auto details = TreatmentDetails::fromStored(treatment.unit);
    details.stop.reset();
    treatment.unit = details.stored();
    treatment.active = true;
    return treatment;
}

NewEntry takenAs(TreatmentUse use, NewEntry treatment)
{
    auto details = TreatmentDetails::fromStored(treatment.unit);
    details.use = use;
    treatment.unit = details.stored();
    return treatment;
}

} // namespace ambroise::record
