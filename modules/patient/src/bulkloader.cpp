// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/bulkloader.h>

#include "fields.h"
#include "rows.h"

namespace ambroise::patient {

BulkLoader::BulkLoader(storage::Connection &db, audit::Journal &journal, const Clock &clock)
    : m_db(db)
    , m_journal(journal)
    , m_clock(clock)
{
}

Result<QList<PatientId>> BulkLoader::load(qint64 count, const std::function<NewPatient()> &next,
                                          const audit::Actor &actor, const Progress &progress)
{
    constexpr qint64 progressStep = 500;
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    const QDateTime now = m_clock.now();
    QList<PatientId> ids;
    ids.reserve(count);
    for (qint64 i = 0; i < count; ++i) {
        if (progress && i % progressStep == 0 && !progress(i, count))
            return Error{ErrorCode::Cancelled, u"patient.cancelled"_qs, {}};
        AMBROISE_TRY(const PatientDetails details, fields::cleaned(next()));
        AMBROISE_TRY(const PatientId id, rows::insert(m_db, details, actor, now));
        ids << id;
    }
    AMBROISE_CHECK(m_journal.record({audit::Action::Import,
                                     audit::Subject::Patient,
                                     0,
                                     {},
                                     QString::number(count) + u" patients"_qs},
                                    actor));
    AMBROISE_CHECK(transaction.commit());
    if (progress)
        (void)progress(count, count);
    return ids;
}

} // namespace ambroise::patient
