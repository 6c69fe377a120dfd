// SPDX-License-Identifier: GPL-3.0-or-later
#include "lastingtreatments.h"

#include "treatmentdesk.h"

#include <ambroise/prescription/washout.h>

namespace ambroise::app {
namespace {

using prescription::CheckedLine;
using prescription::Washouts;

//! Each substance once, by its last stop.
class Lasting {
public:
    explicit Lasting(QDate today)
        : m_today(today)
    {
    }

    //! Whether anything that was stopped on that day may still count.
    [[nodiscard]] bool reaches(QDate stoppedOn) const
    {
        constexpr int daysOfWeek = 7;
        return stoppedOn.isValid() &&
               stoppedOn.daysTo(m_today) <= qint64(Washouts::builtIn().longestWeeks()) * daysOfWeek;
    }
    void add(record::EntryId entry, CheckedLine checked, QDate stoppedOn)
    {
        if (!Washouts::builtIn().lasts(checked, stoppedOn, m_today))
            return;
        checked.current = true;
        checked.stoppedOn = stoppedOn;
        const QString key = prescription::treatmentKey(checked);
        for (LastingTreatment &one : all)
            if (prescription::treatmentKey(one.checked) == key) {
                if (stoppedOn > one.checked.stoppedOn)
                    one = {entry, std::move(checked)};
                return;
            }
        all.append({entry, std::move(checked)});
    }
    QList<LastingTreatment> all;

private:
    QDate m_today;
};

} // namespace

Result<QList<LastingTreatment>> lastingTreatments(Practice &practice,
                                                  const patient::RecordIds &patient)
{
    const prescription::LineReader &reader = practice.lineReader();
    Lasting lasting(practice.clock().today());
    AMBROISE_TRY(const auto entries,
                 practice.records().ofKind(record::EntryKind::Treatment, patient));
    for (const record::Entry &entry : entries) {
        const auto stop = record::TreatmentDetails::fromStored(entry.content.unit).stop;
        if (entry.content.active || !stop || !lasting.reaches(stop->day))
            continue;
        AMBROISE_TRY(const auto checked, prescription::checkedTreatment(entry, reader));
        lasting.add(entry.id, checked, stop->day);
    }
    AMBROISE_TRY(const auto stops, stopsOf(practice).of(patient));
    for (const prescription::KeptStop &one : stops) {
        if (one.isTakenBack() || !lasting.reaches(one.stop.day))
            continue;
        AMBROISE_TRY(const auto number, prescription::OrdonnanceNumber::parse(one.line.number));
        AMBROISE_TRY(const auto ordonnance, practice.ordonnances().byNumber(number));
        AMBROISE_TRY(const auto lines, prescription::prescribedLines({ordonnance}, reader));
        for (const prescription::PrescribedLine &line : lines)
            if (line.place == one.line.place)
                lasting.add({}, line.checked, one.stop.day);
    }
    return lasting.all;
}

} // namespace ambroise::app
