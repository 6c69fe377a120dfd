// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/treatmenthistory.h>

#include <ambroise/core/text.h>
#include <ambroise/prescription/clinicalknowledge.h>
#include <ambroise/prescription/legalchecks.h>
#include <ambroise/prescription/linechanges.h>
#include <ambroise/record/summaryline.h>

#include <QSet>

#include <algorithm>
#include <utility>

namespace ambroise::prescription {
namespace {

using record::TreatmentUse;

//! An ordonnance is good for twelve months at most (CSP R.5132-21): so long a line whose end is not
//! told may have been taken.
constexpr int longestYear = 366;
//! So many days late a renewal still goes on with what was before, if that lasted as long.
constexpr int latest = 45;
// Above, beneath: what is proposed as « fond », as « ponctuel ».
constexpr int chronicDays = 90;
constexpr int chronicTimes = 3;
constexpr int occasionalDays = 31;

TreatmentPeriod periodOf(const PrescribedLine &line)
{
    const Line &written = line.checked.line;
    TreatmentPeriod period;
    period.start =
        written.startDate.isValid() ? written.startDate : line.signedAt.toLocalTime().date();
    if (const auto days = prescribedDays(line.checked))
        period.plannedEnd = period.start.addDays(*days - 1);
    period.written = written;
    period.prescriber = line.prescriber;
    period.line = {line.number, line.place, treatmentKey(line.checked)};
    return period;
}

//! A treatment while its lines are put together.
struct Building {
    QString key{};
    QList<TreatmentPeriod> periods{};
    const KeptStop *stop = nullptr;
    const KeptUse *use = nullptr;
};

class Builder {
public:
    explicit Builder(const QList<KeptStop> &stops)
    {
        for (const KeptStop &stop : stops)
            (stop.isTakenBack() ? m_former : m_stops) << &stop;
    }

    void addLine(const PrescribedLine &line)
    {
        const TreatmentPeriod period = periodOf(line);
        Building *running = nullptr;
        for (Building &one : m_all)
            if (one.key == period.line.substances && goesOn(one, period, line.signedAt))
                running = &one;
        if (!running) {
            m_all.append({period.line.substances, {}, nullptr, nullptr});
            running = &m_all.last();
        }
        running->periods << period;
        for (const KeptStop *stop : std::as_const(m_stops))
            if (stop->line.number == period.line.number && stop->line.place == period.line.place)
                running->stop = stop;
    }

    //! Those whose line is in no ordonnance in force any more.
    void addLostStops()
    {
        QSet<const KeptStop *> placed;
        for (const Building &one : std::as_const(m_all))
            placed << one.stop;
        for (const KeptStop *stop : std::as_const(m_stops))
            for (auto one = m_all.rbegin(); !placed.contains(stop) && one != m_all.rend(); ++one)
                if (!one->stop && one->key == stop->line.substances &&
                    one->periods.last().start <= stop->stop.day) {
                    one->stop = stop;
                    placed << stop;
                }
    }

    //! What was said last counts.
    void addUses(const QList<KeptUse> &uses)
    {
        for (const KeptUse &use : uses)
            if (Building *one = saidOf(use))
                one->use = &use;
    }

    [[nodiscard]] QList<PatientTreatment> treatments() const
    {
        QList<PatientTreatment> all;
        for (const Building &one : m_all)
            all << finished(one);
        return all;
    }

private:
    //! Of a line of it; where that is in no ordonnance in force any more, the last one of its
    //! substances that had begun.
    Building *saidOf(const KeptUse &use)
    {
        for (Building &one : m_all)
            for (const TreatmentPeriod &period : one.periods)
                if (period.line.number == use.line.number && period.line.place == use.line.place)
                    return &one;
        const QDate day = use.saidAt.toLocalTime().date();
        for (auto one = m_all.rbegin(); one != m_all.rend(); ++one)
            if (one->key == use.line.substances && one->periods.last().start <= day)
                return &*one;
        return nullptr;
    }

    //! What comes after a stop, or too late after an end, is another treatment.
    static bool goesOn(const Building &one, const TreatmentPeriod &next, const QDateTime &signedAt)
    {
        if (one.stop && (next.start > one.stop->stop.day ||
                         (next.start == one.stop->stop.day && signedAt > one.stop->saidAt)))
            return false;
        QDate last;
        qint64 late = 0;
        for (const TreatmentPeriod &before : one.periods) {
            const QDate end = before.plannedEnd.value_or(before.start.addDays(longestYear));
            if (last.isValid() && end < last)
                continue;
            last = end;
            late = before.plannedEnd ? std::min<qint64>(latest, before.start.daysTo(end) + 1) : 0;
        }
        return next.start <= last.addDays(late + 1);
    }

