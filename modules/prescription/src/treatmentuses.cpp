// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentdeeds.h"

#include <ambroise/prescription/treatmentuses.h>

namespace ambroise::prescription {

Status TreatmentUses::say(PatientId patient, const StoppedLine &line, record::TreatmentUse use,
                          const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(
        m_db.run("INSERT INTO treatment_use (patient_id, number, place, substances,"
                 " taken_as, said_at, author_id, author_name)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 {patient.value, line.number, line.place, line.substances, record::code(use),
                  storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    const bool takenBack = use == record::TreatmentUse::Unspecified;
    const QString what = u"treatment_use_"_qs + (takenBack ? u"none"_qs : record::code(use));
    AMBROISE_CHECK(TreatmentDeeds(m_db, m_journal)
                       .tell(what, patient, line,
                             takenBack ? audit::Action::Cancel : audit::Action::Update, {}, actor));
    return transaction.commit();
}

Result<QList<KeptUse>> TreatmentUses::of(const patient::RecordIds &patient) const
{
    QList<KeptUse> found;
    AMBROISE_CHECK(m_db.run("SELECT number, place, substances, taken_as, said_at, author_name"
                            " FROM treatment_use WHERE patient_id IN (" +
                                storage::placeholders(patient.all().size()) +
                                ") ORDER BY said_at, id",
                            patient.values(), [&](const storage::Row &row) {
                                found.append({{row.text(0), int(row.integer(1)), row.text(2)},
                                              record::treatmentUseOf(row.text(3)),
                                              row.instant(4),
                                              row.text(5)});
                            }));
    return found;
}

} // namespace ambroise::prescription
