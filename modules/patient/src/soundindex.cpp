// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/soundindex.h>

#include "rows.h"
#include "terms.h"

namespace ambroise::patient {
namespace {

constexpr int atATime = 100;

} // namespace

Status SoundIndex::complete(const Progress &progress)
{
    qint64 last = 0;
    qint64 done = 0;
    while (true) {
        AMBROISE_TRY(const QList<qint64> ids, missingAfter(last));
        if (ids.isEmpty())
            return ambroise::done();
        AMBROISE_CHECK(add(ids));
        last = ids.last();
        done += ids.size();
        if (progress && !progress(done, 0))
            return Error{ErrorCode::Cancelled, u"patient.sounds"_qs, {}};
    }
}

Result<QList<qint64>> SoundIndex::missingAfter(qint64 id) const
{
    const QString first = terms::surnameSound;
    QList<qint64> ids;
    AMBROISE_CHECK(m_db.run("SELECT id FROM patient WHERE archived_at = '' AND id > ? AND NOT"
                            " EXISTS (SELECT 1 FROM patient_term WHERE owner = patient.id AND"
                            " term >= ? AND term < ?) ORDER BY id LIMIT ?",
                            {id, first, first + QChar(0xFFFD), atATime},
                            [&](const storage::Row &row) { ids << row.integer(0); }));
    return ids;
}

Status SoundIndex::add(const QList<qint64> &ids)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    storage::PrefixIndex index(m_db, "patient_term");
    for (const qint64 id : ids) {
        const auto patient = rows::load(m_db, PatientId{id});
        if (patient.ok())
            AMBROISE_CHECK(
                index.replace(id, terms::of(patient->details), terms::sortOf(patient->details)));
    }
    return transaction.commit();
}

} // namespace ambroise::patient