    //! « 1-0-1 » and « 1 comprimé matin et soir » are one dose. Read where they differ alone.
    static bool isSameDose(const Line &one, const Line &other)
    {
        return text::folded(one.posology) == text::folded(other.posology) ||
               text::folded(doseSentence(one)) == text::folded(doseSentence(other));
    }

    static void markChanges(QList<TreatmentPeriod> &periods)
    {
        QDate before;
        QList<Line> said; // by the lines that began before this one
        QList<Line> now;
        for (TreatmentPeriod &period : periods) {
            if (period.start != before)
                said = std::exchange(now, {});
            before = period.start;
            now << period.written;
            markChange(period, said);
        }
    }

    static void markChange(TreatmentPeriod &period, QList<Line> said)
    {
        period.changesDose = !said.isEmpty();
        said.removeIf([&period](const Line &one) {
            return text::folded(one.label) != text::folded(period.written.label);
        });
        for (const Line &one : std::as_const(said))
            if (isSameDose(one, period.written)) {
                period.changesDose = false;
                return;
            }
        for (const Line &one : std::as_const(said))
            period.dosesBefore << doseSentence(one);
    }

    //! Where the last lines tell it, the latest of their ends.
    static std::optional<QDate> endOf(const QList<TreatmentPeriod> &periods)
    {
        std::optional<QDate> end;
        for (const TreatmentPeriod &period : periods) {
            if (period.plannedEnd && (!end || *period.plannedEnd > *end))
                end = period.plannedEnd;
            if (!period.plannedEnd && period.start == periods.last().start)
                return std::nullopt;
        }
        return end;
    }

    static TreatmentUse proposalOf(const PatientTreatment &treatment)
    {
        QSet<QString> times;
        bool renewed = false;
        for (const TreatmentPeriod &period : treatment.periods) {
            times << period.line.number;
            renewed = renewed || period.written.renewals > 0;
        }
        const qint64 days = treatment.plannedEnd
                                ? treatment.periods.first().start.daysTo(*treatment.plannedEnd) + 1
                                : 0;
        if (times.size() >= chronicTimes || days >= chronicDays)
            return TreatmentUse::Chronic;
        if (times.size() == 1 && !renewed && days > 0 && days <= occasionalDays)
            return TreatmentUse::Occasional;
        return TreatmentUse::Unspecified;
    }

    [[nodiscard]] PatientTreatment finished(const Building &one) const
    {
        PatientTreatment treatment;
        treatment.periods = one.periods;
        std::stable_sort(treatment.periods.begin(), treatment.periods.end(),
                         [](const auto &a, const auto &b) { return a.start < b.start; });
        markChanges(treatment.periods);
        const TreatmentPeriod &last = treatment.periods.last();
        treatment.name = last.written.label;
        treatment.prescriber = last.prescriber;
        const auto start = PartialDate::of(treatment.periods.first().start);
        if (start.ok())
            treatment.start = *start;
        treatment.plannedEnd = endOf(treatment.periods);
        treatment.proposedUse = proposalOf(treatment);
        treatment.use = {treatment.proposedUse, treatment.proposedUse != TreatmentUse::Unspecified};
        if (one.use && one.use->use != TreatmentUse::Unspecified) {
            treatment.saidUse = *one.use;
            treatment.use = {one.use->use, false};
        }
        for (const KeptStop *former : m_former)
            if (std::any_of(one.periods.begin(), one.periods.end(), [&](const auto &period) {
                    return period.line.number == former->line.number &&
                           period.line.place == former->line.place;
                }))
                treatment.formerStops << *former;
        if (one.stop) {
            treatment.stop = one.stop->stop;
            treatment.keptStop = one.stop->id;
            treatment.stoppedBy = one.stop->saidBy;
        }
        return treatment;
    }

