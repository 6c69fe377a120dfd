// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/practicelist.h>

#include "everybodyshistory.h"

#include <ambroise/patient/everybody.h>
#include <ambroise/record/problems.h>

#include <QHash>

namespace ambroise::prevention {
namespace {

constexpr qint64 step = 1000; //!< patients between two tellings of the progress

} // namespace

Result<QList<ListedPatient>> whoIsDue(storage::Connection &db, const RuleBook &book,
                                      const Rule &rule, QDate today, const Progress &progress)
{
    AMBROISE_TRY(const auto everybody, patient::everybody(db));
    AMBROISE_TRY(const auto histories, everybodysHistory(db));
    QHash<PatientId, QList<ConditionFact>> conditions;
    AMBROISE_CHECK(
        record::eachCodedProblem(db, [&](PatientId patient, const record::NewEntry &problem) {
            if (const auto told = conditionsOf(book, problem); !told.isEmpty())
                conditions[patient] += told;
        }));
    QList<ListedPatient> found;
    qint64 done = 0;
    for (const patient::Somebody &one : everybody) {
        if (progress && done++ % step == 0 && !progress(done, everybody.size()))
            return Error{ErrorCode::Cancelled, u"prevention.cancelled"_qs, {}};
        PatientFacts facts{one.birth, one.sex};
        History history;
        for (const PatientId id : one.ids.all()) {
            facts.conditions += conditions.value(id);
            const History part = histories.value(id);
            history.given += part.given;
            history.acts += part.acts;
        }
        if (const DueItem item = assess(rule, facts, history, today); isDue(item))
            found.append({one.ids.record(), item});
    }
    return found;
}

} // namespace ambroise::prevention
