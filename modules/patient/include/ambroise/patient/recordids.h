// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/storage/connection.h>

#include <QList>

namespace ambroise::patient {

//! The ids under which the things of one patient are kept: the record's own, then those of the
//! records merged into it. Who reads only the first misses an allergy.
class RecordIds {
public:
    //! PatientRepository gives those of a record; without `merged`: nothing was merged into it.
    explicit RecordIds(PatientId record, const QList<PatientId> &merged = {})
        : m_all(QList<PatientId>{record} + merged)
    {
    }

    //! The record that is shown and written to.
    [[nodiscard]] PatientId record() const { return m_all.first(); }
    [[nodiscard]] QList<PatientId> merged() const { return m_all.mid(1); }
    [[nodiscard]] const QList<PatientId> &all() const { return m_all; }
    //! To be bound to storage::placeholders() of as many.
    [[nodiscard]] storage::Values values() const
    {
        storage::Values values;
        for (const PatientId id : m_all)
            values << id.value;
        return values;
    }

    friend bool operator==(const RecordIds &, const RecordIds &) = default;

private:
    QList<PatientId> m_all;
};

} // namespace ambroise::patient
