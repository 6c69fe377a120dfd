// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/problems.h>

namespace ambroise::record {

Status eachCodedProblem(storage::Connection &db,
                        const std::function<void(PatientId, const NewEntry &)> &tell)
{
    AMBROISE_CHECK(db.run("SELECT patient_id, happened, title, code FROM entry"
                          " WHERE kind = ? AND active = 1 AND code <> ''",
                          {code(EntryKind::Problem)}, [&](const storage::Row &row) {
                              NewEntry problem;
                              problem.kind = EntryKind::Problem;
                              problem.happened = row.instant(1);
                              problem.title = row.text(2);
                              problem.code = row.text(3);
                              tell(PatientId{row.integer(0)}, problem);
                          }));
    return done();
}

} // namespace ambroise::record
