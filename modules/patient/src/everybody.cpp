// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/everybody.h>

#include <QHash>

namespace ambroise::patient {

Result<QList<Somebody>> everybody(storage::Connection &db)
{
    QHash<qint64, QList<PatientId>> parts;
    AMBROISE_CHECK(db.run(
        "WITH RECURSIVE whole (kept, part) AS ("
        " SELECT kept_id, absorbed_id FROM patient_merge WHERE undone_at = ''"
        " UNION"
        " SELECT m.kept_id, whole.part FROM patient_merge m"
        " JOIN whole ON m.absorbed_id = whole.kept WHERE m.undone_at = '')"
        " SELECT kept, part FROM whole",
        {}, [&](const storage::Row &row) { parts[row.integer(0)] << PatientId{row.integer(1)}; }));
    QList<Somebody> found;
    AMBROISE_CHECK(db.run(
        "SELECT id, birth_date, sex FROM patient"
        " WHERE archived_at = '' AND deceased_on = '' ORDER BY sort, id",
        {}, [&](const storage::Row &row) {
            const qint64 id = row.integer(0);
            found.append({RecordIds(PatientId{id}, parts.value(id)), row.date(1),
                          identity::sexOf(row.text(2)).value_or(identity::Sex::Indeterminate)});
        }));
    return found;
}

} // namespace ambroise::patient
