// SPDX-License-Identifier: GPL-3.0-or-later
#include "treatmentdeeds.h"

namespace ambroise::prescription {

Result<qint64> TreatmentDeeds::ordonnanceOf(const QString &number) const
{
    qint64 id = 0;
    AMBROISE_CHECK(m_db.run("SELECT id FROM ordonnance WHERE number = ?", {number},
                            [&](const storage::Row &row) { id = row.integer(0); }));
    if (id == 0)
        return Error{ErrorCode::NotFound, u"ordonnance.unknown"_qs, {}};
    return id;
}

Status TreatmentDeeds::tell(QStringView what, PatientId patient, const StoppedLine &line,
                            audit::Action action, const QString &why, const audit::Actor &actor)
{
    AMBROISE_TRY(const qint64 ordonnance, ordonnanceOf(line.number));
    AMBROISE_CHECK(
        m_journal.record({action, audit::Subject::Ordonnance, ordonnance, patient,
                          what.toString() + u" %1 %2"_qs.arg(line.number).arg(line.place + 1), why},
                         actor));
    return m_db.announce({u"ordonnance"_qs, patient.value});
}

} // namespace ambroise::prescription