    QList<const KeptStop *> m_stops;  // that hold
    QList<const KeptStop *> m_former; // that were taken back
    QList<Building> m_all;
};

//! As it was written; of what was written before that could be told, the day that it is ordered by.
std::optional<PartialDate> startOf(const record::NewEntry &content)
{
    if (record::isSinceUnknown(content))
        return std::nullopt;
    if (const auto since = record::sinceOf(content))
        return since;
    const auto day = PartialDate::of(content.happened.toLocalTime().date());
    return day.ok() ? std::optional(*day) : std::nullopt;
}

PatientTreatment ofRecord(const record::Entry &entry)
{
    PatientTreatment treatment;
    treatment.name = entry.content.title;
    treatment.entry = entry;
    treatment.prescriber = entry.authorName;
    treatment.start = startOf(entry.content);
    const auto details = record::TreatmentDetails::fromStored(entry.content.unit);
    treatment.use.use = details.use;
    if (details.plannedEnd.isValid())
        treatment.plannedEnd = details.plannedEnd;
    if (!entry.content.active) {
        treatment.stop = details.stop.value_or(record::TreatmentStop());
        treatment.stoppedBy = entry.authorName;
    }
    return treatment;
}

//! Whether what the record tells may be of these lines: not where one says that it is stopped and
//! the other goes on after that or may do so, nor where the lines were at their end before it
//! began.
bool maybeOne(const PatientTreatment &prescribed, const PatientTreatment &recorded)
{
    if (prescribed.entry)
        return false;
    if (prescribed.stop && !recorded.stop)
        return false;
    const bool begunLater = prescribed.plannedEnd && recorded.start &&
                            recorded.firstDay() > prescribed.plannedEnd->addDays(latest);
    if (begunLater)
        return false;
    if (!recorded.stop || prescribed.stop == recorded.stop) // one act stopped both
        return true;
    return recorded.stop->day.isValid() && prescribed.periods.last().start <= recorded.stop->day;
}

//! What somebody wrote of it comes before what follows from its lines.
void join(PatientTreatment &prescribed, const PatientTreatment &recorded)
{
    prescribed.entry = recorded.entry;
    prescribed.name = recorded.name;
    if (recorded.start && (!prescribed.start || recorded.firstDay() < prescribed.firstDay()))
        prescribed.start = recorded.start;
    if (recorded.use.use != TreatmentUse::Unspecified)
        prescribed.use = recorded.use; // said, and not proposed
    if (recorded.plannedEnd)
        prescribed.plannedEnd = recorded.plannedEnd;
    if (!prescribed.stop && recorded.stop) {
        prescribed.stop = recorded.stop;
        prescribed.stoppedBy = recorded.stoppedBy;
    }
}

TreatmentState stateOf(const PatientTreatment &treatment, QDate today)
{
    if (treatment.stop)
        return TreatmentState::Stopped;
    return treatment.plannedEnd && *treatment.plannedEnd < today ? TreatmentState::PastEnd
                                                                 : TreatmentState::Running;
}

bool comesBefore(const PatientTreatment &a, const PatientTreatment &b)
{
    return a.state != b.state ? a.state < b.state : a.firstDay() > b.firstDay();
}

} // namespace

QString treatmentKey(const CheckedLine &line)
{
    if (!line.facts || line.facts->substances.isEmpty())
        return text::folded(line.line.label);
    QStringList names;
    for (const drugs::Substance &one : line.facts->substances)
        names << drugs::substanceBase(drugs::substanceKey(one.name));
    names.sort();
    names.removeDuplicates();
    const QString key = names.join(u'+');
    return isLocal(line.facts->routes) ? key + u" local"_qs : key;
}

TreatmentHistory TreatmentHistory::of(const QList<PrescribedLine> &lines,
                                      const QList<RecordedTreatment> &recorded,
                                      const QList<KeptStop> &stops, QDate today,
                                      const QList<KeptUse> &uses)
{
    QList<PrescribedLine> inOrder = lines;
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const auto &a, const auto &b) {
        return a.signedAt != b.signedAt ? a.signedAt < b.signedAt : a.place < b.place;
    });
    Builder builder(stops);
    for (const PrescribedLine &line : std::as_const(inOrder))
        builder.addLine(line);
    builder.addLostStops();
    builder.addUses(uses);
    TreatmentHistory history;
    history.m_treatments = builder.treatments();
    QList<PatientTreatment> beside;
    for (const RecordedTreatment &one : recorded) {
        const PatientTreatment told = ofRecord(one.entry);
        const QString key = treatmentKey(one.checked);
        auto &all = history.m_treatments;
        const auto same = std::find_if(all.rbegin(), all.rend(), [&](const PatientTreatment &two) {
            return two.periods.first().line.substances == key && maybeOne(two, told);
        });
        if (same == all.rend())
            beside << told;
        else
            join(*same, told);
    }
    history.m_treatments << beside;
    for (PatientTreatment &one : history.m_treatments)
        one.state = stateOf(one, today);
    std::stable_sort(history.m_treatments.begin(), history.m_treatments.end(), comesBefore);
    return history;
}

} // namespace ambroise::prescription
